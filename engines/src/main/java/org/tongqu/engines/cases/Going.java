package org.tongqu.engines.cases;

import java.util.Optional;
import org.tongqu.engines.cases.process.OfferedOutcome;
import org.tongqu.engines.cases.process.Performer;

/** How a case goes on from a step that is decided, or back to one that was. */
final class Going {

    private final Progress progress;
    private final ClockWork clocks;

    Going(Progress progress) {
        this.progress = progress;
        this.clocks = new ClockWork(progress);
    }

    ClockWork clocks() {
        return clocks;
    }

    /** Leaves a decided step, with what its outcome does to the clocks. */
    void on(Token token, OfferedOutcome outcome) {
        clocks.end(outcome.ends());
        clocks.settle();
        clocks.start(outcome.starts());
        new Journey(progress, clocks)
                .leaving(token.id())
                .from(progress.process().node(token.nodeId()), outcome.code(), token.lineage());
    }

    /** Gives up the place with whatever goes on inside it, or the whole block it would leave, and stands at the passed step again. */
    void back(Token from, Passage to, CaseEvent.Cancellation why) {
        var block = from.lineage().blockLeftTo(to.token().lineage());
        var inside = from.insideOf();
        var journey = new Journey(progress, clocks);
        for (var token : progress.state().tokens()) {
            if (token.equals(from)
                    || token.lineage().isWithin(inside)
                    || block.filter(left -> left.holds(token)).isPresent()) {
                new Places(progress).close(token.id(), why);
                journey.leaving(token.id());
            }
        }
        clocks.settle();
        journey.again(to);
    }

    /** Opens a task in addition to a step. */
    void ask(Task step, Task.Tie.Kind kind, Optional<Assignee> who) {
        var performer =
                who.<Performer>map(person -> new Performer.Person(person.id())).orElseGet(Performer.Applicant::new);
        progress.add(new CaseEvent.TaskOpened(
                progress.now(),
                step.id() + ".s" + progress.state().version(),
                step.nodeId(),
                performer,
                step.organisation(),
                Optional.empty(),
                Optional.empty(),
                who,
                Optional.of(new Task.Tie(kind, step.id())),
                Optional.empty()));
    }
}

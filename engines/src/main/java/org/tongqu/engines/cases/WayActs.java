package org.tongqu.engines.cases;

import static org.tongqu.engines.cases.Asked.first;
import static org.tongqu.engines.cases.Asked.missing;
import static org.tongqu.kernel.Outcome.refused;

import java.util.List;
import java.util.Optional;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.cases.process.Performer;
import org.tongqu.engines.cases.process.StepRules;
import org.tongqu.kernel.Outcome;

/**
 * The ways back: returned by whoever has the case now (退回), recalled by whoever had it last (撤回), done again by order
 * (重新办理). Each stands where the case once stood, in the same branch, so that no join can be left waiting.
 *
 * <p>A way back gives no time back: the clocks go on. Only a recall, which undoes an act nobody built upon, also undoes
 * what that act did to the clocks.
 */
record WayActs(Asked asked) {

    Outcome<List<CaseEvent>, CaseRefusal> goBack(Task task, CaseCommand.Return command) {
        if (command.to() instanceof CaseCommand.BackTo.Applicant || isApplicants(command.to())) {
            return new PauseActs(asked)
                    .supplement(
                            task,
                            new CaseCommand.AskSupplement(task.id(), List.of(), List.of(), command.why(), ""),
                            StepRules.Operation.RETURN);
        }
        var barred = first(() -> asked.may(task, StepRules.Operation.RETURN), () -> missing(command.why(), "return"));
        if (barred.isPresent()) {
            return refused(barred.get());
        }
        var from = place(task);
        var to = target(from.lineage(), command.to());
        if (to.isEmpty()) {
            return refused(new CaseRefusal.NotPassed(
                    command.to() instanceof CaseCommand.BackTo.Step(var nodeId) ? nodeId : ""));
        }
        var passage = to.get();
        return crossing(from, passage, command.extent())
                .<Outcome<List<CaseEvent>, CaseRefusal>>map(Outcome::refused)
                .orElseGet(() -> {
                    var progress = asked.progress();
                    if (task.assignee().isEmpty()) {
                        progress.add(new TaskActs(asked).claimed(task));
                    }
                    new Places(progress).closeAround(task.id(), CaseEvent.Cancellation.RETURNED);
                    progress.add(new CaseEvent.TaskReturned(
                            asked.now(),
                            asked.actor().id(),
                            asked.actor().name(),
                            task.id(),
                            task.nodeId(),
                            passage.token().id(),
                            passage.nodeId(),
                            command.why()));
                    new Going(progress).back(from, passage, CaseEvent.Cancellation.RETURNED);
                    return progress.outcome();
                });
    }

    Outcome<List<CaseEvent>, CaseRefusal> redo(CaseCommand.Redo command) {
        var barred = first(
                () -> Rights.beThePlatform(asked.actor()), asked::notRunning, () -> missing(command.why(), "redo"));
        if (barred.isPresent()) {
            return refused(barred.get());
        }
        for (var from : asked.state().tokens()) {
            var passage = Passage.last(asked.state().handling().passages(), command.nodeId(), from.lineage());
            var beside = passage.flatMap(
                            to -> from.lineage().blockLeftTo(to.token().lineage()))
                    .filter(Lineage.Block::isBeside);
            if (passage.isPresent() && beside.isEmpty()) {
                return crossing(from, passage.get(), command.extent())
                        .<Outcome<List<CaseEvent>, CaseRefusal>>map(Outcome::refused)
                        .orElseGet(() -> again(from, passage.get(), command.why()));
            }
        }
        return refused(new CaseRefusal.NotPassed(command.nodeId()));
    }

    private Outcome<List<CaseEvent>, CaseRefusal> again(Token from, Passage passage, String why) {
        var progress = asked.progress();
        progress.add(new CaseEvent.StepReopened(
                asked.now(),
                asked.actor().id(),
                asked.actor().name(),
                passage.token().id(),
                passage.nodeId(),
                why));
        new Going(progress).back(from, passage, CaseEvent.Cancellation.RETURNED);
        return progress.outcome();
    }

    Outcome<List<CaseEvent>, CaseRefusal> recall(CaseCommand.Recall command) {
        var found = asked.state().handling().findPassage(command.taskId()).filter(Passage::standing);
        if (found.isEmpty()) {
            return refused(new CaseRefusal.NoSuchTask(command.taskId()));
        }
        var passage = found.get();
        var barred = first(
                asked::notRunning,
                () -> passage.by().id().equals(asked.actor().id())
                        ? Optional.empty()
                        : Optional.of(new CaseRefusal.NotYours(
                                Performer.PERSON + passage.by().id(), "")),
                () -> missing(command.why(), "recall"),
                () -> mayBeRecalled(asked.process().userTask(passage.nodeId()))
                        ? Optional.empty()
                        : Optional.of(
                                new CaseRefusal.NotAllowedHere(StepRules.Operation.RECALL.word(), passage.nodeId())),
                () -> touched(passage));
        if (barred.isPresent()) {
            return refused(barred.get());
        }
        var progress = asked.progress();
        progress.add(new CaseEvent.TaskRecalled(
                asked.now(),
                asked.actor().id(),
                asked.actor().name(),
                command.taskId(),
                passage.nodeId(),
                command.why()));
        undo(passage, progress);
        return progress.outcome();
    }

    /** What several decided is not for one of them to take back. */
    private static boolean mayBeRecalled(Node.UserTask node) {
        return node.voices().isEmpty() && node.rules().may().contains(StepRules.Operation.RECALL);
    }

    private void undo(Passage passage, Progress progress) {
        var going = new Going(progress);
        var places = passage.led().moved()
                ? passage.led().tokens()
                : List.of(passage.token().id());
        var journey = new Journey(progress, going.clocks());
        for (var place : places) {
            new Places(progress).close(place, CaseEvent.Cancellation.RECALLED);
            journey.leaving(place);
        }
        going.clocks().undo(passage.led());
        going.clocks().settle();
        journey.again(passage);
    }

    /** Whether anybody built upon it: claimed, decided, asked others, or a service was performed, or a branch was met. */
    private Optional<CaseRefusal> touched(Passage passage) {
        var led = passage.led();
        if (!led.moved()) {
            return asked.state().tiedTo(passage.token().id()).size() == signersOf(passage)
                    ? Optional.empty()
                    : Optional.of(new CaseRefusal.AlreadyTouched(passage.nodeId()));
        }
        if (!led.alone() || led.tokens().isEmpty()) {
            return Optional.of(new CaseRefusal.AlreadyTouched(passage.nodeId()));
        }
        for (var place : led.tokens()) {
            if (asked.state().findToken(place).isEmpty() || isTouched(place) || holdsMore(place, led.tokens())) {
                return Optional.of(new CaseRefusal.AlreadyTouched(place));
            }
        }
        return Optional.empty();
    }

    /** Whether something began since inside the inner process that stands there. */
    private boolean holdsMore(String place, List<String> known) {
        var inside = asked.state().findToken(place).orElseThrow().insideOf();
        return asked.state().tokens().stream()
                .anyMatch(token -> token.lineage().isWithin(inside) && !known.contains(token.id()));
    }

    private int signersOf(Passage passage) {
        return asked.state()
                .findDoneTask(passage.token().id())
                .map(done -> done.task().signers().size())
                .orElse(0);
    }

    private boolean isTouched(String place) {
        var state = asked.state();
        return state.findService(place).isPresent()
                || !state.tiedTo(place).isEmpty()
                || state.handling().findPassage(place).isPresent()
                || state.specials().stream()
                        .anyMatch(special -> special.taskId().equals(place))
                || state.findOpenTask(place)
                        .filter(task -> task.assignee().isPresent())
                        .isPresent();
    }

    private Optional<Passage> target(Lineage from, CaseCommand.BackTo to) {
        var passages = asked.state().handling().passages();
        if (to instanceof CaseCommand.BackTo.Step(var nodeId)) {
            return Passage.last(passages, nodeId, from).filter(passage -> !besideOf(from, passage));
        }
        for (int i = passages.size() - 1; i >= 0; i--) {
            var passage = passages.get(i);
            if (passage.standing()
                    && from.isWithin(passage.token().lineage())
                    && !isApplicants(passage.nodeId())
                    && !besideOf(from, passage)) {
                return Optional.of(passage);
            }
        }
        return Optional.empty();
    }

    private static boolean besideOf(Lineage from, Passage passage) {
        return from.blockLeftTo(passage.token().lineage())
                .filter(Lineage.Block::isBeside)
                .isPresent();
    }

    /** Why the way back would take others along that were not meant. */
    private Optional<CaseRefusal> crossing(Token from, Passage to, CaseCommand.Extent extent) {
        if (extent == CaseCommand.Extent.WHOLE_BLOCK) {
            return Optional.empty();
        }
        var block = from.lineage().blockLeftTo(to.token().lineage());
        var siblings = asked.state().tokens().stream()
                .filter(token -> !token.equals(from)
                        && block.filter(left -> left.holds(token)).isPresent())
                .filter(token -> !isAround(token, from))
                .map(Token::nodeId)
                .distinct()
                .toList();
        return siblings.isEmpty() ? Optional.empty() : Optional.of(new CaseRefusal.CrossesParallel(siblings));
    }

    /** Whether the token only waits for the inner process the place lies in. */
    private static boolean isAround(Token token, Token place) {
        return place.lineage().isWithin(token.lineage().inside(token.id()));
    }

    private Token place(Task task) {
        var id = task.tie().map(Task.Tie::to).orElse(task.id());
        return asked.state()
                .findToken(id)
                .orElseThrow(() -> new IllegalStateException("Task " + task.id() + " stands nowhere"));
    }

    private boolean isApplicants(CaseCommand.BackTo to) {
        return to instanceof CaseCommand.BackTo.Step(var nodeId) && isApplicants(nodeId);
    }

    private boolean isApplicants(String nodeId) {
        return asked.process()
                .findNode(nodeId)
                .filter(Node.UserTask.class::isInstance)
                .map(Node.UserTask.class::cast)
                .filter(node -> node.performer() instanceof Performer.Applicant)
                .isPresent();
    }
}

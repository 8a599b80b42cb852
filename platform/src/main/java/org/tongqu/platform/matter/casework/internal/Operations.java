package org.tongqu.platform.matter.casework.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tongqu.engines.cases.Assignee;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.engines.cases.CaseCommand.BackTo;
import org.tongqu.engines.cases.CaseCommand.Extent;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.engines.cases.Passage;
import org.tongqu.engines.cases.RunningClock;
import org.tongqu.engines.cases.Task;
import org.tongqu.engines.cases.process.SpecialProcedure;
import org.tongqu.engines.packs.Pack;
import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.time.Limit;
import org.tongqu.platform.matter.casework.Operation;
import org.tongqu.platform.matter.casework.Operation.Choice;
import org.tongqu.platform.matter.casework.Operation.Kind;

/**
 * Which operations a reader may do now. Each is tried with something made up in the place of what is still to be written;
 * so what is offered and what is done cannot be of two minds.
 */
final class Operations {

    private static final Optional<Label> WHOLE = Optional.empty();
    private static final String WRITTEN = "?";
    private static final Assignee SOMEBODY = new Assignee("?", "?");

    private final Pack pack;
    private final CaseState state;
    private final String reader;
    private final Predicate<CaseCommand> allowed;

    Operations(Pack pack, CaseState state, String reader, Predicate<CaseCommand> allowed) {
        this.pack = pack;
        this.state = state;
        this.reader = reader;
        this.allowed = allowed;
    }

    List<Operation> all() {
        return Stream.of(
                        each(state.openTasks(), this::onTask),
                        each(state.handling().passages(), this::recall),
                        each(state.specials(), this::endSpecial),
                        each(List.copyOf(state.clocks().values()), this::prolong),
                        onCase())
                .flatMap(List::stream)
                .toList();
    }

    private List<Operation> onTask(Task task) {
        var step = Optional.of(CaseViews.step(pack, task.nodeId()));
        var found = new ArrayList<Operation>();
        var back = ways(task);
        if (!back.isEmpty()) {
            found.add(new Operation(Kind.RETURN, task.id(), step, back, Optional.empty()));
        }
        offer(found, Kind.DELEGATE, task.id(), step, new CaseCommand.Delegate(task.id(), SOMEBODY, WRITTEN));
        offer(found, Kind.GIVE_BACK, task.id(), step, new CaseCommand.GiveBack(task.id(), WRITTEN));
        offer(found, Kind.SIGN, task.id(), step, signers(task));
        var signing = signing(task);
        if (!signing.isEmpty()) {
            found.add(new Operation(Kind.UNSIGN, task.id(), step, signing, Optional.empty()));
        }
        var specials = specials(task);
        if (!specials.isEmpty()) {
            found.add(new Operation(Kind.SPECIAL_BEGIN, task.id(), step, specials, Optional.empty()));
        }
        if (!allowed.test(new CaseCommand.Claim(task.id()))) {
            offer(found, Kind.URGE, task.id(), step, new CaseCommand.Urge(task.id(), WRITTEN));
        }
        return found;
    }

    private static CaseCommand signers(Task task) {
        return new CaseCommand.AddSigners(task.id(), CaseEvent.When.BEFORE, List.of(SOMEBODY), WRITTEN);
    }

    /** Where a task may be sent back to: one step, the applicant, any step really passed. */
    private List<Choice> ways(Task task) {
        var ways = new ArrayList<Choice>();
        choose(ways, task, "previous", new BackTo.Previous(), Extent.THIS_WAY, WHOLE);
        choose(ways, task, "applicant", new BackTo.Applicant(), Extent.THIS_WAY, WHOLE);
        var nodes = new LinkedHashSet<String>();
        state.handling().passages().stream().filter(Passage::standing).forEach(passage -> nodes.add(passage.nodeId()));
        for (var node : nodes) {
            var to = new BackTo.Step(node);
            var label = Optional.of(CaseViews.step(pack, node));
            if (!choose(ways, task, "step:" + node, to, Extent.THIS_WAY, label)) {
                choose(ways, task, "block:" + node, to, Extent.WHOLE_BLOCK, label);
            }
        }
        return ways;
    }

    private boolean choose(
            List<Choice> ways, Task task, String value, BackTo to, Extent extent, Optional<Label> label) {
        var may = allowed.test(new CaseCommand.Return(task.id(), to, extent, WRITTEN));
        if (may) {
            ways.add(new Choice(value, label));
        }
        return may;
    }

    private List<Choice> signing(Task task) {
        return Stream.concat(
                        state.tiedTo(task.id()).stream().flatMap(tied -> tied.assignee().stream()),
                        task.signers().stream())
                .filter(who -> allowed.test(new CaseCommand.RemoveSigner(task.id(), who.id(), WRITTEN)))
                .map(who -> new Choice(who.id(), Optional.of(Label.same(who.name()))))
                .toList();
    }

    private List<Choice> specials(Task task) {
        if (!task.isStep()) {
            return List.of();
        }
        return pack.process().userTask(task.nodeId()).rules().specials().stream()
                .map(SpecialProcedure::code)
                .filter(code -> allowed.test(new CaseCommand.BeginSpecial(task.id(), code, WRITTEN)))
                .map(code -> new Choice(code, Optional.of(CaseViews.named(pack, "special." + code, code))))
                .toList();
    }

    private List<Operation> recall(Passage passage) {
        var found = new ArrayList<Operation>();
        if (passage.standing() && passage.by().id().equals(reader)) {
            var id = passage.token().id();
            var step = Optional.of(CaseViews.step(pack, passage.nodeId()));
            offer(found, Kind.RECALL, id, step, new CaseCommand.Recall(id, WRITTEN));
        }
        return found;
    }

    private List<Operation> endSpecial(org.tongqu.engines.cases.Handling.Special special) {
        var found = new ArrayList<Operation>();
        var code = special.procedure().code();
        var label = Optional.of(CaseViews.named(pack, "special." + code, code));
        offer(found, Kind.SPECIAL_END, special.id(), label, new CaseCommand.EndSpecial(special.id(), WRITTEN));
        return found;
    }

    private List<Operation> prolong(RunningClock clock) {
        var found = new ArrayList<Operation>();
        clock.rule().prolonging().ifPresent(rule -> {
            var some = new CaseCommand.Prolong(
                    clock.name(), new Limit(1, rule.most().unit()), WRITTEN);
            if (allowed.test(some)) {
                found.add(new Operation(
                        Kind.PROLONG,
                        clock.name(),
                        Optional.of(clock.rule().label()),
                        List.of(),
                        Optional.of(rule.most())));
            }
        });
        return found;
    }

    private List<Operation> onCase() {
        var found = new ArrayList<Operation>();
        offer(found, Kind.COPY, Operation.CASE, WHOLE, new CaseCommand.Copy(List.of(SOMEBODY), WRITTEN));
        offer(found, Kind.SUSPEND, Operation.CASE, WHOLE, new CaseCommand.Suspend(WRITTEN, WRITTEN));
        offer(found, Kind.RESUME, Operation.CASE, WHOLE, new CaseCommand.Resume(WRITTEN));
        offer(found, Kind.TERMINATE, Operation.CASE, WHOLE, new CaseCommand.Terminate(WRITTEN));
        return found;
    }

    private void offer(List<Operation> found, Kind kind, String subject, Optional<Label> about, CaseCommand command) {
        if (allowed.test(command)) {
            found.add(new Operation(kind, subject, about, List.of(), Optional.empty()));
        }
    }

    private static <T> List<Operation> each(List<T> things, Function<T, List<Operation>> found) {
        return things.stream().flatMap(thing -> found.apply(thing).stream()).toList();
    }
}

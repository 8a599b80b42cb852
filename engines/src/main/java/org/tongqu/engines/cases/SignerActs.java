package org.tongqu.engines.cases;

import static org.tongqu.engines.cases.Asked.first;
import static org.tongqu.engines.cases.Asked.missing;
import static org.tongqu.kernel.Outcome.refused;

import java.util.List;
import java.util.Optional;
import org.tongqu.engines.cases.process.StepRules;
import org.tongqu.kernel.Outcome;

/** Asking others to sign a decision before or after it is made (加签), and no longer asking them (减签). */
record SignerActs(Asked asked) {

    Outcome<List<CaseEvent>, CaseRefusal> add(Task task, CaseCommand.AddSigners command) {
        var barred = first(
                () -> asked.may(task, StepRules.Operation.SIGN),
                () -> task.tie().isPresent() && command.when() == CaseEvent.When.AFTER
                        ? Optional.of(new CaseRefusal.NotAllowedHere("sign-after", task.nodeId()))
                        : Optional.empty(),
                () -> command.who().isEmpty() ? Optional.of(new CaseRefusal.NothingNamed("sign")) : Optional.empty(),
                () -> missing(command.why(), "sign"),
                () -> already(task, command));
        if (barred.isPresent()) {
            return refused(barred.get());
        }
        var progress = asked.progress();
        if (task.assignee().isEmpty()) {
            progress.add(new TaskActs(asked).claimed(task));
        }
        progress.add(new CaseEvent.SignersAdded(
                asked.now(),
                asked.actor().id(),
                asked.actor().name(),
                task.id(),
                command.when(),
                command.who(),
                command.why()));
        if (command.when() == CaseEvent.When.BEFORE) {
            var going = new Going(progress);
            command.who().forEach(who -> going.ask(task, Task.Tie.Kind.SIGN_BEFORE, Optional.of(who)));
        }
        return progress.outcome();
    }

    Outcome<List<CaseEvent>, CaseRefusal> remove(Task task, CaseCommand.RemoveSigner command) {
        var barred = first(() -> asked.may(task, StepRules.Operation.SIGN), () -> missing(command.why(), "unsign"));
        if (barred.isPresent()) {
            return refused(barred.get());
        }
        var before = asked.state().tiedTo(task.id()).stream()
                .filter(tied -> tied.assignee()
                        .filter(who -> who.id().equals(command.who()))
                        .isPresent())
                .findFirst();
        var who = before.flatMap(Task::assignee)
                .or(() -> task.signers().stream()
                        .filter(signer -> signer.id().equals(command.who()))
                        .findFirst());
        if (who.isEmpty()) {
            return refused(new CaseRefusal.NoSuchSigner(command.who()));
        }
        var progress = asked.progress();
        progress.add(new CaseEvent.SignerRemoved(
                asked.now(), asked.actor().id(), asked.actor().name(), task.id(), who.get(), command.why()));
        before.ifPresent(tied -> progress.add(
                new CaseEvent.TaskCancelled(asked.now(), tied.id(), tied.nodeId(), CaseEvent.Cancellation.REMOVED)));
        return progress.outcome();
    }

    /** Nobody signs twice, and nobody is asked to sign what they decide themselves. */
    private Optional<CaseRefusal> already(Task task, CaseCommand.AddSigners command) {
        var asking = command.who().stream().map(Assignee::id).toList();
        for (var who : command.who()) {
            var isAsked = task.signers().contains(who)
                    || who.id().equals(asked.actor().id())
                    || asking.indexOf(who.id()) != asking.lastIndexOf(who.id())
                    || asked.state().tiedTo(task.id()).stream()
                            .anyMatch(
                                    tied -> tied.assignee().filter(who::equals).isPresent());
            if (isAsked) {
                return Optional.of(new CaseRefusal.SignerAlready(who.name()));
            }
        }
        return Optional.empty();
    }
}

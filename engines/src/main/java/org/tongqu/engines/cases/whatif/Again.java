package org.tongqu.engines.cases.whatif;

import java.util.Optional;
import java.util.Set;
import org.tongqu.engines.cases.Actor;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.engines.cases.Handling;
import org.tongqu.engines.cases.Task;
import org.tongqu.engines.cases.process.Performer;

/** Asks for what somebody once did, of the same case under another definition. */
record Again(CaseState state) {

    private static final String WRITTEN = "–";

    /** A command, and who may ask for it. */
    record Asking(CaseCommand command, Actor actor) {}

    /**
     * @param id of the task, or the group, where it was done; empty for what was done to the case
     * @return empty where there is nothing it could be done to
     */
    Optional<Asking> asking(CaseEvent event, String id) {
        return switch (event) {
            case CaseEvent.TaskCompleted e ->
                onTask(id, e.by(), new CaseCommand.Complete(id, e.outcome(), written(e.reason()), e.facts()));
            case CaseEvent.TaskReturned e ->
                onTask(
                        id,
                        e.by(),
                        new CaseCommand.Return(
                                id,
                                new CaseCommand.BackTo.Step(e.toNode()),
                                CaseCommand.Extent.THIS_WAY,
                                written(e.why())));
            case CaseEvent.TaskRecalled e ->
                state.findDoneTask(id)
                        .map(done -> new Asking(
                                new CaseCommand.Recall(id, written(e.why())), actor(done.task(), done.by())));
            case CaseEvent.SignersAdded e ->
                onTask(id, e.by(), new CaseCommand.AddSigners(id, e.when(), e.who(), written(e.why())));
            case CaseEvent.SignerRemoved e ->
                onTask(id, e.by(), new CaseCommand.RemoveSigner(id, e.who().id(), written(e.why())));
            case CaseEvent.SupplementAsked e -> onTask(id, e.by(), supplement(e, id));
            case CaseEvent.SpecialBegun e ->
                onTask(id, e.by(), new CaseCommand.BeginSpecial(id, e.code(), written(e.why())));
            case CaseEvent.SpecialEnded e ->
                state.specials().stream()
                        .filter(special -> special.taskId().equals(id)
                                && special.procedure().code().equals(e.code()))
                        .findFirst()
                        .flatMap(special ->
                                onTask(id, e.by(), new CaseCommand.EndSpecial(special.id(), written(e.why()))));
            case CaseEvent.MaterialsPromised e -> onTask(id, e.by(), new CaseCommand.AcceptPromise(id, e.materials()));
            case CaseEvent.VoicesAdded e ->
                seat(id).flatMap(seat -> onTask(
                        seat.id(),
                        e.by(),
                        new CaseCommand.AddVoices(
                                seat.id(),
                                e.seats().stream()
                                        .flatMap(one -> one.who().stream())
                                        .toList(),
                                written(e.why()))));
            case CaseEvent.VoiceRemoved e ->
                seat(id).flatMap(seat -> onTask(
                        seat.id(),
                        e.by(),
                        new CaseCommand.RemoveVoice(
                                seat.id(), e.seat().who().orElseThrow().id(), written(e.why()))));
            case CaseEvent.ServiceDone e ->
                Optional.of(new Asking(new CaseCommand.ServiceDone(id, e.facts()), Actor.system("")));
            case CaseEvent.ErrorCaught e ->
                Optional.of(new Asking(new CaseCommand.ServiceFailed(id, e.why()), Actor.system("")));
            default -> ofCase(event).map(command -> new Asking(command, Actor.system("")));
        };
    }

    /** What is done to the case as a whole; the platform may do all of it. */
    private Optional<CaseCommand> ofCase(CaseEvent event) {
        return switch (event) {
            case CaseEvent.MessageReceived e -> Optional.of(new CaseCommand.Receive(e.message(), e.facts()));
            case CaseEvent.SignalCaught e -> Optional.of(new CaseCommand.Signal(e.signal(), e.facts()));
            case CaseEvent.StepReopened e ->
                Optional.of(new CaseCommand.Redo(e.nodeId(), CaseCommand.Extent.THIS_WAY, written(e.why())));
            case CaseEvent.CaseSuspended e ->
                Optional.of(new CaseCommand.Suspend(written(e.why()), written(e.basis())));
            case CaseEvent.CaseResumed e -> Optional.of(new CaseCommand.Resume(written(e.why())));
            case CaseEvent.CaseTerminated e -> Optional.of(new CaseCommand.Terminate(written(e.why())));
            case CaseEvent.CaseWithdrawn e -> Optional.of(new CaseCommand.Withdraw(e.why()));
            case CaseEvent.ClockProlonged e ->
                Optional.of(new CaseCommand.Prolong(e.clock(), e.more(), written(e.why())));
            case CaseEvent.PromiseKept e ->
                state.handling().promises().stream()
                        .filter(Handling.Promised::open)
                        .findFirst()
                        .map(promise -> new CaseCommand.KeepPromise(promise.id(), e.facts()));
            default -> throw new IllegalArgumentException("Nothing somebody did: " + event);
        };
    }

    /** The same way back with the other branches of its block; what is no way back stays as it is. */
    static CaseCommand wider(CaseCommand command) {
        return switch (command) {
            case CaseCommand.Return(var taskId, var to, var extent, var why) ->
                new CaseCommand.Return(taskId, to, CaseCommand.Extent.WHOLE_BLOCK, why);
            case CaseCommand.Redo(var nodeId, var extent, var why) ->
                new CaseCommand.Redo(nodeId, CaseCommand.Extent.WHOLE_BLOCK, why);
            default -> command;
        };
    }

    private static CaseCommand supplement(CaseEvent.SupplementAsked e, String id) {
        return e.fields().isEmpty() && e.materials().isEmpty()
                ? new CaseCommand.Return(
                        id, new CaseCommand.BackTo.Applicant(), CaseCommand.Extent.THIS_WAY, written(e.why()))
                : new CaseCommand.AskSupplement(id, e.fields(), e.materials(), written(e.why()), e.newly());
    }

    private Optional<Asking> onTask(String id, String by, CaseCommand command) {
        return state.findOpenTask(id).map(task -> new Asking(command, actor(task, by)));
    }

    private Optional<Task> seat(String groupId) {
        return state.openTasks().stream()
                .filter(task -> task.tie()
                        .filter(tie ->
                                tie.kind() == Task.Tie.Kind.SEAT && tie.to().equals(groupId))
                        .isPresent())
                .findFirst();
    }

    /** Somebody who may do it: what is looked for is what would come of it, not who would do it. */
    private Actor actor(Task task, String by) {
        var id = task.assignee().map(who -> who.id()).orElse(by);
        return switch (task.performer()) {
            case Performer.Applicant applicant ->
                Actor.applicant(state.opened().applicant(), state.opened().applicant());
            case Performer.Role(var code) -> Actor.officer(id, id, task.organisation(), Set.of(code));
            case Performer.Person(var person) -> Actor.officer(person, person, task.organisation(), Set.of());
        };
    }

    /** Reasons move nothing: where one is owed that nobody wrote, it is taken as written. */
    private static String written(String text) {
        return text.isBlank() ? WRITTEN : text;
    }
}

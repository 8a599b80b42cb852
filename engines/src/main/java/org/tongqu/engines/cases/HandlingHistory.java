package org.tongqu.engines.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tongqu.engines.cases.process.SpecialProcedure;

/** How the operations of handling change the state: the way back, signatures, suspension, promises. */
final class HandlingHistory {

    private HandlingHistory() {}

    static CaseState changed(CaseState state, CaseEvent event) {
        return switch (event) {
            case CaseEvent.TaskReturned e ->
                state.with(state.waiting().withoutTask(e.taskId()))
                        .with(state.handling().backTo(e.backTo()));
            case CaseEvent.TaskRecounted e ->
                task(state, e.taskId(), task -> task.due(Optional.of(e.dueAt()), Optional.of(e.warnAt())));
            case CaseEvent.TaskRecalled e -> state.with(state.handling().backTo(e.taskId()));
            case CaseEvent.StepReopened e -> state.with(state.handling().backTo(e.taskId()));
            case CaseEvent.TaskDelegated e ->
                task(
                        state,
                        e.taskId(),
                        task -> task.delegatedBy(Optional.of(new Assignee(e.by(), e.byName())), Optional.of(e.to())));
            case CaseEvent.TaskGivenBack e ->
                task(state, e.taskId(), task -> task.delegatedBy(Optional.empty(), task.delegator()));
            case CaseEvent.SignersAdded e -> signers(state, e);
            case CaseEvent.SignerRemoved e ->
                task(
                        state,
                        e.taskId(),
                        task -> task.signedBy(task.signers().stream()
                                .filter(signer -> !signer.id().equals(e.who().id()))
                                .toList()));
            case CaseEvent.GroupOpened e ->
                state.with(state.waiting().with(new Group(e.groupId(), e.nodeId(), e.seats(), 0, List.of())));
            case CaseEvent.GroupDecided e -> decided(state, e);
            case CaseEvent.VoicesAdded e -> group(state, e.groupId(), group -> group.joined(e.seats()));
            case CaseEvent.VoiceRemoved e -> group(state, e.groupId(), group -> group.left(e.seat()));
            case CaseEvent.TaskUrged e -> task(state, e.taskId(), task -> task.urged(e.at()));
            default -> aroundIt(state, event);
        };
    }

    /** What concerns the case as a whole, or stands beside its steps. */
    private static CaseState aroundIt(CaseState state, CaseEvent event) {
        return switch (event) {
            case CaseEvent.CaseCopied e -> state.with(state.handling().copiedTo(e.to()));
            case CaseEvent.SupplementAsked e ->
                state.with(state.handling().asked(new Handling.Supplement(e.nodeId(), e.byName(), e.at())));
            case CaseEvent.CaseSuspended e ->
                state.with(state.handling()
                        .suspended(Optional.of(
                                new Handling.Suspension(e.at(), e.byName(), e.why(), e.basis(), state.timers()))));
            case CaseEvent.CaseResumed e -> state.with(state.handling().suspended(Optional.empty()));
            case CaseEvent.SpecialBegun e ->
                state.with(state.waiting()
                        .with(new Handling.Special(
                                e.specialId(),
                                e.taskId(),
                                new SpecialProcedure(e.code(), e.limit(), e.basis()),
                                e.at(),
                                Optional.of(e.excludedUntil()))));
            case CaseEvent.SpecialEnded e -> state.with(state.waiting().withoutSpecial(e.specialId()));
            case CaseEvent.SpecialOverran e ->
                state.with(state.waiting().changedSpecial(e.specialId(), Handling.Special::overran));
            case CaseEvent.MaterialsPromised e ->
                state.with(state.handling()
                        .promised(new Handling.Promised(
                                e.promiseId(), e.nodeId(), e.materials(), e.dueAt(), true, false)));
            case CaseEvent.PromiseKept e ->
                promise(state, e.promiseId(), Handling.Promised::kept).with(e.facts());
            case CaseEvent.PromiseBroken e -> promise(state, e.promiseId(), Handling.Promised::late);
            case CaseEvent.MessageReceived e -> state.with(e.facts());
            case CaseEvent.SignalCaught e -> state.with(e.facts());
            case CaseEvent.SignalSent e -> state;
            case CaseEvent.RuleDecided e -> state.with(e.facts());
            case CaseEvent.PromiseReminded e -> state;
            case CaseEvent.CaseWithdrawn e -> state;
            case CaseEvent.CaseTerminated e -> state;
            default -> throw new IllegalStateException("No history of " + event);
        };
    }

    private static CaseState signers(CaseState state, CaseEvent.SignersAdded e) {
        if (e.when() == CaseEvent.When.BEFORE) {
            return state;
        }
        return task(state, e.taskId(), task -> {
            List<Assignee> more = new ArrayList<>(task.signers());
            more.addAll(e.who());
            return task.signedBy(more);
        });
    }

    private static CaseState decided(CaseState state, CaseEvent.GroupDecided e) {
        return state.findToken(e.groupId())
                .map(token -> state.with(state.handling()
                        .passed(new Passage(
                                token, new Assignee(e.by(), e.byName()), e.outcome(), Passage.Led.NOT_YET, true))))
                .orElse(state);
    }

    private static CaseState group(CaseState state, String groupId, UnaryOperator<Group> change) {
        return state.with(state.waiting().changedGroup(groupId, change));
    }

    private static CaseState task(CaseState state, String taskId, UnaryOperator<Task> change) {
        return state.with(state.waiting().changed(taskId, change));
    }

    private static CaseState promise(CaseState state, String id, UnaryOperator<Handling.Promised> change) {
        return state.handling()
                .findPromise(id)
                .map(promise -> state.with(state.handling().promised(change.apply(promise))))
                .orElse(state);
    }
}

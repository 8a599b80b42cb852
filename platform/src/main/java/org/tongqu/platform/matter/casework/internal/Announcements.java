package org.tongqu.platform.matter.casework.internal;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.tongqu.engines.cases.Actor;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.engines.cases.Task;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.cases.process.Performer;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.matter.casework.CaseMoved;
import org.tongqu.platform.matter.intake.Correction;
import org.tongqu.platform.matter.intake.Intake;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Tells whoever must know that a case moved: the journal, the applicant's drafts, the listeners. */
@Component
class Announcements {

    private final ServiceCatalogue catalogue;
    private final Journal journal;
    private final Intake intake;
    private final ApplicationEventPublisher events;

    Announcements(ServiceCatalogue catalogue, Journal journal, Intake intake, ApplicationEventPublisher events) {
        this.catalogue = catalogue;
        this.journal = journal;
        this.intake = intake;
        this.events = events;
    }

    void announce(CaseMoved moved, Actor actor) {
        journal.append(entry(moved, actor));
        var before = ofApplicant(moved.before());
        var after = ofApplicant(moved.after());
        if (!before.isEmpty() && after.stream().noneMatch(before::contains)) {
            intake.closeCorrection(moved.view().head().receipt());
        }
        if (!before.containsAll(after)) {
            intake.reopen(correction(moved), part(moved, before));
        }
        events.publishEvent(moved);
    }

    /** The tasks that wait for the applicant: each body that asks for something has its own. */
    private static Set<String> ofApplicant(CaseState state) {
        return state.openTasks().stream()
                .filter(task -> task.performer() instanceof Performer.Applicant)
                .map(Task::id)
                .collect(Collectors.toSet());
    }

    /** The part of the form that the new task of the applicant asks for, where the form is filled in by and by. */
    private Optional<String> part(CaseMoved moved, Set<String> before) {
        var process =
                catalogue.packByHash(moved.view().head().pack().contentHash()).process();
        return moved.after().openTasks().stream()
                .filter(task -> task.performer() instanceof Performer.Applicant)
                .filter(task -> !before.contains(task.id()))
                .flatMap(task -> process.findNode(task.nodeId()).stream())
                .filter(Node.UserTask.class::isInstance)
                .flatMap(node -> ((Node.UserTask) node).formPart().stream())
                .findFirst();
    }

    /** What the officer asked for stands in the facts of the act; who names nothing opens everything. */
    private static Correction correction(CaseMoved moved) {
        var head = moved.view().head();
        var notice = moved.events().stream()
                .filter(CaseEvent.SupplementAsked.class::isInstance)
                .map(CaseEvent.SupplementAsked.class::cast)
                .findFirst();
        if (notice.isPresent()) {
            return new Correction(
                    head.receipt(),
                    head.caseId(),
                    notice.get().why(),
                    new LinkedHashSet<>(notice.get().fields()),
                    new LinkedHashSet<>(notice.get().materials()));
        }
        var asked = moved.events().stream()
                .filter(CaseEvent.TaskCompleted.class::isInstance)
                .map(CaseEvent.TaskCompleted.class::cast)
                .reduce((earlier, later) -> later);
        var facts = asked.<Datum>map(CaseEvent.TaskCompleted::facts).orElseGet(Datum::empty);
        return new Correction(
                head.receipt(),
                head.caseId(),
                asked.map(CaseEvent.TaskCompleted::reason).orElse(""),
                names(facts, "correction.fields"),
                names(facts, "correction.materials"));
    }

    private static Set<String> names(Datum facts, String path) {
        var names = new LinkedHashSet<String>();
        facts.items(path).forEach(item -> item.text("").ifPresent(names::add));
        return names;
    }

    private static Entry entry(CaseMoved moved, Actor actor) {
        var first = moved.events().getFirst();
        var told = moved.events().stream()
                .filter(event -> !(event instanceof CaseEvent.TaskClaimed))
                .findFirst()
                .orElse(first);
        var subject = new Entry.Subject("case", moved.view().head().receipt().value());
        var entry = Entry.of(told.at(), new Entry.Doer(actor.id(), actor.name()), verb(told), subject)
                .with(details(told, moved));
        return why(told).map(entry::because).orElse(entry);
    }

    private static String verb(CaseEvent event) {
        return switch (event) {
            case CaseEvent.CaseOpened e -> "casework.open";
            case CaseEvent.CaseWithdrawn e -> "casework.withdraw";
            case CaseEvent.TaskClaimed e -> "casework.claim";
            case CaseEvent.TaskReleased e -> "casework.release";
            case CaseEvent.TaskTransferred e -> "casework.transfer";
            case CaseEvent.TaskCompleted e -> "casework.complete";
            case CaseEvent.TimerFired e -> "casework.timer";
            case CaseEvent.TaskReturned e -> "casework.return";
            case CaseEvent.TaskRecalled e -> "casework.recall";
            case CaseEvent.StepReopened e -> "casework.redo";
            case CaseEvent.TaskDelegated e -> "casework.delegate";
            case CaseEvent.TaskGivenBack e -> "casework.give-back";
            case CaseEvent.SignersAdded e -> "casework.sign";
            case CaseEvent.SignerRemoved e -> "casework.unsign";
            case CaseEvent.CaseCopied e -> "casework.copy";
            case CaseEvent.TaskUrged e -> "casework.urge";
            case CaseEvent.CaseSuspended e -> "casework.suspend";
            case CaseEvent.CaseResumed e -> "casework.resume";
            case CaseEvent.CaseTerminated e -> "casework.terminate";
            case CaseEvent.SupplementAsked e -> "casework.supplement";
            case CaseEvent.SpecialBegun e -> "casework.special-begin";
            case CaseEvent.SpecialEnded e -> "casework.special-end";
            case CaseEvent.MaterialsPromised e -> "casework.promise";
            case CaseEvent.PromiseKept e -> "casework.promise-kept";
            case CaseEvent.ClockProlonged e -> "casework.prolong";
            case CaseEvent.ClockRecounted e -> "casework.recount";
            default -> "casework.move";
        };
    }

    private static Optional<String> why(CaseEvent event) {
        var why = switch (event) {
            case CaseEvent.CaseWithdrawn e -> e.why();
            case CaseEvent.TaskTransferred e -> e.why();
            case CaseEvent.TaskCompleted e -> e.reason();
            case CaseEvent.TaskReturned e -> e.why();
            case CaseEvent.TaskRecalled e -> e.why();
            case CaseEvent.StepReopened e -> e.why();
            case CaseEvent.TaskDelegated e -> e.why();
            case CaseEvent.TaskGivenBack e -> e.opinion();
            case CaseEvent.SignersAdded e -> e.why();
            case CaseEvent.SignerRemoved e -> e.why();
            case CaseEvent.CaseCopied e -> e.why();
            case CaseEvent.TaskUrged e -> e.why();
            case CaseEvent.CaseSuspended e -> e.why();
            case CaseEvent.CaseResumed e -> e.why();
            case CaseEvent.CaseTerminated e -> e.why();
            case CaseEvent.SupplementAsked e -> e.why();
            case CaseEvent.SpecialBegun e -> e.why();
            case CaseEvent.SpecialEnded e -> e.why();
            case CaseEvent.ClockProlonged e -> e.why();
            default -> "";
        };
        return why.isBlank() ? Optional.empty() : Optional.of(why);
    }

    private static Datum details(CaseEvent event, CaseMoved moved) {
        var details = Datum.empty().with("version", Datum.of(moved.after().version()));
        details = switch (event) {
            case CaseEvent.TaskCompleted e ->
                details.with("task", Datum.of(e.nodeId())).with("outcome", Datum.of(e.outcome()));
            case CaseEvent.TaskTransferred e ->
                details.with("task", Datum.of(e.taskId())).with("to", Datum.of(e.to().id()));
            case CaseEvent.TaskClaimed e -> details.with("task", Datum.of(e.taskId()));
            case CaseEvent.TaskReleased e -> details.with("task", Datum.of(e.taskId()));
            case CaseEvent.TimerFired e -> details.with("timer", Datum.of(e.nodeId()));
            default -> details;
        };
        return moved.after().result().isPresent()
                ? details.with("result", Datum.of(moved.after().result().get()))
                : details;
    }
}

package org.tongqu.platform.matter.casework.internal;

import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.engines.cases.Actor;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.engines.cases.CaseRefusal;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.engines.cases.Cases;
import org.tongqu.engines.cases.Moment;
import org.tongqu.engines.cases.Task;
import org.tongqu.engines.cases.process.Performer;
import org.tongqu.engines.packs.Pack;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.matter.casework.CaseHead;
import org.tongqu.platform.matter.casework.CaseView;
import org.tongqu.platform.matter.intake.HandoverRefused;
import org.tongqu.platform.matter.intake.Resubmitted;
import org.tongqu.platform.matter.intake.Submitted;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.trust.directory.Directory;

/** Takes over what intake hands in: an application opens a case, what was put right goes on with one. */
@Component
class Handover {

    private final ServiceCatalogue catalogue;
    private final Directory directory;
    private final CaseStore cases;
    private final CaseRunner runner;

    Handover(ServiceCatalogue catalogue, Directory directory, CaseStore cases, CaseRunner runner) {
        this.catalogue = catalogue;
        this.directory = directory;
        this.cases = cases;
        this.runner = runner;
    }

    /** Opens the case of an application, in the transaction that stores the application. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(Submitted submitted) {
        var pack = catalogue.packByHash(submitted.pack().contentHash());
        var head = new CaseHead(
                submitted.caseId(),
                submitted.receipt(),
                submitted.pack(),
                submitted.title(),
                submitted.applicant(),
                submitted.organisation(),
                submitted.submittedAt());
        var open = new CaseCommand.Open(
                submitted.caseId(),
                pack.clocks(),
                opening(submitted, pack),
                submitted.applicant().account(),
                submitted.organisation().code());
        var moment = new Moment(submitted.submittedAt(), directory.calendar());
        takeOver(runner.run(head, CaseState.none(), open, applicant(submitted.applicant()), moment));
    }

    /** What was answered, and which organisation is competent for each kind the process names. */
    private Datum.Fields opening(Submitted submitted, Pack pack) {
        Datum facts = answers(submitted.answers());
        var kinds = pack.process().organisationKinds();
        if (!kinds.isEmpty()) {
            var division =
                    directory.organisation(submitted.organisation().code()).division();
            for (var kind : kinds) {
                var office = directory.findResponsible(kind, division);
                if (office.isPresent()) {
                    facts = facts.with(
                            "organisations." + kind, Datum.of(office.get().code()));
                }
            }
        }
        if (submitted.reception().isPresent()) {
            var window = submitted.reception().get();
            facts = facts.with("reception.channel", Datum.of("window"))
                    .with("reception.place", Datum.of(window.place()))
                    .with("reception.zh", Datum.of(window.name().zh()))
                    .with("reception.en", Datum.of(window.name().en()))
                    .with("reception.staff", Datum.of(window.staff()))
                    .with("reception.clerk", Datum.of(window.clerk()))
                    .with("reception.scanned", Datum.of(window.scanned()));
        }
        return new Datum.Fields(facts.fields(""));
    }

    /** Hands what the applicant put right to the tasks that wait for it: each body that asked gets its answer. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(Resubmitted resubmitted) {
        var row = cases.lock(UUID.fromString(resubmitted.caseId())).orElseThrow();
        var state = runner.state(row);
        var waiting = state.openTasks().stream()
                .filter(open -> open.performer() instanceof Performer.Applicant)
                .toList();
        if (waiting.isEmpty()) {
            throw new HandoverRefused(state.ending()
                    .<CaseRefusal>map(end -> new CaseRefusal.Ended(end.result(), end.at()))
                    .orElseGet(() -> new CaseRefusal.NoSuchTask("")));
        }
        var events = row;
        for (var task : waiting) {
            complete(events, task, resubmitted);
            events = waiting.size() == 1
                    ? row
                    : cases.find(UUID.fromString(resubmitted.caseId())).orElseThrow();
        }
    }

    private void complete(CaseRow row, Task task, Resubmitted resubmitted) {
        var state = runner.state(row);
        if (state.findOpenTask(task.id()).isEmpty()) {
            return;
        }
        var process = catalogue.packByHash(row.head().pack().contentHash()).process();
        var outcome = Cases.outcomes(process, task).getFirst().code();
        var complete = new CaseCommand.Complete(task.id(), outcome, "", answers(resubmitted.answers()));
        var moment = new Moment(resubmitted.submittedAt(), directory.calendar());
        takeOver(runner.run(row.head(), state, complete, applicant(resubmitted.applicant()), moment));
    }

    private static void takeOver(Outcome<CaseView, CaseRefusal> outcome) {
        if (outcome instanceof Outcome.Refused<CaseView, CaseRefusal>(var reason)) {
            throw new HandoverRefused(reason);
        }
    }

    private static Actor applicant(Submitted.Applicant applicant) {
        return Actor.applicant(applicant.account(), applicant.name());
    }

    private static Datum.Fields answers(Datum given) {
        return new Datum.Fields(Map.of("answers", given));
    }
}

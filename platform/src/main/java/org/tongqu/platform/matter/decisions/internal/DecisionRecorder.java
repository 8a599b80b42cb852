package org.tongqu.platform.matter.decisions.internal;

import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.engines.cases.Cases;
import org.tongqu.engines.cases.DoneTask;
import org.tongqu.engines.cases.process.Performer;
import org.tongqu.engines.packs.Documents;
import org.tongqu.engines.packs.Pack;
import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.casework.CaseHead;
import org.tongqu.platform.matter.casework.CaseInHand;
import org.tongqu.platform.matter.casework.CaseMoved;
import org.tongqu.platform.matter.decisions.Decision;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.trust.directory.Directory;

/** Writes a decision down: when it is published, or else when the case ends by it. */
@Component
public class DecisionRecorder {

    /** Where a case keeps that its decision was written down before it ended. */
    static final String NUMBER = "decision.number";

    private final DecisionStore decisions;
    private final ServiceCatalogue catalogue;
    private final Directory directory;

    DecisionRecorder(DecisionStore decisions, ServiceCatalogue catalogue, Directory directory) {
        this.decisions = decisions;
        this.catalogue = catalogue;
        this.directory = directory;
    }

    /** A case that ends because an officer decided so has a decision; one that was withdrawn or lapsed has none. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CaseMoved moved) {
        var after = moved.after();
        if (after.status() == CaseState.Status.ENDED
                && isDecided(moved)
                && after.facts().text(NUMBER).isEmpty()) {
            var head = moved.view().head();
            record(
                    head,
                    catalogue.packByHash(head.pack().contentHash()),
                    after.doneTasks().getLast());
        }
    }

    private static boolean isDecided(CaseMoved moved) {
        return !moved.after().result().orElseThrow().equals(Cases.WITHDRAWN)
                && moved.after().doneTasks().size() > moved.before().doneTasks().size()
                && moved.after().doneTasks().getLast().task().performer() instanceof Performer.Role;
    }

    Decision record(CaseInHand inHand) {
        return record(inHand.head(), inHand.pack(), inHand.lastDecision());
    }

    private Decision record(CaseHead head, Pack pack, DoneTask done) {
        var organisation = done.task().organisation();
        var at = done.at().atZone(WorkingCalendar.ZONE);
        var number = number(
                directory.organisation(organisation).name(),
                at.getYear(),
                decisions.nextNumber(organisation, at.getYear()));
        var decision = decision(head, pack, done, number);
        decisions.insert(decision, done.task().id());
        return decision;
    }

    /** The organisation's name, the year in its brackets, and five digits or more. */
    public static String number(Label organisation, int year, int number) {
        return Documents.yearly(organisation.zh(), year, number);
    }

    /** The decision that a done task is, under the number. */
    public static Decision decision(CaseHead head, Pack pack, DoneTask done, String number) {
        return new Decision(
                head.caseId(),
                head.receipt(),
                number,
                head.pack().id(),
                done.task().organisation(),
                done.outcome(),
                new Decision.Grounds(done.reason(), basis(pack)),
                new Decision.By(done.by(), done.byName()),
                done.at());
    }

    private static String basis(Pack pack) {
        return pack.item().basis().stream()
                .map(basis -> basis.law().zh() + " " + basis.article().zh())
                .collect(Collectors.joining("\n"));
    }
}

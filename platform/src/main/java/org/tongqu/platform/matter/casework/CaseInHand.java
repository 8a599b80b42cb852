package org.tongqu.platform.matter.casework;

import org.tongqu.engines.cases.Actor;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.engines.cases.DoneTask;
import org.tongqu.engines.cases.Moment;
import org.tongqu.engines.packs.Pack;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.trust.directory.Organisation;

/**
 * A case as a service task finds it.
 *
 * @param state how it stands right now, with all that this act brought about so far
 * @param actor whose act led here
 */
public record CaseInHand(
        CaseHead head, Pack pack, Organisation organisation, CaseState state, Actor actor, Moment moment) {

    /**
     * What is known of the case by the names packs use: {@code answers.…} and what services added, {@code case.…} of the
     * case itself, {@code decision.…} of the last thing an officer decided.
     */
    public Datum.Fields facts() {
        Datum facts = state.facts();
        facts = facts.with("case.receipt", Datum.of(head.receipt().value()))
                .with("case.organisation.code", Datum.of(organisation.code()))
                .with("case.organisation.name", Datum.of(organisation.name().zh()))
                .with("case.division", Datum.of(head.organisation().division()))
                .with("case.openedOn", Datum.of(day(head.openedAt())));
        if (!state.doneTasks().isEmpty()) {
            var last = lastDecision();
            facts = facts.with("decision.on", Datum.of(day(last.at())))
                    .with("decision.outcome", Datum.of(last.outcome()))
                    .with("decision.by", Datum.of(last.byName()));
        }
        return new Datum.Fields(facts.fields(""));
    }

    /** What an officer decided last. */
    public DoneTask lastDecision() {
        return state.doneTasks().getLast();
    }

    private static java.time.LocalDate day(java.time.Instant at) {
        return at.atZone(WorkingCalendar.ZONE).toLocalDate();
    }
}

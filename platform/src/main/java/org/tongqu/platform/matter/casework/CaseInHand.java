package org.tongqu.platform.matter.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
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
        var facts = new LinkedHashMap<>(state.facts().values());
        facts.put("case", known());
        if (!state.doneTasks().isEmpty()) {
            facts.put("decision", decided(state.facts().fields("decision")));
        }
        return new Datum.Fields(facts);
    }

    private Datum known() {
        var known = new LinkedHashMap<String, Datum>();
        known.put("receipt", Datum.of(head.receipt().value()));
        known.put(
                "organisation",
                new Datum.Fields(Map.of(
                        "code",
                        Datum.of(organisation.code()),
                        "name",
                        Datum.of(organisation.name().zh()))));
        known.put("division", Datum.of(head.organisation().division()));
        known.put("openedOn", Datum.of(day(head.openedAt())));
        return new Datum.Fields(known);
    }

    private Datum decided(Map<String, Datum> kept) {
        var last = lastDecision();
        var decided = new LinkedHashMap<>(kept);
        decided.put("on", Datum.of(day(last.at())));
        decided.put("outcome", Datum.of(last.outcome()));
        decided.put("reason", Datum.of(last.reason()));
        decided.put("by", Datum.of(last.byName()));
        return new Datum.Fields(decided);
    }

    /** What an officer decided last. */
    public DoneTask lastDecision() {
        return state.doneTasks().getLast();
    }

    private static LocalDate day(Instant at) {
        return at.atZone(WorkingCalendar.ZONE).toLocalDate();
    }
}

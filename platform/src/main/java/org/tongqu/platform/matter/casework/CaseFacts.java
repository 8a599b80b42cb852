package org.tongqu.platform.matter.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.trust.directory.Organisation;

/**
 * What is known of a case by the names packs use: {@code answers.…} and what services added, {@code case.…} of the case
 * itself, {@code decision.…} of the last thing an officer decided.
 */
public final class CaseFacts {

    private CaseFacts() {}

    /** @param organisation who handles the case */
    public static Datum.Fields of(CaseHead head, Organisation organisation, CaseState state) {
        var facts = new LinkedHashMap<>(state.facts().values());
        facts.put("case", known(head, organisation));
        if (!state.doneTasks().isEmpty()) {
            facts.put("decision", decided(state));
        }
        return new Datum.Fields(facts);
    }

    private static Datum known(CaseHead head, Organisation organisation) {
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

    private static Datum decided(CaseState state) {
        var last = state.doneTasks().getLast();
        var decided = new LinkedHashMap<>(state.facts().fields("decision"));
        decided.put("on", Datum.of(day(last.at())));
        decided.put("outcome", Datum.of(last.outcome()));
        decided.put("reason", Datum.of(last.reason()));
        decided.put("by", Datum.of(last.byName()));
        return new Datum.Fields(decided);
    }

    private static LocalDate day(Instant at) {
        return at.atZone(WorkingCalendar.ZONE).toLocalDate();
    }
}

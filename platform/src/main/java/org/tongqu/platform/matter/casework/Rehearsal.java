package org.tongqu.platform.matter.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.engines.cases.Moment;
import org.tongqu.engines.cases.whatif.Definition;
import org.tongqu.engines.cases.whatif.Foreseen;
import org.tongqu.engines.cases.whatif.WhatIf;
import org.tongqu.engines.packs.Pack;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.casework.internal.PastCases;
import org.tongqu.platform.matter.services.InUse;
import org.tongqu.platform.trust.seals.Seals;

/**
 * Plays the cases of a period, and all that are open, again by a changed pack. Reads alone; the cases stay with the
 * version they were opened with.
 */
public final class Rehearsal {

    private static final int AT_ONCE = 100;

    private final PastCases cases;
    private final Function<String, Pack> byHash;
    private final Map<String, Definition> before = new HashMap<>();

    public Rehearsal(JdbcClient store, Seals seals) {
        this(store, seals, hash -> InUse.byHash(store, hash));
    }

    /** @param byHash the pack that a case was opened with */
    public Rehearsal(JdbcClient store, Seals seals, Function<String, Pack> byHash) {
        this.cases = new PastCases(store, seals);
        this.byHash = byHash;
    }

    /** @param to the last day */
    public record Period(LocalDate from, LocalDate to) {

        private static Instant begins(LocalDate day) {
            return day.atStartOfDay(WorkingCalendar.ZONE).toInstant();
        }
    }

    /**
     * Which cases are played again.
     *
     * @param organisation that handles them; all where it is empty
     */
    public record Asked(String packId, Period period, Optional<String> organisation) {

        PastCases.Asked cases() {
            return new PastCases.Asked(
                    packId,
                    Period.begins(period.from()),
                    Period.begins(period.to().plusDays(1)),
                    organisation);
        }
    }

    /** Behind which case the next ones come, so that whoever was interrupted goes on there. */
    public record Mark(Instant openedAt, String caseId) {}

    /** One case and what would have become of it. @param organisation that handles it */
    public record Line(
            String caseId,
            String receipt,
            String packVersion,
            String organisation,
            Instant openedAt,
            Foreseen foreseen) {

        public Mark mark() {
            return new Mark(openedAt, caseId);
        }
    }

    public long count(Asked asked) {
        return cases.count(asked.cases());
    }

    /**
     * The next cases in the order of their opening; empty at the end.
     *
     * @param today asked for after the cases were read, so that nothing in them comes after it
     */
    public List<Line> next(Pack after, Asked asked, Optional<Mark> behind, Supplier<Moment> today) {
        var mark = behind.map(last -> new PastCases.Mark(last.openedAt(), last.caseId()));
        var some = cases.next(asked.cases(), mark, AT_ONCE);
        var definition = definition(after);
        var now = today.get();
        return some.stream().map(past -> line(past, definition, now)).toList();
    }

    private Line line(PastCases.Past past, Definition after, Moment today) {
        var was = before.computeIfAbsent(past.packHash(), hash -> definition(byHash.apply(hash)));
        return new Line(
                past.caseId(),
                past.receipt(),
                past.packVersion(),
                past.organisation(),
                past.openedAt(),
                WhatIf.of(was, after, past.events(), today));
    }

    private static Definition definition(Pack pack) {
        return new Definition(pack.process(), pack.clocks());
    }

    /** The kinds of what would have been that their author must look at before publishing. */
    public static List<Foreseen.Kind> grave() {
        return List.of(
                Foreseen.Kind.ENDS_OTHERWISE,
                Foreseen.Kind.LATER,
                Foreseen.Kind.TIMELINESS,
                Foreseen.Kind.STEP_GONE,
                Foreseen.Kind.LATE_AT_ONCE,
                Foreseen.Kind.UNKNOWN);
    }
}

package org.tongqu.platform.matter.casework;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
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
        this.cases = new PastCases(store, seals);
        this.byHash = hash -> InUse.byHash(store, hash);
    }

    /** @param to the last day */
    public record Period(LocalDate from, LocalDate to) {

        PastCases.Asked of(String packId) {
            return new PastCases.Asked(
                    packId,
                    from.atStartOfDay(WorkingCalendar.ZONE).toInstant(),
                    to.plusDays(1).atStartOfDay(WorkingCalendar.ZONE).toInstant());
        }
    }

    /** One case and what would have become of it. */
    public record Line(String caseId, String receipt, String packVersion, Foreseen foreseen) {}

    public long count(String packId, Period period) {
        return cases.count(period.of(packId));
    }

    /** @param told each case in the order of their opening, with its number among all of them */
    public void play(Pack after, Period period, Moment today, BiConsumer<Integer, Line> told) {
        var asked = period.of(after.id());
        var definition = definition(after);
        var seen = 0;
        var some = cases.next(asked, Optional.empty(), AT_ONCE);
        while (!some.isEmpty()) {
            for (var past : some) {
                told.accept(++seen, line(past, definition, today));
            }
            some = cases.next(asked, Optional.of(some.getLast()), AT_ONCE);
        }
    }

    private Line line(PastCases.Past past, Definition after, Moment today) {
        var was = before.computeIfAbsent(past.packHash(), hash -> definition(byHash.apply(hash)));
        return new Line(past.caseId(), past.receipt(), past.packVersion(), WhatIf.of(was, after, past.events(), today));
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

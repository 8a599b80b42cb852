package org.tongqu.platform.matter.evaluation.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.evaluation.Scheme;
import org.tongqu.engines.evaluation.Sheet;
import org.tongqu.engines.evaluation.SubjectKind;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.evaluation.EvaluationTerms;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Freezes what has ended, and counts anew what has not. */
@Component
public class Freezing {

    private final TallyStore tallies;
    private final ResultStore results;
    private final SchemeBook schemes;
    private final Journal journal;
    private final EvaluationTerms terms;
    private final Amending amending;

    Freezing(
            TallyStore tallies,
            ResultStore results,
            SchemeBook schemes,
            Journal journal,
            EvaluationTerms terms,
            Amending amending) {
        this.tallies = tallies;
        this.results = results;
        this.schemes = schemes;
        this.journal = journal;
        this.terms = terms;
        this.amending = amending;
    }

    /** Freezes every period that ended and is not frozen. @return how many */
    @Transactional
    public int freeze(Instant now) {
        tallies.hold();
        var first = tallies.firstMonth();
        if (first.isEmpty()) {
            return 0;
        }
        var open = openMonth(now);
        var done = done();
        var from = firstOpen(first.get(), done);
        if (from.isBefore(open)) {
            schemes.keep(now);
            tallies.count(from, open);
            tallies.forgetDraft(open);
        }
        int frozen = 0;
        for (var kind : Period.Kind.values()) {
            for (var period = Period.of(kind, first.get()); !period.until().isAfter(open); period = period.next()) {
                if (!done.contains(period.id())) {
                    freeze(period, now);
                    amending.carry(period, now);
                    frozen++;
                }
            }
        }
        return frozen;
    }

    /** Counts what is still open. */
    @Transactional
    public void count(Instant now) {
        tallies.hold();
        var first = tallies.firstMonth();
        if (first.isPresent()) {
            tallies.draft(firstOpen(first.get(), done()), now);
        }
    }

    /** The first day that is not to be frozen by then. */
    private LocalDate openMonth(Instant now) {
        var settled = LocalDate.ofInstant(now.minus(terms.settles()), WorkingCalendar.ZONE);
        return settled.withDayOfMonth(1);
    }

    /** When the next period is to be frozen. */
    Instant next(Instant now) {
        return openMonth(now)
                .plusMonths(1)
                .atStartOfDay(WorkingCalendar.ZONE)
                .toInstant()
                .plus(terms.settles());
    }

    private Set<String> done() {
        var done = new HashSet<String>();
        results.frozen().forEach(kept -> done.add(kept.period().id()));
        return done;
    }

    private static LocalDate firstOpen(LocalDate first, Set<String> done) {
        var month = Period.of(Period.Kind.MONTH, first);
        while (done.contains(month.id())) {
            month = month.next();
        }
        return month.from();
    }

    private void freeze(Period period, Instant now) {
        var scheme = schemes.current();
        var amounts = tallies.amounts(period.from(), period.until());
        int subjects = 0;
        for (var kind : SubjectKind.values()) {
            var sheets = sheets(scheme.scheme(), kind, amounts.getOrDefault(kind, Map.of()));
            results.write(period, scheme.scheme(), kind, sheets);
            subjects += sheets.size();
        }
        var frozen = results.close(period, scheme.id(), now);
        journal.append(Entry.of(
                        now,
                        Entry.Doer.SYSTEM,
                        "evaluation.freeze",
                        new Entry.Subject("evaluation-period", period.id()))
                .with(Datum.empty()
                        .with("scheme", Datum.of(scheme.id()))
                        .with("subjects", Datum.of(subjects))
                        .with("rows", Datum.of(frozen.counted()))
                        .with("digest", Datum.of(frozen.digest()))));
    }

    static Map<String, Sheet> sheets(Scheme scheme, SubjectKind kind, Map<String, Map<String, BigDecimal>> amounts) {
        var indicators = scheme.of(kind);
        var sheets = new HashMap<String, Sheet>();
        amounts.forEach((subject, counted) -> sheets.put(subject, Sheet.of(indicators, counted)));
        return sheets;
    }
}

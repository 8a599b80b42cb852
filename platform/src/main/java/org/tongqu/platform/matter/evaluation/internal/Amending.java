package org.tongqu.platform.matter.evaluation.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongqu.engines.evaluation.Indicator;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.evaluation.Scheme;
import org.tongqu.engines.evaluation.Sheet;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.matter.evaluation.Amendment;
import org.tongqu.platform.matter.evaluation.Appeal;
import org.tongqu.platform.matter.evaluation.Measure;
import org.tongqu.platform.matter.evaluation.Subject;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/**
 * Works scores out anew without the rows that upheld appeals name, beside what was frozen: of the period that was appealed
 * against, and of every quarter and year it lies in, whenever that is frozen.
 */
@Component
public class Amending {

    private final TallyStore tallies;
    private final ResultStore results;
    private final AppealStore appeals;
    private final AmendmentStore amendments;
    private final SchemeBook schemes;
    private final Journal journal;

    Amending(
            TallyStore tallies,
            ResultStore results,
            AppealStore appeals,
            AmendmentStore amendments,
            SchemeBook schemes,
            Journal journal) {
        this.tallies = tallies;
        this.results = results;
        this.appeals = appeals;
        this.amendments = amendments;
        this.schemes = schemes;
        this.journal = journal;
    }

    /** Nothing is frozen and nothing else amended until the transaction ends. */
    public void hold() {
        tallies.hold();
    }

    /** Amends what is frozen by an appeal that was just upheld. */
    public void uphold(Appeal appeal, Instant now) {
        var appealed = appeal.about().period();
        results.frozen().stream()
                .filter(kept -> !kept.period().from().isAfter(appealed.from())
                        && !kept.period().until().isBefore(appealed.until()))
                .forEach(kept -> amend(kept.period(), schemes.find(kept.edition()), appeal, now));
    }

    /** Amends a period that was just frozen by what was upheld of the periods in it. */
    void carry(Period frozen, Instant now) {
        appeals.upheldWithin(frozen)
                .forEach(appeal -> amend(frozen, schemes.current().scheme(), appeal, now));
    }

    private void amend(Period period, Scheme scheme, Appeal appeal, Instant now) {
        var subject = appeal.about().subject();
        var indicator = scheme.find(appeal.about().indicator())
                .filter(known -> known.of().contains(subject.kind()));
        if (indicator.isEmpty()) {
            return;
        }
        var score = amended(period, subject, indicator.get());
        var sheet = Sheet.of(results.scores(scheme, period, subject).stream()
                .map(kept -> kept.indicator().name().equals(indicator.get().name())
                        ? score
                        : earlier(kept, amendments.of(period, subject)))
                .toList());
        var made = new Amendment(
                appeal.id(),
                period,
                subject,
                new Amendment.Scored(indicator.get().name(), score.value(), score.points()),
                sheet.total().filter(total -> scheme.ranks(subject.kind(), sheet)),
                now);
        amendments.add(made);
        journal.append(Entry.of(
                        now, Entry.Doer.SYSTEM, "evaluation.amend", new Entry.Subject("evaluation-period", period.id()))
                .with(told(made)));
    }

    private Sheet.Score amended(Period period, Subject subject, Indicator indicator) {
        var measures = indicator.measures().stream()
                .flatMap(code -> Measure.find(code).stream())
                .collect(Collectors.toSet());
        var organisations = subject.organisation().map(List::of).orElse(List.of());
        Map<String, BigDecimal> amounts = new HashMap<>(tallies.amounts(period, organisations, subject.post()));
        amendments
                .excluded(period, subject, indicator.name(), measures)
                .forEach((measure, out) -> amounts.merge(measure, out.negate(), BigDecimal::add));
        return Sheet.of(List.of(indicator), amounts).scores().getFirst();
    }

    /** As an earlier appeal left it. */
    private static Sheet.Score earlier(Sheet.Score kept, List<Amendment> made) {
        return made.stream()
                .map(Amendment::scored)
                .filter(scored -> scored.indicator().equals(kept.indicator().name()))
                .reduce((first, second) -> second)
                .map(scored -> new Sheet.Score(kept.indicator(), scored.value(), scored.points()))
                .orElse(kept);
    }

    private static Datum told(Amendment made) {
        var told = Datum.empty()
                .with("appeal", Datum.of(made.appeal()))
                .with("scored", Datum.of(made.subject().id()))
                .with("indicator", Datum.of(made.scored().indicator()));
        if (made.scored().points().isPresent()) {
            told = told.with("points", Datum.of(made.scored().points().get()));
        }
        if (made.total().isPresent()) {
            told = told.with("total", Datum.of(made.total().get()));
        }
        return told;
    }
}

package org.tongqu.platform.data.statistics;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.design.TextsBundle;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.statistics.internal.FigureStore;
import org.tongqu.platform.data.statistics.internal.FigureStore.Acting;
import org.tongqu.platform.data.statistics.internal.FigureStore.Given;
import org.tongqu.platform.data.statistics.internal.SheetLines;
import org.tongqu.platform.data.statistics.internal.SheetLines.Against;
import org.tongqu.platform.data.statistics.internal.Shelf;
import org.tongqu.platform.operate.sheets.SheetReader;
import org.tongqu.platform.operate.sheets.Taken;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Takes over all figures of a table, or none of them. */
@Service
public class Tables {

    private final Shelf shelf;
    private final Reporting reporting;
    private final FigureStore figures;
    private final Directory directory;
    private final Journal journal;
    private final TextsBundle texts;
    private final Clock clock;

    Tables(
            Shelf shelf,
            Reporting reporting,
            FigureStore figures,
            Directory directory,
            Journal journal,
            TextsBundle texts,
            Clock clock) {
        this.shelf = shelf;
        this.reporting = reporting;
        this.figures = figures;
        this.directory = directory;
        this.journal = journal;
        this.texts = texts;
        this.clock = clock;
    }

    /** What says something new is reported, whatever was released stays until it is released in its place. */
    @Transactional
    public Outcome<Taken, StatisticsRefusal> take(SignedIn.Officer who, byte[] file) {
        if (!reporting.mayReport(who)) {
            return Outcome.refused(new StatisticsRefusal.OtherOffice());
        }
        figures.lock();
        var against = against(who);
        return SheetReader.read(file)
                .<StatisticsRefusal>mapRefusal(StatisticsRefusal.NotRead::new)
                .then(lines -> SheetLines.read(lines, against))
                .then(this::explained)
                .map(given -> keep(who, given));
    }

    private Outcome<List<Given>, StatisticsRefusal> explained(SheetLines.Lines lines) {
        var faults = lines.unexplained(
                figures.released(lines.given().stream().map(Given::key).toList()));
        return faults.isEmpty() ? Outcome.done(lines.given()) : Outcome.refused(StatisticsRefusal.faulty(faults));
    }

    private Against against(SignedIn.Officer who) {
        var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        var kind = directory.organisation(who.organisation()).kind();
        var covered = shelf.covered(kind);
        Map<String, List<String>> regions = new HashMap<>();
        return new Against(
                texts,
                shelf.book(),
                kind,
                indicator -> regions.computeIfAbsent(
                        indicator.code(),
                        code -> covered.map(known -> known.regions().of(indicator))
                                .orElse(List.of())),
                today);
    }

    private Taken keep(SignedIn.Officer who, List<Given> given) {
        var acting = new Acting(who, clock.instant());
        var taken = figures.report(given, acting);
        if (taken.isNews()) {
            journal.append(Entry.of(
                            acting.now(),
                            who.doer(),
                            "statistics.report",
                            new Entry.Subject("organisation", who.organisation()))
                    .with(taken.facts()));
        }
        return taken;
    }
}

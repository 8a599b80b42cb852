package org.tongqu.platform.data.statistics;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.design.Texts;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.statistics.Checking;
import org.tongqu.engines.statistics.Finding;
import org.tongqu.engines.statistics.Indicator;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.statistics.Dossier.Found;
import org.tongqu.platform.data.statistics.Dossier.Waiting;
import org.tongqu.platform.data.statistics.internal.FigureStore;
import org.tongqu.platform.data.statistics.internal.FigureStore.Acting;
import org.tongqu.platform.data.statistics.internal.FigureStore.Key;
import org.tongqu.platform.data.statistics.internal.PlanStore;
import org.tongqu.platform.data.statistics.internal.Releases;
import org.tongqu.platform.data.statistics.internal.SheetColumn;
import org.tongqu.platform.data.statistics.internal.Shelf;
import org.tongqu.platform.operate.sheets.SheetForm;
import org.tongqu.platform.operate.sheets.SheetWriter;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.access.AccessRefusal;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** The way of a figure from the office that reports it to everybody: reported, reviewed by another person, released. */
@Service
public class Reporting {

    private static final Set<String> REPORTERS = Set.of(Compiling.OFFICER, Compiling.CHIEF);
    private static final Set<String> RELEASERS = Set.of(Compiling.CHIEF);
    private static final int LONGEST_REASON = 500;

    private final Shelf shelf;
    private final FigureStore figures;
    private final PlanStore plans;
    private final Releases releases;
    private final Access access;
    private final Journal journal;
    private final Clock clock;

    Reporting(
            Shelf shelf,
            FigureStore figures,
            PlanStore plans,
            Releases releases,
            Access access,
            Journal journal,
            Clock clock) {
        this.shelf = shelf;
        this.figures = figures;
        this.plans = plans;
        this.releases = releases;
        this.access = access;
        this.journal = journal;
        this.clock = clock;
    }

    /** Those the officer's organisation answers for; none for whoever works elsewhere. */
    public List<Indicator> own(SignedIn.Officer who) {
        return shelf.book().all().stream()
                .filter(indicator -> isOf(who, indicator))
                .toList();
    }

    private boolean isOf(SignedIn.Officer who, Indicator indicator) {
        return shelf.office(indicator.keeping().office())
                .filter(office -> office.code().equals(who.organisation()))
                .isPresent();
    }

    public boolean mayReport(SignedIn.Officer who) {
        return REPORTERS.stream().anyMatch(who::has) && may(who, REPORTERS) && shelf.isKept(who.organisation());
    }

    public boolean mayRelease(SignedIn.Officer who) {
        return RELEASERS.stream().anyMatch(who::has) && may(who, RELEASERS) && shelf.isKept(who.organisation());
    }

    private boolean may(SignedIn.Officer who, Set<String> roles) {
        return access.mayAct(who, who.organisation(), roles) instanceof Outcome.Done;
    }

    private Optional<StatisticsRefusal> objection(SignedIn.Officer who, Indicator indicator, Set<String> roles) {
        if (access.mayAct(who, who.organisation(), roles)
                instanceof Outcome.Refused<SignedIn.Officer, AccessRefusal>(var why)) {
            return Optional.of(new StatisticsRefusal.MayNot(why));
        }
        return isOf(who, indicator) ? Optional.empty() : Optional.of(new StatisticsRefusal.OtherOffice());
    }

    /** What waits, the newest period first. */
    @Transactional(readOnly = true)
    public List<Dossier.Listed> waiting(SignedIn.Officer who) {
        var own = own(who);
        return Stream.of(Period.Kind.values())
                .flatMap(every -> figures
                        .waiting(
                                who.organisation(),
                                every,
                                own.stream()
                                        .filter(indicator -> indicator.shape().every() == every)
                                        .map(Indicator::code)
                                        .toList())
                        .stream())
                .sorted(Comparator.comparing(
                                (Dossier.Listed listed) -> listed.period().until())
                        .reversed()
                        .thenComparing(Dossier.Listed::indicator))
                .toList();
    }

    /** Everything about an indicator of the officer's own in one period. */
    @Transactional(readOnly = true)
    public Optional<Dossier> find(SignedIn.Officer who, String code, Period period) {
        return shelf.book()
                .find(code)
                .filter(indicator -> isOf(who, indicator))
                .filter(indicator -> indicator.shape().every() == period.kind())
                .flatMap(indicator -> dossier(indicator, period));
    }

    private Optional<Dossier> dossier(Indicator indicator, Period period) {
        return shelf.covered(indicator.keeping().office()).map(covered -> {
            var versions = figures.versions(indicator.code(), period.from(), Optional.empty());
            var waiting = versions.stream()
                    .filter(figure -> figure.state() != Figure.State.RELEASED)
                    .map(figure -> new Waiting(
                            figure,
                            versions.stream()
                                    .filter(other -> other.region().equals(figure.region()))
                                    .filter(other -> other.state() == Figure.State.RELEASED)
                                    .findFirst()))
                    .toList();
            var answers = plans.answers(indicator.code(), period.from());
            var found = findings(indicator, period, covered).stream()
                    .map(finding -> new Found(finding, Optional.ofNullable(answers.get(finding.key()))))
                    .toList();
            return new Dossier(
                    indicator, period, covered, waiting, found, plans.planned(indicator.code(), period.from()));
        });
    }

    private List<Finding> findings(Indicator indicator, Period period, Covered covered) {
        var codes = Stream.concat(Stream.of(indicator.code()), indicator.parts().stream())
                .toList();
        var days =
                List.of(period.from(), period.previous().from(), period.from().minusYears(1));
        Map<Key, BigDecimal> known = figures.latest(codes, days);
        return Checking.of(
                indicator,
                period,
                covered.regions(),
                (code, region, when) -> Optional.ofNullable(known.get(new Key(code, region, when.from()))));
    }

    /** Another person than whoever reported them says that the figures are right. */
    @Transactional
    public Outcome<Integer, StatisticsRefusal> review(SignedIn.Officer who, Indicator indicator, Period period) {
        var objection = objection(who, indicator, RELEASERS);
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        figures.lock();
        var acting = new Acting(who, clock.instant());
        int reviewed = figures.review(indicator.code(), period.from(), acting);
        if (reviewed == 0) {
            var waits = dossier(indicator, period)
                    .filter(one -> one.waitsFor(Figure.State.REPORTED))
                    .isPresent();
            return Outcome.refused(waits ? new StatisticsRefusal.OwnReport() : new StatisticsRefusal.NothingWaits());
        }
        journal.append(Entry.of(acting.now(), who.doer(), "statistics.review", subject(indicator, period))
                .with(Datum.empty().with("figures", Datum.of(reviewed))));
        return Outcome.done(reviewed);
    }

    /** What was reviewed is there for everybody, with all that follows from it, once every finding is accounted for. */
    @Transactional
    public Outcome<Integer, StatisticsRefusal> release(SignedIn.Officer who, Indicator indicator, Period period) {
        var objection = objection(who, indicator, RELEASERS);
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        figures.lock();
        var dossier = dossier(indicator, period);
        if (dossier.filter(one -> one.waitsFor(Figure.State.REVIEWED)).isEmpty()) {
            return Outcome.refused(new StatisticsRefusal.NothingWaits());
        }
        int unanswered = dossier.get().unanswered();
        if (unanswered > 0) {
            return Outcome.refused(new StatisticsRefusal.Unanswered(unanswered));
        }
        var acting = new Acting(who, clock.instant());
        var regions = figures.release(indicator.code(), period.from(), acting);
        releases.released(indicator, period, regions, acting);
        journal.append(Entry.of(acting.now(), who.doer(), "statistics.release", subject(indicator, period))
                .with(Datum.empty().with("figures", Datum.of(regions.size()))));
        return Outcome.done(regions.size());
    }

    /** Says why the figures stand although a check found something. @param finding its key */
    @Transactional
    public Outcome<Boolean, StatisticsRefusal> answer(
            SignedIn.Officer who, Indicator indicator, Period period, String finding, String reason) {
        var objection = objection(who, indicator, REPORTERS);
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        var said = reason.strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            return Outcome.refused(new StatisticsRefusal.ReasonMissing());
        }
        var isFound = dossier(indicator, period).stream()
                .flatMap(dossier -> dossier.findings().stream())
                .anyMatch(found -> found.finding().key().equals(finding));
        if (!isFound) {
            return Outcome.refused(new StatisticsRefusal.NotFound());
        }
        var acting = new Acting(who, clock.instant());
        var isNew = plans.answer(new PlanStore.Key(indicator.code(), period.from()), finding, said, acting);
        if (isNew) {
            journal.append(Entry.of(acting.now(), who.doer(), "statistics.answer", subject(indicator, period))
                    .because(said)
                    .with(Datum.empty().with("finding", Datum.of(finding))));
        }
        return Outcome.done(isNew);
    }

    /** On which day the period is to be released. */
    @Transactional
    public Outcome<LocalDate, StatisticsRefusal> plan(
            SignedIn.Officer who, Indicator indicator, Period period, LocalDate day) {
        var objection = objection(who, indicator, RELEASERS);
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        var acting = new Acting(who, clock.instant());
        releases.planned(indicator, period, day, acting);
        journal.append(Entry.of(acting.now(), who.doer(), "statistics.plan", subject(indicator, period))
                .with(Datum.empty().with("day", Datum.of(day.toString()))));
        return Outcome.done(day);
    }

    private static Entry.Subject subject(Indicator indicator, Period period) {
        return new Entry.Subject("figures", indicator.code() + " " + period.id());
    }

    /** The last periods of each length that ended. */
    public List<Period> ended() {
        var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        return Stream.of(Period.Kind.values())
                .map(every -> Period.of(every, today).previous())
                .toList();
    }

    /** A table to be filled in: a line for each figure of the period. */
    @Transactional(readOnly = true)
    public void writeTemplate(SignedIn.Officer who, Period period, SheetForm form, Texts texts, OutputStream out)
            throws IOException {
        try (var sheet = SheetWriter.to(form, out, period.id())) {
            sheet.line(Stream.of(SheetColumn.values())
                    .map(column -> texts.say(column.text()))
                    .toList());
            for (var line : lines(who, period, texts)) {
                sheet.line(line);
            }
        }
    }

    private List<List<String>> lines(SignedIn.Officer who, Period period, Texts texts) {
        var lines = new ArrayList<List<String>>();
        var language = org.tongqu.platform.operate.web.Said.language(texts);
        var own = own(who).stream()
                .filter(indicator -> !indicator.isDerived() && indicator.shape().every() == period.kind())
                .toList();
        if (!own.isEmpty()) {
            var covered = shelf.covered(own.getFirst().keeping().office()).orElseThrow();
            for (var indicator : own) {
                for (var region : covered.regions().of(indicator)) {
                    lines.add(List.of(
                            indicator.code(),
                            indicator.said().title().in(language),
                            region,
                            covered.name(region),
                            period.id(),
                            indicator.said().unit().in(language),
                            "",
                            ""));
                }
            }
        }
        return lines;
    }
}

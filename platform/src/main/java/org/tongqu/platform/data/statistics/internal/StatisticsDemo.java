package org.tongqu.platform.data.statistics.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.design.Language;
import org.tongqu.design.Texts;
import org.tongqu.design.TextsBundle;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.statistics.Indicator;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.statistics.Covered;
import org.tongqu.platform.data.statistics.Statistics;
import org.tongqu.platform.data.statistics.internal.FigureStore.Key;
import org.tongqu.platform.operate.demo.DemoTable;
import org.tongqu.platform.operate.start.AfterServing;
import org.tongqu.platform.operate.start.Mode;
import org.tongqu.platform.operate.store.CopyStream;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Staff;

/**
 * Five years of the demo city's figures, some revised since, and one revision that still waits for its review. They are made
 * once, some seconds after the platform serves: people have their first pages before.
 */
@Component
class StatisticsDemo {

    private static final Logger LOG = LoggerFactory.getLogger(StatisticsDemo.class);
    private static final Duration AFTER = Duration.ofSeconds(3);
    private static final long SEED = 0x7374_6174_6973_7469L;
    private static final String OFFICES = "statistics";
    private static final int YEARS = 5;
    private static final int REVISED_AFTER = 150;
    private static final String SLIPPED = "exports";
    private static final String COLUMNS =
            "statistics.figure (indicator, region, period, version, value, state, reason, office,"
                    + " reporter, reported_by, reported_at, reviewed_by, reviewed_at, released_by, released_at, until)";

    private final Shelf shelf;
    private final FigureStore figures;
    private final CopyStream copy;
    private final Directory directory;
    private final TransactionTemplate transactions;
    private final Texts texts;
    private final Clock clock;
    private final boolean isWanted;

    StatisticsDemo(
            Shelf shelf,
            FigureStore figures,
            CopyStream copy,
            Directory directory,
            PlatformTransactionManager transactions,
            TextsBundle texts,
            Surroundings surroundings) {
        this.shelf = shelf;
        this.figures = figures;
        this.copy = copy;
        this.directory = directory;
        this.transactions = new TransactionTemplate(transactions);
        this.texts = texts.in(Language.ZH);
        this.clock = surroundings.clock();
        this.isWanted = surroundings.isDemo();
    }

    /** In which mode the program runs, and when. */
    @Component
    record Surroundings(Mode mode, Environment environment, Clock clock) {
        boolean isDemo() {
            return mode == Mode.DEMO && environment.getProperty("tongqu.demo.load", Boolean.class, true);
        }
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (isWanted) {
            AfterServing.run(AFTER, "statistics-demo", this::loadOnce);
        }
    }

    private void loadOnce() {
        try {
            load(LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The demo's figures were not made; the next start tries again", e);
        }
    }

    /** All of them or none, and only where there are none yet. @param today the last day of the city's past */
    void load(LocalDate today) {
        transactions.executeWithoutResult(status -> {
            figures.lock();
            var covered = shelf.covered(OFFICES);
            if (covered.isPresent() && !shelf.book().all().isEmpty() && figures.isEmpty()) {
                // The copy has the connection to itself: whatever else is asked of the store is asked before.
                var made = made(covered.get(), today);
                var who = who(covered.get());
                var seeds = seeds();
                try (var rows = copy.into(COLUMNS)) {
                    var writing = new Writing(rows, covered.get(), who, texts);
                    made.all()
                            .forEach((key, value) -> writing.write(
                                    shelf.book().find(key.indicator()).orElseThrow(),
                                    key,
                                    value,
                                    seeds.get(key.indicator()),
                                    today));
                    rows.finish();
                }
            }
        });
    }

    private MadeFigures made(Covered covered, LocalDate today) {
        var made = new MadeFigures(
                covered.regions(), new SplittableRandom(SEED), LocalDate.of(today.getYear() - YEARS, 1, 1));
        made.all(shelf.book(), seeds(), today);
        return made;
    }

    private Who who(Covered covered) {
        return new Who(
                first(directory.holders(covered.office(), Compiling.OFFICER)),
                first(directory.holders(covered.office(), Compiling.CHIEF)));
    }

    private static Staff first(List<Staff> holders) {
        return holders.stream().findFirst().orElseThrow();
    }

    static Map<String, MadeFigures.Seed> seeds() {
        Map<String, MadeFigures.Seed> seeds = new HashMap<>();
        DemoTable.rows(StatisticsDemo.class, "demo-figures.csv")
                .forEach(row -> seeds.put(row.getFirst(), MadeFigures.Seed.of(row)));
        return seeds;
    }

    /** Those of the office who reported and released. */
    private record Who(Staff reporter, Staff chief) {}

    private record Writing(CopyStream.Rows rows, Covered covered, Who who, Texts texts) {

        void write(Indicator indicator, Key key, BigDecimal value, MadeFigures.@Nullable Seed seed, LocalDate today) {
            var period = new Period(indicator.shape().every(), key.period());
            var day = Statistics.day(indicator, period);
            if (day.isAfter(today)) {
                return;
            }
            var revised = day.plusDays(REVISED_AFTER);
            var share = seed == null ? 0 : seed.revised();
            boolean isRevised = share > 0 && period.until().getMonthValue() == 1 && !revised.isAfter(today);
            if (isRevised) {
                var first = value.multiply(BigDecimal.valueOf(1 - share))
                        .setScale(indicator.shape().decimals(), RoundingMode.HALF_UP);
                released(key, 1, first, day, Optional.of(moment(revised, 10)));
                released(key, 2, value, revised, Optional.empty());
            } else {
                released(key, 1, value, day, Optional.empty());
            }
            var isNewest = Statistics.day(indicator, period.next()).isAfter(today);
            if (indicator.code().equals(SLIPPED)
                    && isNewest
                    && key.region().equals(covered.regions().whole())) {
                slipped(key, value, today);
            }
        }

        private static Instant moment(LocalDate day, int hour) {
            return day.atTime(hour, 0).atZone(WorkingCalendar.ZONE).toInstant();
        }

        private CopyStream.Rows figure(Key key, int version, BigDecimal value, String state) {
            return rows.text(key.indicator())
                    .text(key.region())
                    .day(key.period())
                    .number(version)
                    .text(value.toPlainString())
                    .text(state)
                    .text(version == 1 ? "" : texts.say("statistics.demo.reason"))
                    .text(covered.office())
                    .text(who.reporter().id())
                    .text(who.reporter().name());
        }

        private void released(Key key, int version, BigDecimal value, LocalDate day, Optional<Instant> until) {
            figure(key, version, value, "released")
                    .moment(moment(day.minusDays(2), 15))
                    .text(who.chief().name())
                    .moment(moment(day.minusDays(1), 16))
                    .text(who.chief().name())
                    .moment(moment(day, 10))
                    .moment(until.orElse(null))
                    .end();
        }

        /** A revision in which a digit slipped: the sum over the year would be less than a month before. */
        private void slipped(Key key, BigDecimal value, LocalDate today) {
            figure(key, 2, value.divide(BigDecimal.TEN, value.scale(), RoundingMode.HALF_UP), "reported")
                    .moment(moment(today.minusDays(1), 9))
                    .text(null)
                    .moment(null)
                    .text(null)
                    .moment(null)
                    .moment(null)
                    .end();
        }
    }
}

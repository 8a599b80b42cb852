package org.tongqu.platform.data.statistics.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
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
import org.tongqu.platform.operate.demo.DemoCity;
import org.tongqu.platform.operate.demo.DemoPart;
import org.tongqu.platform.operate.demo.DemoTable;
import org.tongqu.platform.operate.start.Progress;
import org.tongqu.platform.operate.store.CopyStream;
import org.tongqu.platform.trust.directory.Staff;

/** Five years of the demo city's figures, some revised since, and one revision that still waits for its review. */
@Component
class StatisticsDemo implements DemoPart {

    private static final int YEARS = 5;
    private static final int REVISED_AFTER = 150;
    private static final String SLIPPED = "exports";
    private static final String COLUMNS =
            "statistics.figure (indicator, region, period, version, value, state, reason, office,"
                    + " reporter, reported_by, reported_at, reviewed_by, reviewed_at, released_by, released_at, until)";

    private final Shelf shelf;
    private final CopyStream copy;
    private final TextsBundle texts;

    StatisticsDemo(Shelf shelf, CopyStream copy, TextsBundle texts) {
        this.shelf = shelf;
        this.copy = copy;
        this.texts = texts;
    }

    @Override
    public String name() {
        return "statistics";
    }

    @Override
    public int order() {
        return 115;
    }

    @Override
    public void load(DemoCity city, Progress progress) {
        var covered = shelf.covered("statistics");
        if (covered.isEmpty() || shelf.book().all().isEmpty()) {
            return;
        }
        var seeds = seeds();
        var from = LocalDate.of(city.today().getYear() - YEARS, 1, 1);
        var made = new MadeFigures(covered.get().regions(), city.random("statistics"), from);
        for (var indicator : shelf.book().all()) {
            Optional.ofNullable(seeds.get(indicator.code()))
                    .ifPresent(seed -> made.make(indicator, seed, city.today()));
        }
        shelf.book().all().stream()
                .filter(indicator -> !indicator.parts().isEmpty())
                .forEach(indicator -> made.sum(indicator, city.today()));
        shelf.book().following(seeds.keySet()).forEach(indicator -> made.derive(indicator, city.today()));
        try (var rows = copy.into(COLUMNS)) {
            var writing = new Writing(rows, covered.get(), Who.of(city, covered.get()), texts.in(Language.ZH));
            made.all()
                    .forEach((key, value) -> writing.write(
                            shelf.book().find(key.indicator()).orElseThrow(),
                            key,
                            value,
                            seeds.get(key.indicator()),
                            city.today()));
            progress.say("  statistics: " + rows.finish());
        }
    }

    private static Map<String, MadeFigures.Seed> seeds() {
        Map<String, MadeFigures.Seed> seeds = new HashMap<>();
        DemoTable.rows(StatisticsDemo.class, "demo-figures.csv")
                .forEach(row -> seeds.put(row.getFirst(), MadeFigures.Seed.of(row)));
        return seeds;
    }

    /** Those of the office who reported and released. */
    private record Who(Staff reporter, Staff chief) {
        static Who of(DemoCity city, Covered covered) {
            return new Who(
                    first(city.holders(covered.office(), Compiling.OFFICER)),
                    first(city.holders(covered.office(), Compiling.CHIEF)));
        }

        private static Staff first(List<Staff> holders) {
            return holders.stream().findFirst().orElseThrow();
        }
    }

    private record Writing(CopyStream.Rows rows, Covered covered, Who who, Texts texts) {

        void write(Indicator indicator, Key key, BigDecimal value, MadeFigures.@Nullable Seed seed, LocalDate today) {
            var period = new Period(indicator.shape().every(), key.period());
            var day = Statistics.day(indicator, period);
            if (day.isAfter(today)) {
                return;
            }
            var revised = day.plusDays(REVISED_AFTER);
            boolean isRevised = seed != null
                    && seed.revised() > 0
                    && period.until().getMonthValue() == 1
                    && !revised.isAfter(today);
            if (isRevised) {
                var first = value.multiply(BigDecimal.valueOf(1 - seed.revised()))
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

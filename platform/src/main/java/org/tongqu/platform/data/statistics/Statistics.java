package org.tongqu.platform.data.statistics;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.statistics.Indicator;
import org.tongqu.engines.statistics.IndicatorBook;
import org.tongqu.platform.data.statistics.internal.FigureStore;
import org.tongqu.platform.data.statistics.internal.PlanStore;
import org.tongqu.platform.data.statistics.internal.SeriesStore;
import org.tongqu.platform.data.statistics.internal.SeriesStore.Asked;
import org.tongqu.platform.data.statistics.internal.Shelf;
import org.tongqu.platform.operate.sheets.SheetForm;
import org.tongqu.platform.operate.sheets.SheetWriter;

/** Released figures, for everybody: nothing that is not released is told here. */
@Service
public class Statistics {

    /** More periods than any series has. */
    private static final int ALL = 2_000;

    private final Shelf shelf;
    private final SeriesStore series;
    private final FigureStore figures;
    private final PlanStore plans;
    private final Clock clock;

    Statistics(Shelf shelf, SeriesStore series, FigureStore figures, PlanStore plans, Clock clock) {
        this.shelf = shelf;
        this.series = series;
        this.figures = figures;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * What somebody looks at.
     *
     * @param region empty for the whole
     * @param known as it was known then; empty for now
     * @param base the period that is 100; empty for the first
     */
    public record View(Indicator indicator, String region, Optional<Instant> known, Optional<Period> base) {}

    /** A series with what stands beside it. @param parts those that make the indicator up, in the newest period of the page */
    public record Sheet(
            View view, Covered covered, List<Point> points, List<Placed> placed, Map<String, BigDecimal> parts) {
        public Sheet {
            points = List.copyOf(points);
            placed = List.copyOf(placed);
            parts = Map.copyOf(parts);
        }
    }

    public IndicatorBook book() {
        return shelf.book();
    }

    public Optional<Covered> covered(Indicator indicator) {
        return shelf.covered(indicator.keeping().office());
    }

    /** The newest figure of every indicator that has one, by code. */
    @Transactional(readOnly = true)
    public Map<String, Glance> glances() {
        Map<String, String> wholes = new HashMap<>();
        List<Indicator> known = new ArrayList<>();
        for (var indicator : book().all()) {
            shelf.office(indicator.keeping().office()).ifPresent(office -> {
                wholes.put(indicator.code(), office.division().value());
                known.add(indicator);
            });
        }
        return known.isEmpty() ? Map.of() : series.glances(known, wholes);
    }

    /**
     * The series of a region, and the regions beside each other in one period.
     *
     * @param period in which regions are compared; empty for the newest of the page
     * @param before only what lies before; empty from the newest on
     */
    @Transactional(readOnly = true)
    public Optional<Sheet> sheet(View view, Optional<Period> period, Optional<LocalDate> before, int most) {
        return covered(view.indicator()).map(covered -> {
            var asked = asked(view, covered);
            var points = series.points(asked, before, most);
            var newest = period.or(() -> points.stream().findFirst().map(Point::period));
            var whole = new Asked(view.indicator(), covered.regions().whole(), asked.known(), Optional.empty());
            var placed = newest.map(
                            at -> series.placed(whole, at, covered.regions().parts()))
                    .orElse(List.of());
            var names = view.indicator().parts();
            var parts = names.isEmpty()
                    ? Map.<String, BigDecimal>of()
                    : newest.map(at -> series.values(names, asked, at)).orElse(Map.of());
            return new Sheet(view, covered, points, placed, parts);
        });
    }

    private Asked asked(View view, Covered covered) {
        var region = view.region().isEmpty() ? covered.regions().whole() : view.region();
        return new Asked(view.indicator(), region, view.known().orElseGet(clock::instant), view.base());
    }

    /** The released versions of one figure, the newest first. */
    @Transactional(readOnly = true)
    public List<Figure> versions(Indicator indicator, Period period, String region) {
        return figures.versions(indicator.code(), period.from(), Optional.of(region)).stream()
                .filter(figure -> figure.state() == Figure.State.RELEASED)
                .toList();
    }

    /** Planned and done releases of reported indicators around the day, by day. */
    @Transactional(readOnly = true)
    public List<Due> calendar(LocalDate from, LocalDate until) {
        var dues = new ArrayList<Due>();
        var indicators = reported(book().all());
        var planned = plans.planned(indicators, from.minusYears(2));
        var released = plans.released(indicators, from.minusYears(2));
        for (var indicator : indicators) {
            var period = Period.of(indicator.shape().every(), until);
            for (; period.until().isAfter(from.minusYears(1)); period = period.previous()) {
                var key = new PlanStore.Key(indicator.code(), period.from());
                var day = Optional.ofNullable(planned.get(key)).orElse(day(indicator, period));
                if (!day.isBefore(from) && !day.isAfter(until)) {
                    dues.add(new Due(indicator, period, day, Optional.ofNullable(released.get(key))));
                }
            }
        }
        dues.sort(java.util.Comparator.comparing(Due::day)
                .thenComparing(due -> due.indicator().code()));
        return List.copyOf(dues);
    }

    private static List<Indicator> reported(Collection<Indicator> indicators) {
        return indicators.stream().filter(indicator -> !indicator.isDerived()).toList();
    }

    /** When a period is to be released where no other day is planned. */
    public static LocalDate day(Indicator indicator, Period period) {
        return period.until().plusDays(indicator.keeping().releasedAfter() - 1L);
    }

    /** The whole series of a region as a table. */
    @Transactional(readOnly = true)
    public void write(View view, SheetForm form, Heading table, OutputStream out) throws IOException {
        var points = covered(view.indicator())
                .map(covered -> series.points(asked(view, covered), Optional.empty(), ALL))
                .orElse(List.of());
        try (var sheet = SheetWriter.to(form, out, view.indicator().code())) {
            sheet.line(table.heading());
            for (var point : points) {
                sheet.line(table.line(point));
            }
        }
    }

    /** How a table of points is written. */
    public interface Heading {
        List<String> heading();

        List<String> line(Point point);
    }
}

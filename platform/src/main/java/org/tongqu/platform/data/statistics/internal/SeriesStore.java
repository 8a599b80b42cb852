package org.tongqu.platform.data.statistics.internal;

import static org.tongqu.platform.operate.store.Columns.column;
import static org.tongqu.platform.operate.store.Columns.time;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.statistics.Indicator;
import org.tongqu.engines.statistics.Indicator.Measure;
import org.tongqu.platform.data.statistics.Glance;
import org.tongqu.platform.data.statistics.Growth;
import org.tongqu.platform.data.statistics.Placed;
import org.tongqu.platform.data.statistics.Point;

/** Released figures, and what follows from them: worked out by the store over all rows at once. */
@Repository
public class SeriesStore {

    /** How much a figure changed, in points of a rate or in percent of what was above nought. */
    private static final String CHANGE = """
            round(CASE WHEN :rate THEN %1$s - %2$s WHEN %2$s > 0 THEN (%1$s - %2$s) / %2$s * 100 END, 1)""";

    private static final String KNOWN = """
            state = 'released' AND released_at <= :known AND (until IS NULL OR until > :known)""";

    /** Of which the first is only there to be taken off the second, where a figure adds up over the year. */
    private static final int COURSE = 14;

    private final JdbcClient jdbc;

    SeriesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is asked for. @param known what was known then. @param base period that is 100; the first known when empty */
    public record Asked(Indicator indicator, String region, Instant known, Optional<Period> base) {
        Growth.Of growth() {
            return indicator.shape().measure() == Measure.RATE ? Growth.Of.RATE : Growth.Of.LEVEL;
        }
    }

    private static String change(String now, String before) {
        return CHANGE.formatted(now, before);
    }

    private static String step(Period.Kind every) {
        return switch (every) {
            case MONTH -> "1 month";
            case QUARTER -> "3 months";
            case YEAR -> "1 year";
        };
    }

    /** The newest first, those before {@code before} when there is one. */
    public List<Point> points(Asked asked, Optional<LocalDate> before, int most) {
        var shape = asked.indicator().shape();
        return jdbc.sql("""
                        WITH known AS (
                            SELECT period, value, version FROM statistics.figure
                             WHERE indicator = :indicator AND region = :region AND """ + " " + KNOWN + """
                        ),
                        own AS (
                            SELECT k.*, CASE WHEN NOT :cumulative OR extract(month FROM k.period) = 1 THEN k.value
                                             ELSE k.value - b.value END AS alone
                              FROM known k LEFT JOIN known b ON b.period = k.period - CAST(:step AS interval)),
                        base AS (
                            SELECT alone FROM own WHERE alone IS NOT NULL
                               AND (CAST(:base AS date) IS NULL OR period = :base) ORDER BY period LIMIT 1)
                        SELECT o.period, o.value, o.version, o.alone, year.value AS year_before, b.alone AS before,
                        """ + change("o.value", "year.value") + " AS on_year, "
                        + change("o.alone", "b.alone") + """
                               AS on_period,
                               round(CASE WHEN NOT :rate AND (SELECT alone FROM base) > 0
                                          THEN o.alone / (SELECT alone FROM base) * 100 END, 1) AS index
                          FROM own o
                          LEFT JOIN known year ON year.period = o.period - interval '1 year'
                          LEFT JOIN own b ON b.period = o.period - CAST(:step AS interval)
                         WHERE CAST(:before AS date) IS NULL OR o.period < :before
                         ORDER BY o.period DESC LIMIT :most""")
                .param("indicator", asked.indicator().code())
                .param("region", asked.region())
                .param("known", time(asked.known()))
                .param("cumulative", shape.measure() == Measure.CUMULATIVE)
                .param("rate", shape.measure() == Measure.RATE)
                .param("step", step(shape.every()))
                .param("base", asked.base().map(Period::from).orElse(null))
                .param("before", before.orElse(null))
                .param("most", most)
                .query((row, number) -> new Point(
                        new Period(shape.every(), row.getObject("period", LocalDate.class)),
                        row.getBigDecimal("value"),
                        row.getInt("version"),
                        Optional.ofNullable(row.getBigDecimal("alone")),
                        growth(asked.growth(), row, "year_before", "on_year"),
                        growth(asked.growth(), row, "before", "on_period"),
                        Optional.ofNullable(row.getBigDecimal("index"))))
                .list();
    }

    private static Growth growth(Growth.Of of, ResultSet row, String before, String by) throws SQLException {
        return Growth.of(of, row.getBigDecimal(before), row.getBigDecimal(by));
    }

    /** The regions of a period by their figures, the greatest first; the whole is not among them. */
    public List<Placed> placed(Asked asked, Period period, Collection<String> regions) {
        return jdbc.sql("""
                        WITH known AS (
                            SELECT region, period, value FROM statistics.figure
                             WHERE indicator = :indicator AND """ + " " + KNOWN + """
                               AND period IN (:period, CAST(:period - interval '1 year' AS date))),
                        now AS (SELECT * FROM known WHERE period = :period)
                        SELECT n.region, rank() OVER (ORDER BY n.value DESC) AS place, n.value, year.value AS year_before,
                               round(CASE WHEN :shared AND w.value > 0 THEN n.value / w.value * 100 END, 1) AS share,
                        """ + change("n.value", "year.value") + """
                               AS on_year
                          FROM now n
                          LEFT JOIN now w ON w.region = :whole
                          LEFT JOIN known year ON year.region = n.region AND year.period <> :period
                         WHERE n.region = ANY (:regions)
                         ORDER BY place, n.region""")
                .param("indicator", asked.indicator().code())
                .param("whole", asked.region())
                .param("known", time(asked.known()))
                .param("period", period.from())
                .param("shared", asked.indicator().isShared())
                .param("rate", asked.growth() == Growth.Of.RATE)
                .param("regions", regions.toArray(String[]::new))
                .query((row, number) -> new Placed(
                        row.getString("region"),
                        row.getInt("place"),
                        row.getBigDecimal("value"),
                        Optional.ofNullable(row.getBigDecimal("share")),
                        growth(asked.growth(), row, "year_before", "on_year")))
                .list();
    }

    /** What these indicators were of the region in the period, by code. */
    public Map<String, BigDecimal> values(Collection<String> indicators, Asked asked, Period period) {
        Map<String, BigDecimal> values = new HashMap<>();
        jdbc.sql(
                        "SELECT indicator, value FROM statistics.figure WHERE indicator = ANY (:indicators) AND region = :region"
                                + " AND period = :period AND " + KNOWN)
                .param("indicators", indicators.toArray(String[]::new))
                .param("region", asked.region())
                .param("period", period.from())
                .param("known", time(asked.known()))
                .query(row -> {
                    values.put(row.getString("indicator"), row.getBigDecimal("value"));
                });
        return values;
    }

    /** The newest figure of each for its whole, by code. @param wholes the region of each indicator */
    public Map<String, Glance> glances(Collection<Indicator> indicators, Map<String, String> wholes) {
        Map<String, Indicator> known = new HashMap<>();
        indicators.forEach(indicator -> known.put(indicator.code(), indicator));
        Map<String, Glance> glances = new HashMap<>();
        jdbc.sql("""
                        SELECT i.code, last.period, last.value, year.value AS year_before,
                               round(CASE WHEN i.rate THEN last.value - year.value
                                          WHEN year.value > 0 THEN (last.value - year.value) / year.value * 100 END, 1) AS on_year,
                               (SELECT array_agg(o.alone ORDER BY o.period) FILTER (WHERE o.alone IS NOT NULL) FROM (
                                    SELECT c.period, CASE WHEN NOT i.cumulative OR extract(month FROM c.period) = 1 THEN c.value
                                                          ELSE c.value - lag(c.value) OVER (ORDER BY c.period) END AS alone
                                      FROM (SELECT f.value, f.period FROM statistics.figure f
                                             WHERE f.indicator = i.code AND f.region = i.region AND f.state = 'released'
                                               AND f.until IS NULL
                                             ORDER BY f.period DESC LIMIT :course) c) o) AS course
                          FROM unnest(:codes, :regions, CAST(:rates AS boolean[]), CAST(:cumulative AS boolean[]))
                               AS i (code, region, rate, cumulative)
                          JOIN LATERAL (
                               SELECT f.period, f.value FROM statistics.figure f
                                WHERE f.indicator = i.code AND f.region = i.region AND f.state = 'released' AND f.until IS NULL
                                ORDER BY f.period DESC LIMIT 1) last ON true
                          LEFT JOIN statistics.figure year ON year.indicator = i.code AND year.region = i.region
                           AND year.period = CAST(last.period - interval '1 year' AS date) AND year.state = 'released' AND year.until IS NULL""")
                .param("codes", column(indicators, Indicator::code))
                .param("regions", column(indicators, indicator -> wholes.get(indicator.code())))
                .param("rates", column(indicators, indicator -> String.valueOf(isRate(indicator))))
                .param(
                        "cumulative",
                        column(
                                indicators,
                                indicator -> String.valueOf(indicator.shape().measure() == Measure.CUMULATIVE)))
                .param("course", COURSE)
                .query(row -> {
                    var indicator = known.get(row.getString("code"));
                    if (indicator != null) {
                        glances.put(indicator.code(), glance(indicator, row));
                    }
                });
        return glances;
    }

    private static boolean isRate(Indicator indicator) {
        return indicator.shape().measure() == Measure.RATE;
    }

    private static Glance glance(Indicator indicator, ResultSet row) throws SQLException {
        return new Glance(
                indicator,
                new Period(indicator.shape().every(), row.getObject("period", LocalDate.class)),
                row.getBigDecimal("value"),
                growth(isRate(indicator) ? Growth.Of.RATE : Growth.Of.LEVEL, row, "year_before", "on_year"),
                numbers(row.getArray("course")));
    }

    private static List<Double> numbers(@Nullable Array array) throws SQLException {
        return array == null
                ? List.of()
                : Arrays.stream((BigDecimal[]) array.getArray())
                        .map(BigDecimal::doubleValue)
                        .toList();
    }
}

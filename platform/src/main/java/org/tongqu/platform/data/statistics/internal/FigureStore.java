package org.tongqu.platform.data.statistics.internal;

import static org.tongqu.platform.operate.store.Columns.column;
import static org.tongqu.platform.operate.store.Columns.instant;
import static org.tongqu.platform.operate.store.Columns.time;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.platform.data.statistics.Dossier;
import org.tongqu.platform.data.statistics.Figure;
import org.tongqu.platform.data.statistics.Figure.Deed;
import org.tongqu.platform.data.statistics.Figure.State;
import org.tongqu.platform.operate.sheets.Taken;
import org.tongqu.platform.trust.identity.SignedIn;

/** Figures on their way to everybody, with all their versions. */
@Repository
public class FigureStore {

    private final JdbcClient jdbc;

    FigureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What somebody reports. @param reason why a released figure is to say something else; empty otherwise */
    public record Given(String indicator, String region, LocalDate period, BigDecimal value, String reason) {
        public Key key() {
            return new Key(indicator, region, period);
        }
    }

    /** What a figure is of. */
    public record Key(String indicator, String region, LocalDate period) {}

    /** Who acts, and when. @param office code of the organisation */
    public record Acting(SignedIn.Officer who, Instant now) {
        String office() {
            return who.organisation();
        }
    }

    /** Keeps two tables, or a table and a release, from meeting in the middle. */
    public void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('statistics.figure')) IS NULL")
                .query(Boolean.class)
                .single();
    }

    /** Whether nobody ever reported anything. */
    boolean isEmpty() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT 1 FROM statistics.figure)")
                .query(Boolean.class)
                .single();
    }

    /** The released figures of all keys that have one. */
    public Map<Key, BigDecimal> released(Collection<Key> keys) {
        Map<Key, BigDecimal> known = new HashMap<>();
        jdbc.sql("""
                        SELECT f.indicator, f.region, f.period, f.value
                          FROM unnest(:indicators, :regions, CAST(:periods AS date[])) AS k (indicator, region, period)
                          JOIN statistics.figure f ON f.indicator = k.indicator AND f.region = k.region AND f.period = k.period
                           AND f.state = 'released' AND f.until IS NULL""")
                .param("indicators", column(keys, Key::indicator))
                .param("regions", column(keys, Key::region))
                .param("periods", column(keys, key -> key.period().toString()))
                .query(row -> {
                    known.put(key(row), row.getBigDecimal("value"));
                });
        return known;
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(row.getString("indicator"), row.getString("region"), row.getObject("period", LocalDate.class));
    }

    /** A figure that is not released yet takes the new value and waits for its review again; a released one gets a next version. */
    public Taken report(Collection<Given> given, Acting acting) {
        return jdbc.sql("""
                        WITH given AS MATERIALIZED (
                            SELECT g.*, now.value AS counts, open.version AS open_version, open.value AS open_value,
                                   (SELECT max(v.version) FROM statistics.figure v WHERE v.indicator = g.indicator
                                       AND v.region = g.region AND v.period = g.period) AS last_version
                              FROM unnest(:indicators, :regions, CAST(:periods AS date[]), CAST(:values AS numeric[]), :reasons)
                                   AS g (indicator, region, period, value, reason)
                              LEFT JOIN statistics.figure now ON now.indicator = g.indicator AND now.region = g.region
                               AND now.period = g.period AND now.state = 'released' AND now.until IS NULL
                              LEFT JOIN statistics.figure open ON open.indicator = g.indicator AND open.region = g.region
                               AND open.period = g.period AND open.state <> 'released'),
                        again AS (
                            UPDATE statistics.figure f
                               SET value = g.value, state = 'reported', reviewed_by = NULL, reviewed_at = NULL,
                                   reason = CASE WHEN g.reason = '' THEN f.reason ELSE g.reason END,
                                   reporter = :reporter, reported_by = :by, reported_at = :now
                              FROM given g
                             WHERE f.indicator = g.indicator AND f.region = g.region AND f.period = g.period
                               AND f.version = g.open_version AND g.open_value <> g.value RETURNING f.version),
                        made AS (
                            INSERT INTO statistics.figure (indicator, region, period, version, value, state, reason, office,
                                                           reporter, reported_by, reported_at)
                            SELECT g.indicator, g.region, g.period, coalesce(g.last_version, 0) + 1, g.value, 'reported',
                                   CASE WHEN g.last_version IS NULL THEN '' ELSE g.reason END, :office, :reporter, :by, :now
                              FROM given g
                             WHERE g.open_version IS NULL AND g.counts IS DISTINCT FROM g.value RETURNING version)
                        SELECT (SELECT count(*) FROM made WHERE version = 1) AS made,
                               (SELECT count(*) FROM made WHERE version > 1) + (SELECT count(*) FROM again) AS changed,
                               (SELECT count(*) FROM given) AS all_given""")
                .param("indicators", column(given, Given::indicator))
                .param("regions", column(given, Given::region))
                .param("periods", column(given, row -> row.period().toString()))
                .param("values", column(given, row -> row.value().toPlainString()))
                .param("reasons", column(given, Given::reason))
                .param("office", acting.office())
                .param("reporter", acting.who().staff())
                .param("by", acting.who().name())
                .param("now", time(acting.now()))
                .query((row, number) -> {
                    int made = row.getInt("made");
                    int changed = row.getInt("changed");
                    return new Taken(made, changed, row.getInt("all_given") - made - changed);
                })
                .single();
    }

    /** What of the office waits, the newest period first. */
    public List<Dossier.Listed> waiting(String office, Period.Kind every, Collection<String> indicators) {
        return jdbc.sql("""
                        SELECT indicator, period, count(*) AS figures, count(*) FILTER (WHERE state = 'reviewed') AS reviewed,
                               min(reported_at) AS since
                          FROM statistics.figure
                         WHERE office = :office AND state <> 'released' AND indicator = ANY (:indicators)
                         GROUP BY indicator, period ORDER BY period DESC, indicator LIMIT 300""")
                .param("office", office)
                .param("indicators", indicators.toArray(String[]::new))
                .query((row, number) -> new Dossier.Listed(
                        row.getString("indicator"),
                        new Period(every, row.getObject("period", LocalDate.class)),
                        row.getInt("figures"),
                        row.getInt("reviewed"),
                        instant(row, "since")))
                .list();
    }

    /** All versions of the indicator in the period, of one region or of all, the newest first. */
    public List<Figure> versions(String indicator, LocalDate period, Optional<String> region) {
        return jdbc.sql("""
                        SELECT * FROM statistics.figure
                         WHERE indicator = :indicator AND period = :period
                           AND (CAST(:region AS text) IS NULL OR region = :region)
                         ORDER BY region, version DESC LIMIT 2000""")
                .param("indicator", indicator)
                .param("period", period)
                .param("region", region.orElse(null))
                .query((row, number) -> figure(row))
                .list();
    }

    /** What is reported of the period and not by this person becomes reviewed; how many figures. */
    public int review(String indicator, LocalDate period, Acting acting) {
        return jdbc.sql("""
                        UPDATE statistics.figure SET state = 'reviewed', reviewed_by = :by, reviewed_at = :now
                         WHERE indicator = :indicator AND period = :period AND state = 'reported' AND reporter <> :staff""")
                .param("indicator", indicator)
                .param("period", period)
                .param("by", acting.who().name())
                .param("staff", acting.who().staff())
                .param("now", time(acting.now()))
                .update();
    }

    /** What is reviewed takes the place of what counted; the regions. */
    public List<String> release(String indicator, LocalDate period, Acting acting) {
        jdbc.sql("""
                        UPDATE statistics.figure f SET until = :now
                          FROM statistics.figure open
                         WHERE f.indicator = :indicator AND f.period = :period AND f.state = 'released' AND f.until IS NULL
                           AND open.indicator = f.indicator AND open.period = f.period AND open.region = f.region
                           AND open.state = 'reviewed'""")
                .param("indicator", indicator)
                .param("period", period)
                .param("now", time(acting.now()))
                .update();
        return jdbc.sql("""
                        UPDATE statistics.figure SET state = 'released', released_by = :by, released_at = :now
                         WHERE indicator = :indicator AND period = :period AND state = 'reviewed' RETURNING region""")
                .param("indicator", indicator)
                .param("period", period)
                .param("by", acting.who().name())
                .param("now", time(acting.now()))
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Released as soon as they are worked out: those that say something else than what counts. */
    public int releaseDerived(Collection<Given> derived, Acting acting) {
        var keys = derived.stream().map(Given::key).toList();
        jdbc.sql("""
                        UPDATE statistics.figure f SET until = :now
                          FROM unnest(:indicators, :regions, CAST(:periods AS date[]), CAST(:values AS numeric[]))
                               AS g (indicator, region, period, value)
                         WHERE f.indicator = g.indicator AND f.region = g.region AND f.period = g.period
                           AND f.state = 'released' AND f.until IS NULL AND f.value <> g.value""")
                .param("indicators", column(keys, Key::indicator))
                .param("regions", column(keys, Key::region))
                .param("periods", column(keys, key -> key.period().toString()))
                .param("values", column(derived, row -> row.value().toPlainString()))
                .param("now", time(acting.now()))
                .update();
        return jdbc.sql("""
                        INSERT INTO statistics.figure (indicator, region, period, version, value, state, reason, office, reporter,
                            reported_by, reported_at, reviewed_by, reviewed_at, released_by, released_at)
                        SELECT g.indicator, g.region, g.period, coalesce(v.last, 0) + 1, g.value, 'released',
                               CASE WHEN v.last IS NULL THEN '' ELSE g.reason END, :office, :reporter,
                               :by, :now, :by, :now, :by, :now
                          FROM unnest(:indicators, :regions, CAST(:periods AS date[]), CAST(:values AS numeric[]), :reasons)
                               AS g (indicator, region, period, value, reason)
                          LEFT JOIN LATERAL (SELECT max(f.version) AS last,
                                                    bool_or(f.state = 'released' AND f.until IS NULL) AS counts
                                               FROM statistics.figure f WHERE f.indicator = g.indicator
                                                AND f.region = g.region AND f.period = g.period) v ON true
                         WHERE v.counts IS NOT TRUE""")
                .param("indicators", column(keys, Key::indicator))
                .param("regions", column(keys, Key::region))
                .param("periods", column(keys, key -> key.period().toString()))
                .param("values", column(derived, row -> row.value().toPlainString()))
                .param("reasons", column(derived, Given::reason))
                .param("office", acting.office())
                .param("reporter", acting.who().staff())
                .param("by", acting.who().name())
                .param("now", time(acting.now()))
                .update();
    }

    /** What is known of these indicators in these periods: what waits before what was released. */
    public Map<Key, BigDecimal> latest(Collection<String> indicators, Collection<LocalDate> periods) {
        Map<Key, BigDecimal> known = new HashMap<>();
        jdbc.sql("""
                        SELECT DISTINCT ON (indicator, region, period) indicator, region, period, value
                          FROM statistics.figure
                         WHERE indicator = ANY (:indicators) AND period = ANY (CAST(:periods AS date[]))
                         ORDER BY indicator, region, period, version DESC""")
                .param("indicators", indicators.toArray(String[]::new))
                .param("periods", column(periods, LocalDate::toString))
                .query(row -> {
                    known.put(key(row), row.getBigDecimal("value"));
                });
        return known;
    }

    static Figure figure(ResultSet row) throws SQLException {
        return new Figure(
                row.getString("region"),
                row.getInt("version"),
                row.getBigDecimal("value"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                new Deed(row.getString("reported_by"), instant(row, "reported_at")),
                deed(row, "reviewed"),
                deed(row, "released"),
                Optional.ofNullable(row.getObject("until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static Optional<Deed> deed(ResultSet row, String deed) throws SQLException {
        var at = row.getObject(deed + "_at", OffsetDateTime.class);
        return at == null ? Optional.empty() : Optional.of(new Deed(row.getString(deed + "_by"), at.toInstant()));
    }
}

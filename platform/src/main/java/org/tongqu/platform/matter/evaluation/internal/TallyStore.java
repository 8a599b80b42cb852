package org.tongqu.platform.matter.evaluation.internal;

import static org.tongqu.platform.operate.store.Columns.time;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.evaluation.SubjectKind;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.evaluation.Measure;

/** What was counted, month by month: for good where the month is frozen, again and again where it is not. */
@Repository
public class TallyStore {

    private static final String COUNTED =
            Stream.of(Measure.values()).map(Measure::sql).collect(Collectors.joining("\nUNION ALL\n"));

    private static final long LOCK = 7_352_114_900_271L;

    private static final String MONTH = "date_trunc('month', at AT TIME ZONE 'Asia/Shanghai')::date";

    private static final String[] WEIGHED = Stream.of(Measure.values())
            .filter(measure -> !measure.isCount())
            .map(Measure::code)
            .toArray(String[]::new);

    private final JdbcClient jdbc;

    TallyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Two programs on one store count and freeze one after the other, each until its transaction ends. */
    void hold() {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)").param(LOCK).query(row -> {});
    }

    void forgetDraft(LocalDate before) {
        jdbc.sql("DELETE FROM evaluation.draft WHERE month < ?").param(before).update();
    }

    /** The month in which the first case was opened. */
    Optional<LocalDate> firstMonth() {
        return jdbc.sql("""
                        SELECT coalesce((SELECT min(first_day) FROM evaluation.period WHERE kind = 'MONTH'),
                            (SELECT date_trunc('month', min(opened_at) AT TIME ZONE 'Asia/Shanghai')::date
                             FROM casework.case_file)) AS first""")
                .query((row, number) -> Optional.ofNullable(row.getObject("first", LocalDate.class)))
                .single();
    }

    /** Counts all that happened from the one day until before the other, with the rows it was counted from. */
    void count(LocalDate from, LocalDate until) {
        bound("""
                        INSERT INTO evaluation.tally (month, measure, organisation, post, amount, rows, amounts)
                        SELECT %s, measure, organisation, post, sum(amount), array_agg(row ORDER BY row COLLATE "C"),
                            CASE WHEN measure = ANY (:weighed) THEN array_agg(amount ORDER BY row COLLATE "C") END
                        FROM (%s) counted GROUP BY 1, 2, 3, 4""".formatted(MONTH, COUNTED), midnight(from), midnight(until))
                .param("weighed", WEIGHED)
                .update();
    }

    private JdbcClient.StatementSpec bound(String sql, OffsetDateTime from, OffsetDateTime until) {
        return jdbc.sql(sql).param("from", from).param("until", until);
    }

    static OffsetDateTime midnight(LocalDate day) {
        return time(day.atStartOfDay(WorkingCalendar.ZONE).toInstant());
    }

    /** Counts what is not frozen yet, in place of what was counted before. */
    void draft(LocalDate from, Instant now) {
        jdbc.sql("DELETE FROM evaluation.draft").update();
        bound("""
                        INSERT INTO evaluation.draft (month, measure, organisation, post, amount)
                        SELECT %s, measure, organisation, post, sum(amount)
                        FROM (%s) counted GROUP BY 1, 2, 3, 4""".formatted(MONTH, COUNTED), midnight(from), time(now)).update();
        jdbc.sql("DELETE FROM evaluation.draft_month").update();
        jdbc.sql("INSERT INTO evaluation.draft_month (month, counted_at) VALUES (?, ?)")
                .params(from, time(now))
                .update();
    }

    /** Since which month figures are provisional, and when they were counted. */
    public record Draft(LocalDate from, Instant countedAt) {}

    public Optional<Draft> draft() {
        return jdbc.sql("SELECT month, counted_at FROM evaluation.draft_month")
                .query((row, number) -> new Draft(
                        row.getObject("month", LocalDate.class),
                        row.getObject("counted_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** What was counted of everybody, by kind, subject and measure. */
    public Map<SubjectKind, Map<String, Map<String, BigDecimal>>> amounts(LocalDate from, LocalDate until) {
        Map<SubjectKind, Map<String, Map<String, BigDecimal>>> amounts = new EnumMap<>(SubjectKind.class);
        jdbc.sql("""
                        WITH counted AS MATERIALIZED (
                            SELECT organisation, post, measure, sum(amount) AS amount FROM (
                                SELECT month, organisation, post, measure, amount FROM evaluation.tally
                                UNION ALL SELECT month, organisation, post, measure, amount FROM evaluation.draft) all_there_is
                            WHERE month >= :from AND month < :until GROUP BY 1, 2, 3
                        )
                        SELECT 'ORGANISATION' AS kind, organisation AS subject, measure, sum(amount) AS amount
                        FROM counted GROUP BY 2, 3
                        UNION ALL SELECT 'POST', organisation || '.' || post, measure, amount FROM counted WHERE post <> ''
                        UNION ALL SELECT 'REGION', o.division, measure, sum(amount)
                        FROM counted JOIN directory.organisation o ON o.code = organisation GROUP BY 2, 3""").param("from", from).param("until", until).query(row -> {
            amounts.computeIfAbsent(SubjectKind.valueOf(row.getString("kind")), kind -> new HashMap<>())
                    .computeIfAbsent(row.getString("subject"), subject -> new HashMap<>())
                    .put(row.getString("measure"), row.getBigDecimal("amount"));
        });
        return amounts;
    }

    /** What was counted of these organisations together, by measure. */
    public Map<String, BigDecimal> amounts(Period period, List<String> organisations, Optional<String> post) {
        var amounts = new HashMap<String, BigDecimal>();
        jdbc.sql("""
                        SELECT measure, sum(amount) AS amount FROM (
                            SELECT month, organisation, post, measure, amount FROM evaluation.tally
                            UNION ALL SELECT month, organisation, post, measure, amount FROM evaluation.draft) all_there_is
                        WHERE month >= :from AND month < :until AND organisation = ANY (:organisations)
                          AND (CAST(:post AS text) IS NULL OR post = :post)
                        GROUP BY 1""")
                .param("from", period.from())
                .param("until", period.until())
                .param("organisations", organisations.toArray(String[]::new))
                .param("post", post.orElse(null))
                .query(row -> {
                    amounts.put(row.getString("measure"), row.getBigDecimal("amount"));
                });
        return amounts;
    }
}

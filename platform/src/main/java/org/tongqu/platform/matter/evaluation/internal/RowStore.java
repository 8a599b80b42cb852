package org.tongqu.platform.matter.evaluation.internal;

import static org.tongqu.platform.operate.store.Columns.time;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.platform.matter.evaluation.Measure;
import org.tongqu.platform.matter.evaluation.RowKind;
import org.tongqu.platform.matter.evaluation.RowPage;

/** The rows behind a figure: those that were frozen with it, and of what is open those that count now. */
@Repository
public class RowStore {

    /** How many rows a page has. */
    public static final int PAGE = 50;

    private static final String FROZEN = """
            SELECT t.measure, r.row, r.amount, t.organisation, t.post
            FROM evaluation.tally t
            CROSS JOIN LATERAL unnest(t.rows, coalesce(t.amounts, array_fill(1::numeric, ARRAY[cardinality(t.rows)])))
                AS r (row, amount)
            WHERE t.month >= :firstDay AND t.month < :endDay AND t.measure = ANY (:measures)
              AND t.organisation = ANY (:organisations)""";

    private final JdbcClient jdbc;

    RowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param post nothing for all posts
     * @param open since when nothing is frozen, and until when it was counted
     */
    public record Place(
            Period period, List<String> organisations, Optional<String> post, Optional<TallyStore.Draft> open) {}

    public RowPage page(Place place, RowPage.Asked asked, Optional<String> after) {
        return page(place, asked, after, Optional.empty());
    }

    /** Those of these keys that were counted. */
    public List<RowPage.Row> named(Place place, Measure measure, List<String> keys) {
        return page(place, new RowPage.Asked(measure, Optional.empty()), Optional.empty(), Optional.of(keys))
                .rows();
    }

    private RowPage page(Place place, RowPage.Asked asked, Optional<String> after, Optional<List<String>> only) {
        var measures =
                asked.without().map(other -> List.of(asked.measure(), other)).orElse(List.of(asked.measure()));
        var found = jdbc.sql("WITH counted AS (" + counted(place, measures)
                        + """
                        ), page AS (
                            SELECT row, sum(amount) FILTER (WHERE measure = :measure) AS amount, min(organisation) AS organisation
                            FROM counted
                            WHERE organisation = ANY (:organisations) AND (CAST(:post AS text) IS NULL OR post = :post)
                              AND (CAST(:after AS text) IS NULL OR row COLLATE "C" > :after)
                              AND (CAST(:only AS text[]) IS NULL OR row = ANY (:only))
                            GROUP BY row
                            HAVING bool_or(measure = :measure) AND NOT coalesce(bool_or(measure = :without), false)
                            ORDER BY row COLLATE "C" LIMIT %d
                        )
                        SELECT page.row, page.amount, page.organisation, d.number, d.title, d.at
                        FROM page LEFT JOIN LATERAL (%s) d ON true ORDER BY page.row COLLATE "C"
                        """.formatted(PAGE + 1, described(asked.measure().rows())))
                .param("organisations", place.organisations().toArray(String[]::new))
                .param("measures", measures.stream().map(Measure::code).toArray(String[]::new))
                .param("measure", asked.measure().code())
                .param("without", asked.without().map(Measure::code).orElse(null))
                .param("post", place.post().orElse(null))
                .param("after", after.orElse(null))
                .param("only", only.map(keys -> keys.toArray(String[]::new)).orElse(null))
                .param("firstDay", place.period().from())
                .param("endDay", place.period().until())
                .param("from", TallyStore.midnight(liveFrom(place)))
                .param(
                        "until",
                        time(place.open().map(TallyStore.Draft::countedAt).orElse(Instant.EPOCH)))
                .query((row, number) -> new RowPage.Row(
                        row.getString("row"),
                        Optional.ofNullable(row.getString("number")).orElse(""),
                        Optional.ofNullable(row.getString("title")).orElse(""),
                        Optional.ofNullable(row.getObject("at", LocalDate.class)),
                        row.getString("organisation"),
                        row.getBigDecimal("amount")))
                .list();
        return found.size() <= PAGE
                ? new RowPage(found, Optional.empty())
                : new RowPage(
                        found.subList(0, PAGE), Optional.of(found.get(PAGE - 1).key()));
    }

    private static LocalDate liveFrom(Place place) {
        return place.open()
                .map(TallyStore.Draft::from)
                .filter(from -> from.isAfter(place.period().from()))
                .orElse(place.period().from());
    }

    private static String counted(Place place, List<Measure> measures) {
        var sql = new StringBuilder(FROZEN);
        if (place.open().isPresent()) {
            for (var measure : measures) {
                sql.append("\nUNION ALL SELECT measure, row, amount, organisation, post FROM (")
                        .append(measure.sql())
                        .append(") live");
            }
        }
        return sql.toString();
    }

    /** How a row is shown. Of who rated nothing but the day and the words. */
    private static String described(RowKind kind) {
        return switch (kind) {
            case CASE ->
                "SELECT c.receipt AS number, c.title, " + day("c.ended_at")
                        + " FROM casework.case_file c WHERE c.id = CAST(page.row AS uuid)";
            case CLOCK ->
                "SELECT k.receipt AS number, k.title, " + day("k.ended_at")
                        + " FROM supervision.clock k WHERE k.case_id = CAST(left(page.row, 36) AS uuid)"
                        + " AND k.clock = substr(page.row, 38)";
            case SUPPLEMENT ->
                "SELECT c.receipt AS number, c.title, " + day("t.opened_at")
                        + " FROM casework.task t JOIN casework.case_file c ON c.id = t.case_id"
                        + " WHERE t.case_id = CAST(left(page.row, 36) AS uuid) AND t.task_id = substr(page.row, 38)";
            case FINDING ->
                "SELECT f.receipt AS number, f.title, " + day("f.found_at")
                        + " FROM supervision.finding f WHERE f.id = CAST(page.row AS uuid)";
            case ORDER ->
                "SELECT o.number, o.title, " + day("o.issued_at")
                        + " FROM supervision.supervision_order o WHERE o.id = CAST(page.row AS uuid)";
            case RATING ->
                "SELECT coalesce(u.number, '') AS number, r.words AS title, " + day("r.rated_at")
                        + " FROM ratings.rating r LEFT JOIN ratings.follow_up u ON u.id = r.id"
                        + " WHERE r.id = CAST(page.row AS uuid)";
            case DUTY ->
                "SELECT d.number, d.title, " + day("d.due_at")
                        + " FROM supervision.duty d WHERE d.id = CAST(left(page.row, 36) AS uuid)";
        };
    }

    private static String day(String moment) {
        return "CAST(" + moment + " AT TIME ZONE 'Asia/Shanghai' AS date) AS at";
    }
}

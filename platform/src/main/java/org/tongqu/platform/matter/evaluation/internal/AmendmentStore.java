package org.tongqu.platform.matter.evaluation.internal;

import static org.tongqu.platform.operate.store.Columns.instant;
import static org.tongqu.platform.operate.store.Columns.time;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.evaluation.SubjectKind;
import org.tongqu.platform.matter.evaluation.Amendment;
import org.tongqu.platform.matter.evaluation.Measure;
import org.tongqu.platform.matter.evaluation.Subject;

/** What upheld appeals make of frozen scores, and what they take out of the figures. */
@Repository
public class AmendmentStore {

    private static final String ALL = "SELECT * FROM evaluation.amendment WHERE ";

    private final JdbcClient jdbc;

    AmendmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Amendment made) {
        jdbc.sql("""
            INSERT INTO evaluation.amendment (appeal, period, kind, subject, indicator, value, points, total, at)
            VALUES (:appeal, :period, :kind, :subject, :indicator, :value, :points, :total, :at)""")
                .param("appeal", made.appeal())
                .param("period", made.period().id())
                .param("kind", made.subject().kind().name())
                .param("subject", made.subject().id())
                .param("indicator", made.scored().indicator())
                .param("value", made.scored().value().orElse(null))
                .param("points", made.scored().points().orElse(null))
                .param("total", made.total().orElse(null))
                .param("at", time(made.at()))
                .update();
    }

    /** Those of one subject in a period, in the order in which they were made. */
    public List<Amendment> of(Period period, Subject subject) {
        return jdbc.sql(ALL + "period = ? AND kind = ? AND subject = ? ORDER BY at, appeal")
                .params(period.id(), subject.kind().name(), subject.id())
                .query((row, number) -> amendment(row))
                .list();
    }

    /** Those of all subjects of a kind in a period, in the order in which they were made. */
    public List<Amendment> of(Period period, SubjectKind kind) {
        return jdbc.sql(ALL + "period = ? AND kind = ? ORDER BY at, appeal")
                .params(period.id(), kind.name())
                .query((row, number) -> amendment(row))
                .list();
    }

    /** What one appeal amended, the shortest period first. */
    public List<Amendment> by(String appeal) {
        return jdbc.sql(ALL + "appeal = ? ORDER BY length(period) DESC, period DESC")
                .param(appeal)
                .query((row, number) -> amendment(row))
                .list();
    }

    private static Amendment amendment(ResultSet row) throws SQLException {
        return new Amendment(
                row.getString("appeal"),
                Period.parse(row.getString("period")).orElseThrow(),
                new Subject(SubjectKind.valueOf(row.getString("kind")), row.getString("subject")),
                new Amendment.Scored(
                        row.getString("indicator"),
                        Optional.ofNullable(row.getBigDecimal("value")),
                        Optional.ofNullable(row.getBigDecimal("points"))),
                Optional.ofNullable(row.getBigDecimal("total")),
                instant(row, "at"));
    }

    /** How much of each measure upheld appeals against this score take out of the frozen figures of the period. */
    Map<String, BigDecimal> excluded(Period period, Subject subject, String indicator, Set<Measure> measures) {
        var asked = List.copyOf(measures);
        var excluded = new HashMap<String, BigDecimal>();
        jdbc.sql("""
            SELECT t.measure, sum(r.amount) AS amount
            FROM unnest(CAST(:measures AS text[]), CAST(:rowKinds AS text[])) AS m (measure, kind)
            JOIN evaluation.tally t ON t.measure = m.measure
            CROSS JOIN LATERAL unnest(t.rows, coalesce(t.amounts, array_fill(1::numeric, ARRAY[cardinality(t.rows)])))
                AS r (row, amount)
            WHERE t.organisation = :organisation AND t.month >= :from AND t.month < :until
              AND (CAST(:post AS text) IS NULL OR t.post = :post)
              AND EXISTS (
                SELECT FROM evaluation.appeal a
                JOIN evaluation.appeal_answer d ON d.appeal = a.id AND d.verdict = 'UPHELD'
                JOIN evaluation.appealed_row n ON n.appeal = a.id
                WHERE a.kind = :kind AND a.subject = :subject AND a.indicator = :indicator
                  AND n.kind = m.kind AND n.row = r.row)
            GROUP BY 1""")
                .param("measures", asked.stream().map(Measure::code).toArray(String[]::new))
                .param(
                        "rowKinds",
                        asked.stream().map(measure -> measure.rows().name()).toArray(String[]::new))
                .param("organisation", subject.organisation().orElse(""))
                .param("post", subject.post().orElse(null))
                .param("from", period.from())
                .param("until", period.until())
                .param("kind", subject.kind().name())
                .param("subject", subject.id())
                .param("indicator", indicator)
                .query(row -> {
                    excluded.put(row.getString("measure"), row.getBigDecimal("amount"));
                });
        return excluded;
    }
}

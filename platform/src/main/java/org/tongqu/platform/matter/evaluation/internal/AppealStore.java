package org.tongqu.platform.matter.evaluation.internal;

import static org.tongqu.platform.operate.store.Columns.column;
import static org.tongqu.platform.operate.store.Columns.instant;
import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.evaluation.SubjectKind;
import org.tongqu.platform.matter.evaluation.Appeal;
import org.tongqu.platform.matter.evaluation.RowKind;
import org.tongqu.platform.matter.evaluation.Subject;
import org.tongqu.platform.operate.store.YearNumbers;
import org.tongqu.platform.trust.access.Scope;

/** Appeals, the rows they name and what was said to them; only ever added to. */
@Repository
public class AppealStore {

    private static final int PAGE = 50;

    private static final String ALL = """
        SELECT a.*, d.verdict, d.by_whom, d.by_name, d.at, d.words
        FROM evaluation.appeal a LEFT JOIN evaluation.appeal_answer d ON d.appeal = a.id
        """;

    private final JdbcClient jdbc;

    AppealStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public String nextId(Instant now) {
        return "SS-" + new YearNumbers(jdbc, "evaluation.appeal_number").next(now);
    }

    /** Keeps it with its rows, unless there is one against the same score. @return whether it is kept */
    public boolean add(Appeal appeal, List<Appeal.Named> rows) {
        var raised = appeal.raised();
        var kept = score(jdbc.sql("""
            INSERT INTO evaluation.appeal (id, period, kind, subject, indicator, organisation, raised_by,
                raised_name, raised_at, reason, due_at)
            VALUES (:id, :period, :kind, :subject, :indicator, :organisation, :by, :name, :at, :reason, :due)
            ON CONFLICT (period, kind, subject, indicator) DO NOTHING"""), appeal.about())
                .param("id", appeal.id())
                .param("organisation", raised.organisation())
                .param("by", raised.by())
                .param("name", raised.name())
                .param("at", time(raised.at()))
                .param("reason", raised.reason())
                .param("due", appeal.dueAt().map(due -> time(due)).orElse(null))
                .update();
        if (kept == 1) {
            name(appeal.id(), rows);
        }
        return kept == 1;
    }

    private void name(String id, List<Appeal.Named> rows) {
        jdbc.sql("""
            INSERT INTO evaluation.appealed_row (appeal, kind, row, number, title)
            SELECT :appeal, * FROM unnest(CAST(:kinds AS text[]), CAST(:rows AS text[]), CAST(:numbers AS text[]),
                CAST(:titles AS text[]))""")
                .param("appeal", id)
                .param("kinds", column(rows, row -> row.kind().name()))
                .param("rows", column(rows, Appeal.Named::row))
                .param("numbers", column(rows, Appeal.Named::number))
                .param("titles", column(rows, Appeal.Named::title))
                .update();
    }

    private static JdbcClient.StatementSpec score(JdbcClient.StatementSpec statement, Appeal.About about) {
        return statement
                .param("period", about.period().id())
                .param("kind", about.subject().kind().name())
                .param("subject", about.subject().id())
                .param("indicator", about.indicator());
    }

    /** Keeps what was said, unless something was said already. @return whether it is kept */
    public boolean answer(String id, Appeal.Answer answer) {
        return jdbc.sql("""
            INSERT INTO evaluation.appeal_answer (appeal, verdict, by_whom, by_name, at, words)
            VALUES (:id, :verdict, :by, :name, :at, :words) ON CONFLICT (appeal) DO NOTHING""")
                        .param("id", id)
                        .param("verdict", answer.verdict().name())
                        .param("by", answer.by())
                        .param("name", answer.name())
                        .param("at", time(answer.at()))
                        .param("words", answer.words())
                        .update()
                == 1;
    }

    public Optional<Appeal> find(String id) {
        return jdbc.sql(ALL + "WHERE a.id = ?")
                .param(id)
                .query((row, number) -> appeal(row))
                .optional();
    }

    /** Those against scores of the subject in the period. */
    public List<Appeal> against(Period period, Subject subject) {
        return jdbc.sql(ALL + "WHERE a.period = ? AND a.kind = ? AND a.subject = ? ORDER BY a.id")
                .params(period.id(), subject.kind().name(), subject.id())
                .query((row, number) -> appeal(row))
                .list();
    }

    /** Upheld ones of periods that lie within this one, in the order in which they were raised. */
    List<Appeal> upheldWithin(Period period) {
        return jdbc.sql(ALL + """
            JOIN evaluation.period p ON p.id = a.period
            WHERE d.verdict = 'UPHELD' AND p.first_day >= ? AND p.end_day <= ? AND a.period <> ? ORDER BY a.id""")
                .params(period.from(), period.until(), period.id())
                .query((row, number) -> appeal(row))
                .list();
    }

    public Appeal.Listed page(Scope scope, Optional<String> before) {
        var found = jdbc.sql(ALL + """
            WHERE a.organisation = ANY (:organisations) AND (CAST(:before AS text) IS NULL OR a.id < :before)
            ORDER BY a.id DESC LIMIT :most""")
                .param("organisations", scope.organisations())
                .param("before", before.orElse(null))
                .param("most", PAGE + 1)
                .query((row, number) -> appeal(row))
                .list();
        return found.size() <= PAGE
                ? new Appeal.Listed(found, Optional.empty())
                : new Appeal.Listed(
                        found.subList(0, PAGE), Optional.of(found.get(PAGE - 1).id()));
    }

    public List<Appeal.Named> rows(String id) {
        return jdbc.sql("SELECT * FROM evaluation.appealed_row WHERE appeal = ? ORDER BY number, row")
                .param(id)
                .query((row, number) -> new Appeal.Named(
                        RowKind.valueOf(row.getString("kind")),
                        row.getString("row"),
                        row.getString("number"),
                        row.getString("title")))
                .list();
    }

    private static Appeal appeal(ResultSet row) throws SQLException {
        var subject = new Subject(SubjectKind.valueOf(row.getString("kind")), row.getString("subject"));
        return new Appeal(
                row.getString("id"),
                new Appeal.About(
                        Period.parse(row.getString("period")).orElseThrow(), subject, row.getString("indicator")),
                new Appeal.Raised(
                        row.getString("raised_by"),
                        row.getString("raised_name"),
                        row.getString("organisation"),
                        instant(row, "raised_at"),
                        row.getString("reason")),
                Optional.ofNullable(row.getObject("due_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                answer(row));
    }

    private static Optional<Appeal.Answer> answer(ResultSet row) throws SQLException {
        var verdict = row.getString("verdict");
        return verdict == null
                ? Optional.empty()
                : Optional.of(new Appeal.Answer(
                        Appeal.Verdict.valueOf(verdict),
                        row.getString("by_whom"),
                        row.getString("by_name"),
                        instant(row, "at"),
                        row.getString("words")));
    }
}

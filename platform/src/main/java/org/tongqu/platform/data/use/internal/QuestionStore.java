package org.tongqu.platform.data.use.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.kernel.proof.FieldCipher;
import org.tongqu.platform.data.use.Question;
import org.tongqu.platform.data.use.Question.Answered;
import org.tongqu.platform.data.use.Question.Due;
import org.tongqu.platform.operate.store.Columns;
import org.tongqu.platform.operate.store.YearNumbers;
import org.tongqu.platform.trust.access.Scope;
import org.tongqu.platform.trust.seals.Seals;

/** Questions and their answers; the words of both are sealed. */
@Repository
public class QuestionStore {

    private static final String SELECT = "SELECT q.*, q.id AS question, " + TraceStore.COLUMNS
            + " FROM uses.question q JOIN uses.trace t ON t.id = q.trace ";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    QuestionStore(JdbcClient jdbc, Seals seals) {
        this.jdbc = jdbc;
        this.cipher = seals.cipher("use.question");
    }

    /** The next id of the year, held until the transaction ends. */
    public String nextId(Instant now) {
        return "WX-" + new YearNumbers(jdbc, "uses.counter").next(now);
    }

    /** @return false when the account asked about it before */
    public boolean insert(Question question) {
        return jdbc.sql("""
                        INSERT INTO uses.question (id, trace, account, organisation, words, asked_at, state, due_on, due_at,
                            version)
                        VALUES (:id, :trace, :account, :organisation, :words, :at, 'asked', :dueOn, :dueAt, :version)
                        ON CONFLICT (account, trace) DO NOTHING""")
                        .param("id", question.id())
                        .param("trace", question.trace().id())
                        .param("account", question.account())
                        .param("organisation", question.organisation())
                        .param("words", cipher.seal(question.words()))
                        .param("at", Columns.time(question.askedAt()))
                        .param("dueOn", question.due().map(Due::day).orElse(null))
                        .param(
                                "dueAt",
                                question.due().map(Due::at).map(Columns::time).orElse(null))
                        .param("version", question.version())
                        .update()
                == 1;
    }

    /** Writes the answer. */
    public void answer(Question after, Answered answer, String by) {
        jdbc.sql("""
                        UPDATE uses.question SET state = 'answered', answer = :answer, answered_at = :at, answered_by = :by,
                            due_on = NULL, due_at = NULL, version = :version
                         WHERE id = :id""")
                .param("answer", cipher.seal(answer.words()))
                .param("at", Columns.time(answer.at()))
                .param("by", by)
                .param("version", after.version())
                .param("id", after.id())
                .update();
    }

    /** Those to organisations of the scope, the newest first. @param after the id behind which they begin; empty for the first */
    public List<Question> list(Scope scope, String after, int limit) {
        return jdbc.sql(SELECT + """
                        WHERE q.organisation = ANY (:seen) AND (:after = '' OR q.id < :after)
                        ORDER BY q.id DESC LIMIT :limit""")
                .param("seen", scope.organisations())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> question(row))
                .list();
    }

    public Optional<Question> find(String id) {
        return jdbc.sql(SELECT + "WHERE q.id = ?")
                .param(id)
                .query((row, number) -> question(row))
                .optional();
    }

    /** The question, held until the transaction ends. */
    public Optional<Question> lock(String id) {
        return jdbc.sql(SELECT + "WHERE q.id = ? FOR UPDATE OF q")
                .param(id)
                .query((row, number) -> question(row))
                .optional();
    }

    private Question question(ResultSet row) throws SQLException {
        return new Question(
                row.getString("question"),
                TraceStore.trace(row, Map.of()),
                row.getString("account"),
                cipher.openText(row.getBytes("words")),
                Columns.instant(row, "asked_at"),
                answer(row),
                due(row),
                row.getInt("version"));
    }

    private Optional<Answered> answer(ResultSet row) throws SQLException {
        var words = row.getBytes("answer");
        return words == null
                ? Optional.empty()
                : Optional.of(new Answered(cipher.openText(words), Columns.instant(row, "answered_at")));
    }

    private static Optional<Due> due(ResultSet row) throws SQLException {
        var day = row.getObject("due_on", LocalDate.class);
        return day == null ? Optional.empty() : Optional.of(new Due(day, Columns.instant(row, "due_at")));
    }
}

package org.tongqu.platform.data.use.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.golden.Concerned;
import org.tongqu.platform.data.use.Trace;
import org.tongqu.platform.data.use.Trace.Firm;
import org.tongqu.platform.data.use.Use;
import org.tongqu.platform.operate.store.Columns;

/** Traces of uses, as whoever they are about finds them. */
@Repository
public class TraceStore {

    static final String COLUMNS =
            "t.id AS trace_id, encode(t.subject, 'hex') AS subject, t.at, t.kind, t.register, t.fields, t.organisation AS user_code,"
                    + " t.who_zh, t.who_en, t.call, t.agreement, t.purpose, t.why";

    private final JdbcClient jdbc;
    private final Subjects subjects;

    TraceStore(JdbcClient jdbc, Subjects subjects) {
        this.jdbc = jdbc;
        this.subjects = subjects;
    }

    /** By which the traces of somebody are found. */
    public List<String> of(Concerned concerned) {
        return subjects.all(concerned).stream().map(HexFormat.of()::formatHex).toList();
    }

    /** By which it is found that all of a register was taken. */
    public List<String> ofAll(Collection<String> registers) {
        return registers.stream()
                .flatMap(register -> subjects.allOf(register).stream())
                .map(HexFormat.of()::formatHex)
                .toList();
    }

    /**
     * The newest first, older than the one with this id; of each subject no more than are shown are read.
     *
     * @param of by subject the firm that it is
     */
    public List<Trace> list(Map<String, Optional<Firm>> of, String account, long before, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + ", q.id AS question\n" + """
                          FROM (SELECT l.* FROM unnest(CAST(:subjects AS text[])) AS s (subject)
                                 CROSS JOIN LATERAL (SELECT * FROM uses.trace
                                                      WHERE subject = decode(s.subject, 'hex') AND id < :before
                                                      ORDER BY id DESC LIMIT :limit) l
                                 ORDER BY l.id DESC LIMIT :limit) t
                          LEFT JOIN uses.question q ON q.account = :account AND q.trace = t.id
                         ORDER BY t.id DESC""")
                .param("subjects", of.keySet().toArray(String[]::new))
                .param("account", account)
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> trace(row, of))
                .list();
    }

    /** The trace, when it is of one of these. */
    public Optional<Trace> find(Map<String, Optional<Firm>> of, String account, long id) {
        return jdbc.sql("SELECT " + COLUMNS + ", q.id AS question\n" + """
                          FROM uses.trace t LEFT JOIN uses.question q ON q.account = :account AND q.trace = t.id
                         WHERE t.id = :id AND encode(t.subject, 'hex') = ANY (:subjects)""")
                .param("subjects", of.keySet().toArray(String[]::new))
                .param("account", account)
                .param("id", id)
                .query((row, number) -> trace(row, of))
                .optional();
    }

    static Trace trace(ResultSet row, Map<String, Optional<Firm>> firms) throws SQLException {
        var fields = row.getString("fields");
        var who = row.getString("who_en");
        return new Trace(
                row.getLong("trace_id"),
                Columns.instant(row, "at"),
                Coded.of(Use.Kind.class, row.getString("kind")),
                new Trace.Of(
                        row.getString("register"),
                        fields.isEmpty() ? List.of() : List.of(fields.split(" ")),
                        firms.getOrDefault(row.getString("subject"), Optional.empty())),
                new Trace.By(
                        row.getString("user_code"),
                        Optional.of(row.getString("who_zh"))
                                .filter(zh -> !zh.isEmpty())
                                .map(zh -> new Label(zh, who)),
                        row.getString("call")),
                new Trace.Under(row.getString("agreement"), row.getString("purpose"), row.getString("why")),
                Optional.ofNullable(row.getString("question")));
    }
}

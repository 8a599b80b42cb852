package org.tongqu.platform.matter.casework.internal;

import static org.tongqu.platform.operate.store.Columns.column;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.casework.Recount;
import org.tongqu.platform.trust.access.Scope;

/** How far the counting of open cases by a new calendar has come, and what it changed. */
@Repository
public class RecountStore {

    private static final int PAGE = 50;

    private final JdbcClient jdbc;

    RecountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that is not finished, and whose lock this transaction holds. */
    record Open(String edition, UUID after) {}

    /** A clock before and after. */
    record Row(UUID caseId, String receipt, String organisation, String clock, Label label, Instant was, Instant is) {}

    public void begin(String edition, Instant now) {
        jdbc.sql("""
                        INSERT INTO casework.recount (edition, begun_at, cases)
                        SELECT ?, ?, open.cases
                        FROM (SELECT count(*) AS cases FROM casework.case_file WHERE status = 'RUNNING') open
                        WHERE open.cases > 0""").params(edition, EventStore.time(now)).update();
    }

    Optional<Open> take() {
        return jdbc.sql("""
                        SELECT edition, after_id FROM casework.recount WHERE ended_at IS NULL
                        ORDER BY begun_at LIMIT 1 FOR UPDATE SKIP LOCKED""")
                .query((row, number) -> new Open(row.getString("edition"), row.getObject("after_id", UUID.class)))
                .optional();
    }

    /** The next open cases, by id. */
    List<UUID> next(UUID after, int limit) {
        return jdbc.sql("SELECT id FROM casework.case_file WHERE status = 'RUNNING' AND id > ? ORDER BY id LIMIT ?")
                .params(after, limit)
                .query((row, number) -> UUID.fromString(row.getString("id")))
                .list();
    }

    void went(Open open, UUID after, int seen, int kept) {
        jdbc.sql("UPDATE casework.recount SET after_id = ?, seen = seen + ?, kept = kept + ? WHERE edition = ?")
                .params(after, seen, kept, open.edition())
                .update();
    }

    void end(Open open, Instant now) {
        jdbc.sql("UPDATE casework.recount SET ended_at = ? WHERE edition = ?")
                .params(EventStore.time(now), open.edition())
                .update();
    }

    void add(Open open, Collection<Row> rows) {
        jdbc.sql("""
                        INSERT INTO casework.recounted (edition, receipt, clock, case_id, organisation, label,
                            due_before, due_now)
                        SELECT ?, * FROM unnest(CAST(? AS text[]), CAST(? AS text[]), CAST(? AS uuid[]),
                            CAST(? AS text[]), CAST(? AS jsonb[]), CAST(? AS timestamptz[]),
                            CAST(? AS timestamptz[]))
                        ON CONFLICT (edition, receipt, clock) DO NOTHING""")
                .params(
                        open.edition(),
                        column(rows, Row::receipt),
                        column(rows, Row::clock),
                        column(rows, row -> row.caseId().toString()),
                        column(rows, Row::organisation),
                        column(rows, row -> json(row.label())),
                        column(rows, row -> row.was().toString()),
                        column(rows, row -> row.is().toString()))
                .update();
    }

    public Optional<Recount> last() {
        return jdbc.sql("""
                        SELECT r.*, (SELECT count(*) FROM casework.recounted c WHERE c.edition = r.edition) AS changed
                        FROM casework.recount r ORDER BY r.begun_at DESC LIMIT 1""")
                .query((row, number) -> new Recount(
                        row.getString("edition"),
                        row.getInt("cases"),
                        row.getInt("seen"),
                        row.getInt("changed"),
                        row.getInt("kept"),
                        CaseStore.instant(row, "ended_at")))
                .optional();
    }

    public Recount.Page changed(Scope scope, String edition, String after) {
        var rows = jdbc.sql("""
                        SELECT * FROM casework.recounted
                        WHERE edition = :edition AND organisation = ANY (:organisations)
                          AND receipt || '~' || clock > :after
                        ORDER BY receipt || '~' || clock LIMIT :limit""")
                .param("edition", edition)
                .param("organisations", scope.organisations())
                .param("after", after)
                .param("limit", PAGE + 1)
                .query((row, number) -> changed(row))
                .list();
        var page = rows.subList(0, Math.min(PAGE, rows.size()));
        return new Recount.Page(
                page.stream().map(Found::row).toList(),
                rows.size() > PAGE ? Optional.of(page.getLast().cursor()) : Optional.empty());
    }

    private record Found(Recount.Changed row, String cursor) {}

    private static Found changed(ResultSet row) throws SQLException {
        var label = DatumJson.read(row.getString("label"));
        return new Found(
                new Recount.Changed(
                        row.getString("case_id"),
                        row.getString("receipt"),
                        row.getString("organisation"),
                        new Label(
                                label.text("zh").orElseThrow(), label.text("en").orElse("")),
                        CaseStore.instant(row, "due_before").orElseThrow(),
                        CaseStore.instant(row, "due_now").orElseThrow()),
                row.getString("receipt") + "~" + row.getString("clock"));
    }

    private static String json(Label label) {
        return Datum.empty()
                .with("zh", Datum.of(label.zh()))
                .with("en", Datum.of(label.en()))
                .canonical();
    }
}

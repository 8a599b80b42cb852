package org.tongqu.platform.matter.processes.internal;

import static org.tongqu.platform.operate.store.Columns.instant;
import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.matter.processes.Draft;
import org.tongqu.platform.matter.processes.DraftLine;
import org.tongqu.platform.matter.services.Revised;
import org.tongqu.platform.trust.identity.SignedIn;

/** Drafts of processes. */
@Repository
public class DraftStore {

    private static final int MOST = 200;
    private static final String OPEN = "state IN ('DRAFTING', 'SUBMITTED', 'RETURNED')";

    private final JdbcClient jdbc;

    DraftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What somebody who decides says. */
    public record Ruling(SignedIn.Officer who, String why, Instant at) {}

    /** Keeps a new draft, unless the process has an open one. @return whether it is kept */
    public boolean add(Draft draft) {
        return jdbc.sql("""
                        INSERT INTO processes.draft (id, pack_id, file, organisation, state, before, body, revision,
                            begun_at, begun_by, saved_at, saved_by, saved_name, editors, note, submitted_name,
                            decided_name, why, version)
                        VALUES (:id, :pack, :file, :organisation, :state, :before, :body, :revision, :at, :who, :at, :who,
                            :name, :editors, '', '', '', '', '')
                        ON CONFLICT DO NOTHING""")
                        .param("id", UUID.fromString(draft.id()))
                        .param("pack", draft.place().packId())
                        .param("file", draft.place().file())
                        .param("organisation", draft.organisation())
                        .param("state", draft.state().name())
                        .param("before", draft.content().before())
                        .param("body", draft.content().body())
                        .param("revision", draft.revision())
                        .param("at", time(draft.work().begunAt()))
                        .param("who", draft.work().savedBy())
                        .param("name", draft.work().savedName())
                        .param("editors", draft.work().editors().toArray(String[]::new))
                        .update()
                == 1;
    }

    public void save(String id, byte[] body, SignedIn.Officer who, Instant now) {
        jdbc.sql("""
                        UPDATE processes.draft
                           SET body = :body, revision = revision + 1, saved_at = :at, saved_by = :who, saved_name = :name,
                               editors = CASE WHEN :who = ANY (editors) THEN editors ELSE editors || :who END
                         WHERE id = :id""")
                .param("body", body)
                .param("at", time(now))
                .param("who", who.actor())
                .param("name", who.name())
                .param("id", UUID.fromString(id))
                .update();
    }

    public void submit(String id, String note, String name, Instant now) {
        jdbc.sql("""
                        UPDATE processes.draft SET state = 'SUBMITTED', note = ?, submitted_name = ?, submitted_at = ?
                         WHERE id = ?""").params(note, name, time(now), UUID.fromString(id)).update();
    }

    public void drop(String id) {
        jdbc.sql("UPDATE processes.draft SET state = 'DROPPED' WHERE id = ?")
                .param(UUID.fromString(id))
                .update();
    }

    public void publish(String id, Revised revised, Ruling ruling) {
        jdbc.sql("""
                        UPDATE processes.draft
                           SET state = 'PUBLISHED', number = ?, version = ?, why = ?, decided_at = ?, decided_by = ?,
                               decided_name = ?
                         WHERE id = ?""")
                .params(
                        revised.number(),
                        revised.version(),
                        ruling.why(),
                        time(ruling.at()),
                        ruling.who().actor(),
                        ruling.who().name(),
                        UUID.fromString(id))
                .update();
    }

    public void sendBack(String id, Ruling ruling) {
        jdbc.sql("""
                        UPDATE processes.draft
                           SET state = 'RETURNED', why = ?, decided_at = ?, decided_by = ?, decided_name = ?
                         WHERE id = ?""")
                .params(
                        ruling.why(),
                        time(ruling.at()),
                        ruling.who().actor(),
                        ruling.who().name(),
                        UUID.fromString(id))
                .update();
    }

    public Optional<Draft> find(String id) {
        return find(id, "");
    }

    public Optional<Draft> findForUpdate(String id) {
        return find(id, " FOR UPDATE");
    }

    private Optional<Draft> find(String id, String lock) {
        try {
            return jdbc.sql("SELECT * FROM processes.draft WHERE id = ?" + lock)
                    .param(UUID.fromString(id))
                    .query((row, number) -> draft(row))
                    .optional();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    public Optional<Draft> findOpen(Draft.Place place) {
        return jdbc.sql("SELECT * FROM processes.draft WHERE pack_id = ? AND file = ? AND " + OPEN)
                .params(place.packId(), place.file())
                .query((row, number) -> draft(row))
                .optional();
    }

    /** All that are open: of a process one at most. */
    public List<DraftLine> open() {
        return jdbc.sql("""
                        SELECT id, pack_id, file, organisation, state, saved_at AS at, saved_name AS name, number
                          FROM processes.draft WHERE """ + " " + OPEN + " ORDER BY saved_at DESC, id")
                .query((row, number) -> line(row))
                .list();
    }

    /** Those that were published, the latest first; their texts are left out. */
    public List<Draft> published(Draft.Place place) {
        return jdbc.sql("""
                        SELECT id, pack_id, file, organisation, state, ''::bytea AS before, ''::bytea AS body, revision,
                               begun_at, saved_at, saved_by, saved_name, editors, note, submitted_at, submitted_name,
                               decided_at, decided_name, why, number, version
                          FROM processes.draft WHERE pack_id = ? AND file = ? AND state = 'PUBLISHED'
                         ORDER BY number DESC LIMIT """ + " " + MOST)
                .params(place.packId(), place.file())
                .query((row, number) -> draft(row))
                .list();
    }

    public Optional<Draft> findPublished(Draft.Place place, int number) {
        return jdbc.sql("""
                        SELECT * FROM processes.draft
                         WHERE pack_id = ? AND file = ? AND state = 'PUBLISHED' AND number = ?""")
                .params(place.packId(), place.file(), number)
                .query((row, index) -> draft(row))
                .optional();
    }

    public List<DraftLine> latest() {
        return jdbc.sql("""
                        SELECT DISTINCT ON (pack_id, file) id, pack_id, file, organisation, state, decided_at AS at,
                               decided_name AS name, number
                          FROM processes.draft WHERE state = 'PUBLISHED' ORDER BY pack_id, file, number DESC""").query((row, number) -> line(row)).list();
    }

    private static DraftLine line(ResultSet row) throws SQLException {
        return new DraftLine(
                row.getString("id"),
                place(row),
                row.getString("organisation"),
                Draft.State.valueOf(row.getString("state")),
                instant(row, "at"),
                row.getString("name"),
                Optional.ofNullable(row.getObject("number", Integer.class)));
    }

    private static Draft.Place place(ResultSet row) throws SQLException {
        return new Draft.Place(row.getString("pack_id"), row.getString("file"));
    }

    private static Draft draft(ResultSet row) throws SQLException {
        var editors = row.getArray("editors");
        return new Draft(
                row.getString("id"),
                place(row),
                row.getString("organisation"),
                Draft.State.valueOf(row.getString("state")),
                new Draft.Content(row.getBytes("before"), row.getBytes("body")),
                row.getInt("revision"),
                new Draft.Work(
                        instant(row, "begun_at"),
                        instant(row, "saved_at"),
                        row.getString("saved_by"),
                        row.getString("saved_name"),
                        Set.of((String[]) editors.getArray())),
                new Draft.Fate(
                        row.getString("note"),
                        told(row, "submitted"),
                        told(row, "decided"),
                        row.getString("why"),
                        Optional.ofNullable(row.getObject("number", Integer.class)),
                        row.getString("version")));
    }

    private static Optional<Draft.Told> told(ResultSet row, String deed) throws SQLException {
        return row.getObject(deed + "_at") == null
                ? Optional.empty()
                : Optional.of(new Draft.Told(instant(row, deed + "_at"), row.getString(deed + "_name")));
    }
}

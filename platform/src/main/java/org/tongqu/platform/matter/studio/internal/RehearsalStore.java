package org.tongqu.platform.matter.studio.internal;

import static org.tongqu.platform.operate.store.Columns.instant;
import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.casework.Rehearsal;
import org.tongqu.platform.matter.services.PackContent;
import org.tongqu.platform.matter.studio.Rehearsed;

/** What was asked for, how far it is, and the packs it was asked with. */
@Repository
public class RehearsalStore {

    /** A program that ends under one so often ended because of it. */
    private static final int MOST_CUTS = 3;

    private final JdbcClient jdbc;

    RehearsalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that this program plays from now on. @param behind the last case that was played */
    public record Taken(Rehearsed rehearsed, Optional<Rehearsal.Mark> behind) {}

    /** What is to be kept of a new one. @param all cases there are now */
    /** @param sentHash of the one file that was sent; nothing where there were more */
    public record Asking(
            Rehearsed.Change change,
            Rehearsed.Cases cases,
            Rehearsed.Asker asker,
            int all,
            Optional<String> sentHash) {}

    public void keep(Rehearsed.Change change, PackContent files, Instant now) {
        jdbc.sql("""
                        INSERT INTO studio.changed_pack (content_hash, pack_id, version, files, kept_at)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                .params(change.after().hash(), change.packId(), change.after().version(), files.archive(), time(now))
                .update();
    }

    /** The files of a pack that was changed. */
    public PackContent files(String contentHash) {
        return PackContent.of(jdbc.sql("SELECT files FROM studio.changed_pack WHERE content_hash = ?")
                .param(contentHash)
                .query((row, number) -> row.getBytes(1))
                .single());
    }

    /** @return its id; nothing when the person has one that is not over */
    public OptionalLong add(Asking asking) {
        var change = asking.change();
        return jdbc
                .sql("""
                        INSERT INTO studio.rehearsal (pack_id, title_zh, title_en, before_hash, before_version,
                            after_hash, after_version, changed, from_day, to_day, organisation, by_whom, by_name,
                            asked_at, state, cases, heard_at, sent_hash)
                        VALUES (:pack, :zh, :en, :before, :beforeVersion, :after, :afterVersion, :changed, :from, :to,
                            :organisation, :by, :name, :at, 'waiting', :cases, :at, :sent)
                        ON CONFLICT (by_whom) WHERE state IN ('waiting', 'running') DO NOTHING RETURNING id""")
                .param("pack", change.packId())
                .param("zh", change.title().zh())
                .param("en", change.title().en())
                .param("before", change.before().hash())
                .param("beforeVersion", change.before().version())
                .param("after", change.after().hash())
                .param("afterVersion", change.after().version())
                .param("changed", change.files().toArray(String[]::new))
                .param("from", asking.cases().period().from())
                .param("to", asking.cases().period().to())
                .param("organisation", asking.cases().organisation().orElse(null))
                .param("by", asking.asker().staff())
                .param("name", asking.asker().name())
                .param("at", time(asking.asker().at()))
                .param("cases", asking.all())
                .param("sent", asking.sentHash().orElse(null))
                .query(Long.class)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** The person's own one that is not over. */
    public OptionalLong underWay(String staff) {
        return jdbc
                .sql("SELECT id FROM studio.rehearsal WHERE by_whom = ? AND state IN ('waiting', 'running')")
                .param(staff)
                .query(Long.class)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    public Optional<Rehearsed> find(long id) {
        return jdbc.sql("SELECT * FROM studio.rehearsal WHERE id = ?")
                .param(id)
                .query((row, number) -> rehearsed(row))
                .optional();
    }

    /** The latest in which this one file was tried on the pack of that content. */
    public Optional<Rehearsed> latest(String packId, String before, String sentHash) {
        return jdbc.sql("""
                        SELECT * FROM studio.rehearsal WHERE pack_id = ? AND sent_hash = ? AND before_hash = ?
                        ORDER BY id DESC LIMIT 1""")
                .params(packId, sentHash, before)
                .query((row, number) -> rehearsed(row))
                .optional();
    }

    /** Of the one file that was tried in it. */
    public Optional<String> sentHash(long id) {
        return jdbc.sql("SELECT sent_hash FROM studio.rehearsal WHERE id = ? AND sent_hash IS NOT NULL")
                .param(id)
                .query(String.class)
                .optional();
    }

    /** The latest before this one, or of all. */
    public List<Rehearsed> page(Optional<Long> before, int limit) {
        return jdbc.sql("SELECT * FROM studio.rehearsal WHERE id < ? ORDER BY id DESC LIMIT ?")
                .params(before.orElse(Long.MAX_VALUE), limit)
                .query((row, number) -> rehearsed(row))
                .list();
    }

    /** The oldest that waits, or of which nothing was heard for long: it goes on where it was. */
    public Optional<Taken> take(String program, Instant now, Duration silent) {
        jdbc.sql("""
                        UPDATE studio.rehearsal SET state = 'failed', ended_at = :now
                         WHERE state = 'running' AND heard_at < :silent AND cuts >= :cuts""")
                .param("now", time(now))
                .param("silent", time(now.minus(silent)))
                .param("cuts", MOST_CUTS)
                .update();
        return jdbc.sql("""
                        UPDATE studio.rehearsal SET state = 'running', program = :program, heard_at = :now,
                            cuts = cuts + CASE state WHEN 'running' THEN 1 ELSE 0 END
                         WHERE id = (SELECT id FROM studio.rehearsal
                                      WHERE state = 'waiting'
                                         OR state = 'running' AND heard_at < :silent AND cuts < :cuts
                                      ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
                         RETURNING *""")
                .param("program", program)
                .param("now", time(now))
                .param("silent", time(now.minus(silent)))
                .param("cuts", MOST_CUTS)
                .query((row, number) -> new Taken(rehearsed(row), mark(row)))
                .optional();
    }

    /** @return whether this program still plays it and nobody called it off */
    public boolean went(long id, String program, Rehearsal.Mark last, int played, Instant now) {
        return jdbc.sql("""
                        UPDATE studio.rehearsal SET played = :played, last_opened_at = :at, last_case = :case,
                            heard_at = :now
                         WHERE id = :id AND program = :program AND state = 'running'""")
                        .param("played", played)
                        .param("at", time(last.openedAt()))
                        .param("case", UUID.fromString(last.caseId()))
                        .param("now", time(now))
                        .param("id", id)
                        .param("program", program)
                        .update()
                == 1;
    }

    /** @return whether it was this program's to end */
    public boolean end(long id, String program, Rehearsed.State state, Instant now) {
        return jdbc.sql("""
                        UPDATE studio.rehearsal SET state = :state, ended_at = :now
                         WHERE id = :id AND program = :program AND state = 'running'""")
                        .param("state", state.code())
                        .param("now", time(now))
                        .param("id", id)
                        .param("program", program)
                        .update()
                == 1;
    }

    /** @return whether the person had it under way */
    public boolean cancel(long id, String staff, Instant now) {
        return jdbc.sql("""
                        UPDATE studio.rehearsal SET state = 'cancelled', ended_at = ?
                         WHERE id = ? AND by_whom = ? AND state IN ('waiting', 'running')""").params(time(now), id, staff).update() == 1;
    }

    private static Optional<Rehearsal.Mark> mark(ResultSet row) throws SQLException {
        return moment(row, "last_opened_at").isEmpty()
                ? Optional.empty()
                : Optional.of(new Rehearsal.Mark(instant(row, "last_opened_at"), row.getString("last_case")));
    }

    private static Rehearsed rehearsed(ResultSet row) throws SQLException {
        return new Rehearsed(
                row.getLong("id"),
                new Rehearsed.Change(
                        row.getString("pack_id"),
                        new Label(row.getString("title_zh"), row.getString("title_en")),
                        new Rehearsed.Content(row.getString("before_version"), row.getString("before_hash")),
                        new Rehearsed.Content(row.getString("after_version"), row.getString("after_hash")),
                        List.of((String[]) row.getArray("changed").getArray())),
                new Rehearsed.Cases(
                        new Rehearsal.Period(
                                row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class)),
                        Optional.ofNullable(row.getString("organisation"))),
                new Rehearsed.Asker(row.getString("by_whom"), row.getString("by_name"), instant(row, "asked_at")),
                Rehearsed.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                new Rehearsed.Progress(
                        row.getInt("cases"),
                        row.getInt("played"),
                        row.getInt("cuts"),
                        instant(row, "heard_at"),
                        moment(row, "ended_at")));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}

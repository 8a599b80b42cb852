package org.tongqu.platform.data.golden.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.engines.registers.Register;
import org.tongqu.platform.data.golden.GoldenRecord;
import org.tongqu.platform.data.golden.GoldenRecord.Merged;
import org.tongqu.platform.data.golden.internal.RecordStore.Thing;
import org.tongqu.platform.trust.journal.Entry;

/** Which things were found to be one, and which of that was taken back. */
@Repository
public class Merges {

    private final JdbcClient sql;
    private final Settling settling;
    private final RecordStore records;

    Merges(JdbcClient sql, Settling settling, RecordStore records) {
        this.sql = sql;
        this.settling = settling;
        this.records = records;
    }

    /** Holds the merges of a register until the transaction ends, so that two of them cannot make a ring together. */
    public void hold(Register register) {
        sql.sql("SELECT pg_advisory_xact_lock(hashtext('golden.merge'), hashtext(?))")
                .param(register.code())
                .query(row -> {});
    }

    public void merge(Register register, Thing from, Thing into, Entry entry) {
        sql.sql("""
                        INSERT INTO golden.merge (register, entity, into_entity, at, by, by_name, why)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        register.code(),
                        from.entity(),
                        into.entity(),
                        entry.at().atOffset(ZoneOffset.UTC),
                        entry.who().id(),
                        entry.who().name(),
                        entry.why().orElse(""))
                .update();
        rooted(register, List.of(into.root()));
    }

    /** An open merge. */
    public record Open(long id, UUID entity, UUID into) {}

    public Optional<Open> find(Register register, long id) {
        return sql.sql("SELECT id, entity, into_entity FROM golden.merge WHERE id = ? AND register = ?"
                        + " AND undone_at IS NULL")
                .params(id, register.code())
                .query((row, number) -> new Open(
                        row.getLong("id"),
                        row.getObject("entity", UUID.class),
                        row.getObject("into_entity", UUID.class)))
                .optional();
    }

    public void undo(Register register, Open merge, Entry entry) {
        var root = records.find(merge.into()).orElseThrow().root();
        sql.sql("UPDATE golden.merge SET undone_at = ?, undone_by = ?, undone_name = ?, undone_why = ? WHERE id = ?")
                .params(
                        entry.at().atOffset(ZoneOffset.UTC),
                        entry.who().id(),
                        entry.who().name(),
                        entry.why().orElse(""),
                        merge.id())
                .update();
        rooted(register, List.of(root, merge.entity()));
    }

    /** Says anew of all below these what they are merged into, and makes the records. */
    private void rooted(Register register, List<UUID> tops) {
        var below = sql.sql("""
                        WITH RECURSIVE below AS (
                            SELECT top AS entity, top AS root FROM unnest(?) AS top
                            UNION
                            SELECT g.entity, below.root FROM golden.merge g
                              JOIN below ON g.into_entity = below.entity WHERE g.undone_at IS NULL),
                        put AS (
                            UPDATE golden.entity e SET root = nullif(below.root, e.entity)
                              FROM below WHERE e.entity = below.entity)
                        SELECT entity FROM below WHERE entity <> root""")
                .param(tops.toArray(UUID[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        settling.forget(register, below);
        var all = new ArrayList<>(below);
        all.addAll(tops);
        settling.settle(register, all);
    }

    /** What is merged into it, directly or by way of others. */
    public List<Merged> of(Register register, UUID entity) {
        return sql.sql("""
                        WITH RECURSIVE below AS (
                            SELECT g.* FROM golden.merge g WHERE g.into_entity = :entity AND g.undone_at IS NULL
                            UNION
                            SELECT g.* FROM golden.merge g JOIN below ON g.into_entity = below.entity
                             WHERE g.undone_at IS NULL)
                        SELECT below.id, below.at, below.by_name, below.why, below.field, below.source, below.since,
                               e.identifier
                          FROM below JOIN golden.entity e ON e.entity = below.entity ORDER BY below.id""")
                .param("entity", entity)
                .query((row, number) -> new Merged(
                        row.getLong("id"),
                        records.identifier(register, row.getBytes("identifier")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("by_name"),
                        row.getString("why"),
                        named(row)))
                .list();
    }

    private static Optional<GoldenRecord.Named> named(ResultSet row) throws SQLException {
        var field = row.getString("field");
        return field == null
                ? Optional.empty()
                : Optional.of(new GoldenRecord.Named(
                        field, row.getString("source"), row.getObject("since", LocalDate.class)));
    }
}

package org.tongqu.platform.data.golden.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
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
import org.tongqu.platform.data.golden.GoldenRecord.Parted;
import org.tongqu.platform.data.golden.internal.RecordStore.Thing;
import org.tongqu.platform.operate.store.Columns;
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

    /** The same of many at once. */
    void mergeAll(Register register, List<PairStore.Two> pairs, Entry entry) {
        if (pairs.isEmpty()) {
            return;
        }
        sql.sql("""
                        INSERT INTO golden.merge (register, entity, into_entity, at, by, by_name, why)
                        SELECT ?, entity, into_entity, ?, ?, ?, ? FROM unnest(CAST(? AS uuid[]), CAST(? AS uuid[]))
                            AS m (entity, into_entity)""")
                .params(
                        register.code(),
                        entry.at().atOffset(ZoneOffset.UTC),
                        entry.who().id(),
                        entry.who().name(),
                        entry.why().orElse(""),
                        pairs.stream().map(PairStore.Two::entity).toArray(UUID[]::new),
                        pairs.stream().map(PairStore.Two::into).toArray(UUID[]::new))
                .update();
        rooted(register, pairs.stream().map(PairStore.Two::into).distinct().toList());
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
        sql.sql("""
                        UPDATE golden.pair SET state = 'different', decided_at = :at, decided_by = :by,
                               decided_name = :byName, why = :why
                         WHERE entity = :entity AND into_entity = :into""")
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("by", entry.who().id())
                .param("byName", entry.who().name())
                .param("why", entry.why().orElse(""))
                .param("entity", merge.entity())
                .param("into", merge.into())
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

    /** That another is merged into it. @param parted when that was taken back */
    public record Joined(Merged merged, Optional<Parted> parted) {}

    /** What is merged into it, directly or by way of others, and what was. */
    public List<Joined> of(Register register, UUID entity) {
        return sql.sql("""
                        WITH RECURSIVE below AS (
                            SELECT g.* FROM golden.merge g WHERE g.into_entity = :entity AND g.undone_at IS NULL
                            UNION
                            SELECT g.* FROM golden.merge g JOIN below ON g.into_entity = below.entity
                             WHERE g.undone_at IS NULL),
                        joined AS (
                            SELECT * FROM below
                            UNION ALL
                            SELECT g.* FROM golden.merge g WHERE g.into_entity = :entity AND g.undone_at IS NOT NULL)
                        SELECT j.id, j.at, j.by_name, j.why, j.field, j.source, j.since, j.undone_at, j.undone_name,
                               j.undone_why, e.identifier, p.probability, p.pieces
                          FROM joined j JOIN golden.entity e ON e.entity = j.entity
                          LEFT JOIN golden.pair p ON p.entity = j.entity AND p.into_entity = j.into_entity
                         ORDER BY j.id""")
                .param("entity", entity)
                .query((row, number) -> new Joined(
                        new Merged(
                                row.getLong("id"),
                                records.identifier(register, row.getBytes("identifier")),
                                Columns.instant(row, "at"),
                                row.getString("by_name"),
                                row.getString("why"),
                                named(row),
                                evidence(row)),
                        parted(row)))
                .list();
    }

    private static Optional<Parted> parted(ResultSet row) throws SQLException {
        return row.getObject("undone_at") == null
                ? Optional.empty()
                : Optional.of(new Parted(
                        Columns.instant(row, "at"),
                        Columns.instant(row, "undone_at"),
                        row.getString("undone_name"),
                        row.getString("undone_why")));
    }

    private static Optional<GoldenRecord.Held> evidence(ResultSet row) throws SQLException {
        var pieces = row.getArray("pieces");
        return pieces == null
                ? Optional.empty()
                : Optional.of(new GoldenRecord.Held(row.getDouble("probability"), PairStore.pieces(pieces)));
    }

    private static Optional<GoldenRecord.Named> named(ResultSet row) throws SQLException {
        var field = row.getString("field");
        return field == null
                ? Optional.empty()
                : Optional.of(new GoldenRecord.Named(
                        field, row.getString("source"), row.getObject("since", LocalDate.class)));
    }
}

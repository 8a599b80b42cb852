package org.tongqu.platform.data.space.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.engines.registers.Register;
import org.tongqu.engines.space.Shapes;
import org.tongqu.engines.space.address.Address.Door;

/** Writes features as their records change, and how far that went. */
@Repository
class FollowStore {

    private final JdbcClient sql;
    private final ExtentStore extents;

    FollowStore(JdbcClient sql, ExtentStore extents) {
        this.extents = extents;
        this.sql = sql;
    }

    /** How far somebody came under this declaration. */
    Optional<String> reached(Register register, String declaration) {
        return sql.sql("SELECT position FROM space.followed WHERE register = ? AND declaration = ?")
                .params(register.code(), declaration)
                .query(String.class)
                .optional();
    }

    /** Where to go on, for the one program that has it now; empty while another does. */
    Optional<String> position(Register register, String declaration, String start) {
        sql.sql("INSERT INTO space.followed (register, declaration, position) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(register.code(), declaration, start)
                .update();
        return sql.sql("""
                        SELECT CASE WHEN declaration = ? THEN position ELSE ? END FROM space.followed
                         WHERE register = ? FOR UPDATE SKIP LOCKED""")
                .params(declaration, start, register.code())
                .query(String.class)
                .optional();
    }

    void reached(Register register, String declaration, String position) {
        sql.sql("UPDATE space.followed SET declaration = ?, position = ? WHERE register = ?")
                .params(declaration, position, register.code())
                .update();
    }

    void put(Register register, List<FeatureRow> rows) {
        if (!rows.isEmpty()) {
            extents.during(register, rows.stream().map(FeatureRow::identifier).toList(), () -> write(register, rows));
        }
    }

    private void write(Register register, List<FeatureRow> rows) {
        sql.sql("""
                        INSERT INTO space.feature (register, identifier, kind, label, likeness, division, shape, bounds,
                                                   open, internal, way, door, part)
                        SELECT ?, identifier, kind, label, likeness, division, decode(shape, 'hex'), CAST(bounds AS box),
                               CAST(open AS jsonb), CAST(internal AS jsonb), way, door, part
                          FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                               AS f(identifier, kind, label, likeness, division, shape, bounds, open, internal,
                                    way, door, part)
                        ON CONFLICT (register, identifier) DO UPDATE
                           SET kind = excluded.kind, label = excluded.label, likeness = excluded.likeness,
                               division = excluded.division, shape = excluded.shape, bounds = excluded.bounds,
                               open = excluded.open, internal = excluded.internal,
                               way = excluded.way, door = excluded.door, part = excluded.part""")
                .params(
                        register.code(),
                        each(rows, FeatureRow::identifier),
                        each(rows, FeatureRow::kind),
                        each(rows, FeatureRow::label),
                        each(rows, FeatureRow::likeness),
                        each(rows, FeatureRow::division),
                        each(rows, row -> java.util.HexFormat.of().formatHex(Shapes.bytes(row.shape()))),
                        each(rows, row -> box(row.shape())),
                        each(rows, row -> PropertyJson.write(row.open())),
                        each(rows, row -> PropertyJson.write(row.internal())),
                        each(rows, row -> row.door().map(FeatureRow::way).orElse(null)),
                        rows.stream()
                                .map(row -> row.door().map(Door::number).orElse(null))
                                .toArray(Integer[]::new),
                        each(rows, row -> row.door().map(Door::part).orElse(null)))
                .update();
    }

    private static @Nullable String[] each(List<FeatureRow> rows, Function<FeatureRow, @Nullable String> part) {
        return rows.stream().map(part).toArray(String[]::new);
    }

    private static String box(Geometry shape) {
        return FeatureStore.box(shape.getEnvelopeInternal());
    }

    void remove(Register register, List<String> identifiers) {
        if (!identifiers.isEmpty()) {
            extents.during(
                    register,
                    identifiers,
                    () -> sql.sql("DELETE FROM space.feature WHERE register = ? AND identifier = ANY (?)")
                            .params(register.code(), identifiers.toArray(String[]::new))
                            .update());
        }
    }
}

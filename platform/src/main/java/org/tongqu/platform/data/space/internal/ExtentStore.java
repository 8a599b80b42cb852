package org.tongqu.platform.data.space.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.engines.registers.Register;
import org.tongqu.platform.data.space.Extent;
import org.tongqu.platform.operate.store.Columns;

/**
 * How many things each layer has and the box around them, kept with the things. Only when something at the edge of a layer went
 * or moved is that layer counted anew.
 */
@Repository
public class ExtentStore {

    private static final String SUMS = """
            SELECT kind, count(*) AS many, min((bounds[1])[0]) AS west, min((bounds[1])[1]) AS south,
                   max((bounds[0])[0]) AS east, max((bounds[0])[1]) AS north
              FROM space.feature""";

    private final JdbcClient sql;

    ExtentStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** By the id of a layer; the whole of a register is one too. */
    public Map<String, Extent> all() {
        Map<String, Extent> extents = new LinkedHashMap<>();
        sql.sql("SELECT * FROM space.extent").query(row -> {
            var extent = extent(row);
            var register = row.getString("register");
            extents.merge(register, extent, Extent::with);
            extents.merge(register + "." + row.getString("kind"), extent, Extent::with);
        });
        return extents;
    }

    private static Extent extent(ResultSet row) throws SQLException {
        return new Extent(
                row.getLong("many"),
                new Envelope(
                        row.getDouble("west"), row.getDouble("east"), row.getDouble("south"), row.getDouble("north")));
    }

    /** Keeps them while these things are written or removed, by whoever holds the register. */
    void during(Register register, List<String> identifiers, Runnable writing) {
        var before = of(register, identifiers);
        writing.run();
        var after = of(register, identifiers);
        var kept =
                byKind(sql.sql("SELECT * FROM space.extent WHERE register = ?").param(register.code()));
        Set<String> anew = new HashSet<>();
        before.forEach((kind, was) -> {
            var all = kept.get(kind);
            var is = after.get(kind);
            if (all == null || leavesTheEdge(all.around(), was.around(), is)) {
                anew.add(kind);
            }
        });
        add(register, before, after, anew);
        count(register, anew);
    }

    private Map<String, Extent> of(Register register, List<String> identifiers) {
        return byKind(sql.sql(SUMS + " WHERE register = ? AND identifier = ANY (?) GROUP BY kind")
                .params(register.code(), identifiers.toArray(String[]::new)));
    }

    private static Map<String, Extent> byKind(JdbcClient.StatementSpec asked) {
        Map<String, Extent> kinds = new HashMap<>();
        asked.query(row -> {
            kinds.put(row.getString("kind"), extent(row));
        });
        return kinds;
    }

    /** Whether something touched the box around all and does not any more. */
    private static boolean leavesTheEdge(Envelope all, Envelope was, @Nullable Extent now) {
        return touches(all, was) && (now == null || !covers(now.around(), all, was));
    }

    private static boolean touches(Envelope all, Envelope was) {
        return was.getMinX() <= all.getMinX()
                || was.getMinY() <= all.getMinY()
                || was.getMaxX() >= all.getMaxX()
                || was.getMaxY() >= all.getMaxY();
    }

    /** Whether what is there now reaches each edge that was touched. */
    private static boolean covers(Envelope is, Envelope all, Envelope was) {
        return (was.getMinX() > all.getMinX() || is.getMinX() <= all.getMinX())
                && (was.getMinY() > all.getMinY() || is.getMinY() <= all.getMinY())
                && (was.getMaxX() < all.getMaxX() || is.getMaxX() >= all.getMaxX())
                && (was.getMaxY() < all.getMaxY() || is.getMaxY() >= all.getMaxY());
    }

    private record More(String kind, long many, Envelope around) {

        private static More of(String kind, Extent before, Extent after) {
            return new More(kind, after.many() - before.many(), after.around());
        }
    }

    private void add(Register register, Map<String, Extent> before, Map<String, Extent> after, Set<String> not) {
        var nothing = new Extent(0, new Envelope());
        var kinds = new HashSet<>(before.keySet());
        kinds.addAll(after.keySet());
        kinds.removeAll(not);
        var more = kinds.stream()
                .map(kind -> More.of(kind, before.getOrDefault(kind, nothing), after.getOrDefault(kind, nothing)))
                .toList();
        sql.sql("""
                        UPDATE space.extent e SET many = e.many + m.many FROM unnest(CAST(? AS text[]), CAST(? AS bigint[]))
                            AS m (kind, many)
                         WHERE e.register = ? AND e.kind = m.kind""")
                .params(
                        Columns.column(gone(more), More::kind),
                        Columns.column(gone(more), one -> String.valueOf(one.many())),
                        register.code())
                .update();
        var there = more.stream().filter(one -> !one.around().isNull()).toList();
        sql.sql("""
                        INSERT INTO space.extent AS e (register, kind, many, west, south, east, north)
                        SELECT ?, * FROM unnest(CAST(? AS text[]), CAST(? AS bigint[]), CAST(? AS float8[]),
                            CAST(? AS float8[]), CAST(? AS float8[]), CAST(? AS float8[]))
                        ON CONFLICT (register, kind) DO UPDATE
                           SET many = e.many + excluded.many, west = least(e.west, excluded.west),
                               south = least(e.south, excluded.south), east = greatest(e.east, excluded.east),
                               north = greatest(e.north, excluded.north)""")
                .params(
                        register.code(),
                        Columns.column(there, More::kind),
                        Columns.column(there, one -> String.valueOf(one.many())),
                        Columns.column(there, one -> String.valueOf(one.around().getMinX())),
                        Columns.column(there, one -> String.valueOf(one.around().getMinY())),
                        Columns.column(there, one -> String.valueOf(one.around().getMaxX())),
                        Columns.column(there, one -> String.valueOf(one.around().getMaxY())))
                .update();
    }

    private static List<More> gone(List<More> more) {
        return more.stream().filter(one -> one.around().isNull()).toList();
    }

    private void count(Register register, Set<String> kinds) {
        if (kinds.isEmpty()) {
            return;
        }
        var these = kinds.toArray(String[]::new);
        sql.sql("DELETE FROM space.extent WHERE register = ? AND kind = ANY (?)")
                .params(register.code(), these)
                .update();
        sql.sql("INSERT INTO space.extent (register, kind, many, west, south, east, north) SELECT ?, counted.* FROM ("
                        + SUMS + " WHERE register = ? AND kind = ANY (?) GROUP BY kind) counted")
                .params(register.code(), register.code(), these)
                .update();
    }
}

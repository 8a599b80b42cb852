package org.tongqu.platform.data.golden.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.engines.registers.Register;
import org.tongqu.engines.registers.Statement.Fact;
import org.tongqu.platform.data.golden.Position;

/** Records in the order of the transactions that last changed them. */
@Repository
public class FeedStore {

    private final JdbcClient sql;
    private final Sealing sealing;

    FeedStore(JdbcClient sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    /** @param fields empty for a record that is no more */
    public record Row(Position position, String identifier, Optional<Map<String, Fact>> fields) {}

    /** The first transaction that has not ended: all before it have. */
    public long oldest() {
        return sql.sql("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
    }

    /** Of each register the last transaction that can be read whose changes are told; one statement. */
    public Map<String, Long> last(Collection<String> registers) {
        Map<String, Long> last = new HashMap<>();
        sql.sql("""
                        SELECT w.register, greatest(
                                   (SELECT r.changed FROM golden.record r
                                     WHERE r.register = w.register
                                       AND r.changed < pg_snapshot_xmin(pg_current_snapshot())
                                     ORDER BY r.changed DESC, r.entity DESC LIMIT 1),
                                   (SELECT g.changed FROM golden.gone g
                                     WHERE g.register = w.register
                                       AND g.changed < pg_snapshot_xmin(pg_current_snapshot())
                                     ORDER BY g.changed DESC, g.entity DESC LIMIT 1))::text AS last
                          FROM unnest(CAST(? AS text[])) AS w (register)""").param(registers.toArray(String[]::new)).query(row -> {
            var transaction = row.getString("last");
            if (transaction != null) {
                last.put(row.getString("register"), Long.parseLong(transaction));
            }
        });
        return last;
    }

    /** Behind the one, up to the other. */
    public List<Row> rows(Register register, Position after, Position upTo, int limit) {
        return sql.sql("""
                        SELECT c.entity, c.changed::text::bigint AS changed, c.fields, e.identifier
                          FROM ((SELECT entity, changed, fields FROM golden.record
                                  WHERE register = :register
                                    AND (changed, entity) > (CAST(:after AS xid8), CAST(:afterEntity AS uuid))
                                    AND (changed, entity) <= (CAST(:upTo AS xid8), CAST(:upToEntity AS uuid))
                                  ORDER BY changed, entity LIMIT :limit)
                                UNION ALL
                                (SELECT entity, changed, NULL FROM golden.gone
                                  WHERE register = :register
                                    AND (changed, entity) > (CAST(:after AS xid8), CAST(:afterEntity AS uuid))
                                    AND (changed, entity) <= (CAST(:upTo AS xid8), CAST(:upToEntity AS uuid))
                                  ORDER BY changed, entity LIMIT :limit)) c
                          JOIN golden.entity e ON e.entity = c.entity
                         ORDER BY c.changed, c.entity LIMIT :limit""")
                .param("register", register.code())
                .param("after", String.valueOf(after.transaction()))
                .param("afterEntity", after.entity().toString())
                .param("upTo", String.valueOf(upTo.transaction()))
                .param("upToEntity", upTo.entity().toString())
                .param("limit", limit)
                .query((row, number) -> row(register, row))
                .list();
    }

    private Row row(Register register, ResultSet row) throws SQLException {
        return new Row(
                new Position(row.getLong("changed"), row.getObject("entity", UUID.class)),
                sealing.opened(register, row.getBytes("identifier")),
                Optional.ofNullable(row.getString("fields")).map(FactJson::read));
    }
}

package org.tongqu.platform.data.golden.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongqu.engines.registers.Register;

/**
 * What a whole delivery does not name its source knows no more: what it said of that thing ends on the day of the delivery, and
 * what others say stays. Where a delivery names less than half of what was known before, somebody may have sent a part of it;
 * then nothing ends until the next one says so again.
 */
@Component
class LeavingOut {

    /** As {@code golden.statement.digest} says that a thing was left out. */
    static final long LEFT_OUT = 0;

    /** So few may go at once, whatever share of all they are. */
    private static final int A_FEW = 20;

    /** Things of which the source spoke last to say that it knows them, and which this delivery does not name. */
    private static final String MISSING = """
            WITH last AS (
                SELECT DISTINCT ON (s.entity) s.entity, s.key, s.digest FROM golden.statement s
                  JOIN golden.delivery d ON d.id = s.delivery AND d.register = :register AND d.source = :source
                 WHERE s.delivery < :delivery ORDER BY s.entity, s.delivery DESC),
            known AS (SELECT entity, key FROM last WHERE digest <> 0),
            missing AS (
                SELECT k.entity, k.key FROM known k
                 WHERE NOT EXISTS (SELECT FROM golden.named n WHERE n.delivery = :delivery AND n.entity = k.entity)
                   AND NOT EXISTS (SELECT FROM golden.aside a WHERE a.delivery = :delivery AND a.key = k.key))
            """;

    private final JdbcClient sql;

    LeavingOut(JdbcClient sql) {
        this.sql = sql;
    }

    /** Which delivery. */
    record Of(long delivery, Register register, String source, LocalDate day) {}

    /** Keeps what a piece of it names, as it is staged. */
    void named(Of of) {
        sql.sql("""
                        INSERT INTO golden.named (delivery, entity) SELECT DISTINCT CAST(? AS bigint), entity FROM golden_staged
                        ON CONFLICT DO NOTHING""").param(of.delivery()).update();
    }

    private record Counts(long known, long missing) {}

    /** Ends what it left out, after its last piece. @return of which things */
    List<UUID> leave(Of of) {
        var counts = asked(of, MISSING + """
                        SELECT (SELECT count(*) FROM known) AS known, (SELECT count(*) FROM missing) AS missing""")
                .query((row, number) -> new Counts(row.getLong("known"), row.getLong("missing")))
                .single();
        var isMany = counts.missing() > A_FEW && counts.missing() * 2 > counts.known();
        var isHeld = isMany && !wasHeld(of);
        var left = counts.missing() == 0 || isHeld ? List.<UUID>of() : end(of);
        sql.sql("UPDATE golden.delivery SET left_out = ?, held_back = ? WHERE id = ?")
                .params(left.size(), isHeld ? counts.missing() : 0, of.delivery())
                .update();
        sql.sql("""
                        DELETE FROM golden.named n USING golden.delivery d
                         WHERE d.id = n.delivery AND d.register = ? AND d.source = ?""").params(of.register().code(), of.source()).update();
        return left;
    }

    private JdbcClient.StatementSpec asked(Of of, String question) {
        return sql.sql(question)
                .param("register", of.register().code())
                .param("source", of.source())
                .param("delivery", of.delivery());
    }

    private boolean wasHeld(Of of) {
        return sql.sql("""
                        SELECT held_back > 0 FROM golden.delivery WHERE register = ? AND source = ? AND id < ?
                         ORDER BY id DESC LIMIT 1""")
                .params(of.register().code(), of.source(), of.delivery())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private List<UUID> end(Of of) {
        return asked(of, MISSING + """
                        INSERT INTO golden.statement (entity, delivery, valid_from, key, digest, fields)
                        SELECT m.entity, :delivery, :day, m.key, :none, coalesce((
                            SELECT jsonb_object_agg(said.key, CAST('""' AS jsonb))
                              FROM jsonb_each((SELECT golden.layered(s.fields ORDER BY s.delivery)
                                                 FROM golden.statement s
                                                 JOIN golden.delivery d ON d.id = s.delivery AND d.source = :source
                                                WHERE s.entity = m.entity AND s.delivery < :delivery)) said
                             WHERE golden.likeness(said.value) IS NOT NULL), '{}')
                          FROM missing m
                        RETURNING entity""")
                .param("day", of.day())
                .param("none", LEFT_OUT)
                .query((row, number) -> row.getObject("entity", UUID.class))
                .list();
    }
}

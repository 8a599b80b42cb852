package org.tongqu.platform.data.harvest.internal;

import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.harvest.ForeignEntry;
import org.tongqu.platform.data.harvest.Source;
import org.tongqu.platform.data.harvest.Source.Declared;

/** Sources. */
@Repository
public class SourceStore {

    private final JdbcClient jdbc;

    SourceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nothing when another source has this address. */
    public Optional<Source> insert(Declared said, String by, Instant now) {
        return said(jdbc.sql("""
                                INSERT INTO harvest.source
                                    (name, kind, address, line, audience, every_hours, next_at, made_by, made_at)
                                VALUES (:name, :kind, :address, :line, :audience, :hours,
                                    CASE WHEN :hours > 0 THEN :now END, :by, :now)
                                ON CONFLICT (address) DO NOTHING RETURNING *"""), said)
                .param("by", by)
                .param("now", time(now))
                .query((row, number) -> source(row))
                .optional();
    }

    /** The demo's, whose address is another one at each start. */
    void putDemo(Declared said, Instant now) {
        var known = jdbc.sql("UPDATE harvest.source SET address = ? WHERE made_by = 'demo'")
                .param(said.address())
                .update();
        if (known == 0) {
            insert(said, "demo", now);
        }
    }

    /** What was said of it is said anew; nothing when another source has this address. */
    public Optional<Source> update(long id, Declared said, Instant now) {
        return said(jdbc.sql("""
                                UPDATE harvest.source SET name = :name, kind = :kind, address = :address, line = :line,
                                       audience = :audience, every_hours = :hours,
                                       next_at = CASE WHEN :hours > 0 THEN coalesce(next_at, :now) END
                                 WHERE id = :id AND NOT EXISTS (
                                       SELECT 1 FROM harvest.source WHERE address = :address AND id <> :id)
                                RETURNING *"""), said)
                .param("id", id)
                .param("now", time(now))
                .query((row, number) -> source(row))
                .optional();
    }

    private static JdbcClient.StatementSpec said(JdbcClient.StatementSpec statement, Declared said) {
        return statement
                .param("name", said.name())
                .param("kind", said.kind().code())
                .param("address", said.address())
                .param("line", said.line().code())
                .param("audience", said.audience().code())
                .param("hours", said.everyHours());
    }

    /** @return whether it was the other way */
    public boolean turn(long id, String onOrOff) {
        return jdbc.sql("UPDATE harvest.source SET is_on = (:on = 'on') WHERE id = :id AND is_on <> (:on = 'on')")
                        .param("on", onOrOff)
                        .param("id", id)
                        .update()
                == 1;
    }

    public Optional<Source> find(long id) {
        return jdbc.sql("SELECT * FROM harvest.source WHERE id = ?")
                .param(id)
                .query((row, number) -> source(row))
                .optional();
    }

    public List<Source> all() {
        return jdbc.sql("SELECT * FROM harvest.source ORDER BY id")
                .query((row, number) -> source(row))
                .list();
    }

    /** As they are called. @param audience for whom they are; empty for all */
    public List<ForeignEntry.Origin> origins(String audience) {
        return jdbc.sql("""
                        SELECT id, name, address FROM harvest.source WHERE :audience = '' OR audience = :audience
                         ORDER BY name LIMIT 500""")
                .param("audience", audience)
                .query((row, number) -> new ForeignEntry.Origin(row.getLong(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** Those whose hour has come; each is given its next. */
    List<Long> takeDue(Instant now) {
        return jdbc.sql("""
                        UPDATE harvest.source SET next_at = CAST(:now AS timestamptz) + every_hours * INTERVAL '1 hour'
                         WHERE id IN (SELECT id FROM harvest.source WHERE is_on AND next_at <= :now
                                       ORDER BY next_at LIMIT 100 FOR UPDATE SKIP LOCKED)
                        RETURNING id""")
                .param("now", time(now))
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private static Source source(ResultSet row) throws SQLException {
        return new Source(
                row.getLong("id"),
                new Declared(
                        row.getString("name"),
                        Coded.of(Source.Kind.class, row.getString("kind")),
                        row.getString("address"),
                        Coded.of(Source.Line.class, row.getString("line")),
                        Coded.of(Source.Audience.class, row.getString("audience")),
                        row.getInt("every_hours")),
                row.getBoolean("is_on"),
                Optional.ofNullable(row.getObject("next_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}

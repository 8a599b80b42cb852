package org.tongqu.platform.data.exchange.internal;

import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.engines.exchanges.Connector;
import org.tongqu.platform.data.exchange.PlannedFlow;

/** Which flows there are, whether they shall run, and when next. */
@Repository
public class FlowStore {

    private final JdbcClient jdbc;

    FlowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new flow is due after its interval; what is known of an old one stays. */
    @Transactional
    public void keep(PlannedFlow planned, Instant now) {
        var running = planned.running();
        jdbc.sql("""
                        INSERT INTO exchange.flow (id, from_system, to_system, resource, consumer, provider, minutes,
                            next_at, into_files)
                        VALUES (:id, :from, :to, :resource, :consumer, :provider, :minutes, :next, :files)
                        ON CONFLICT (id) DO UPDATE SET from_system = excluded.from_system,
                            to_system = excluded.to_system, resource = excluded.resource,
                            consumer = excluded.consumer, provider = excluded.provider, minutes = excluded.minutes,
                            into_files = excluded.into_files""")
                .param("id", planned.id())
                .param("from", running.from())
                .param("to", running.to())
                .param("resource", planned.resource().value())
                .param("consumer", planned.consumer())
                .param("provider", planned.provider())
                .param("minutes", running.minutes())
                .param("next", time(now.plus(Duration.ofMinutes(running.minutes()))))
                .param("files", planned.flow().target().connector() == Connector.FILES)
                .update();
    }

    /** The flow that is due longest and whose systems are known; it is due again after its interval, whoever asks. */
    @Transactional
    public Optional<String> takeDue(Instant now) {
        return jdbc.sql("""
                        UPDATE exchange.flow AS f SET next_at = :now + f.minutes * interval '1 minute'
                         WHERE f.id = (SELECT d.id FROM exchange.flow d
                                         JOIN exchange.system s ON s.id = d.from_system
                                        WHERE d.wanted AND d.next_at <= :now
                                          AND (d.into_files
                                               OR EXISTS (SELECT 1 FROM exchange.system t WHERE t.id = d.to_system))
                                          AND NOT EXISTS (SELECT 1 FROM exchange.node n
                                                           WHERE n.system IN (d.from_system, d.to_system)
                                                             AND n.taken_back_at IS NULL)
                                        ORDER BY d.next_at LIMIT 1
                                          FOR UPDATE OF d SKIP LOCKED)
                        RETURNING f.id""").param("now", time(now)).query(String.class).optional();
    }

    /** Lets flows of these systems with others that answer begin as soon as there is room. */
    @Transactional
    public void wake(List<String> systems, List<String> answering, Instant now) {
        jdbc.sql("""
                        UPDATE exchange.flow SET next_at = :now
                         WHERE wanted AND next_at > :now
                           AND (from_system = ANY (:systems) OR to_system = ANY (:systems))
                           AND from_system = ANY (:answering)
                           AND (into_files OR to_system = ANY (:answering))""")
                .param("now", time(now))
                .param("answering", answering.toArray(String[]::new))
                .param("systems", systems.toArray(String[]::new))
                .update();
    }

    /** Lets no flow begin before. */
    @Transactional
    public void postpone(Instant until) {
        jdbc.sql("UPDATE exchange.flow SET next_at = :until WHERE next_at < :until")
                .param("until", time(until))
                .update();
    }

    /** The flows that wait for an agreement of these parties about the resource need not wait for their hour. */
    public void wake(String consumer, String resource, Instant now) {
        jdbc.sql("""
                        UPDATE exchange.flow SET next_at = :now
                         WHERE consumer = :consumer AND resource = :resource AND wanted AND next_at > :now""")
                .param("now", time(now))
                .param("consumer", consumer)
                .param("resource", resource)
                .update();
    }

    /** When it runs next. */
    public void next(String id, Instant at) {
        jdbc.sql("UPDATE exchange.flow SET next_at = ? WHERE id = ?")
                .params(time(at), id)
                .update();
    }

    /** @return whether it was otherwise before */
    public boolean halt(String id) {
        return jdbc.sql("UPDATE exchange.flow SET wanted = false WHERE id = ? AND wanted")
                        .param(id)
                        .update()
                == 1;
    }

    /** @return whether it was otherwise before */
    public boolean resume(String id, Instant now) {
        return jdbc.sql("UPDATE exchange.flow SET wanted = true, next_at = ? WHERE id = ? AND NOT wanted")
                        .params(time(now), id)
                        .update()
                == 1;
    }

    /** Those of the flows that somebody halted. */
    public List<String> halted(Collection<String> ids) {
        return jdbc.sql("SELECT id FROM exchange.flow WHERE NOT wanted AND id = ANY (?)")
                .param(ids.toArray(String[]::new))
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** How many rows of the flow wait in the quarantine. */
    @Transactional
    public void waiting(String id, long rows) {
        jdbc.sql("UPDATE exchange.flow SET waiting = ? WHERE id = ?")
                .params(rows, id)
                .update();
    }

    /** When it was followed last; refusals do not count. */
    public Optional<Instant> followedUntil(String id) {
        return jdbc.sql("""
                        SELECT coalesce(ended_at, started_at) AS until FROM exchange.run
                         WHERE flow = ? AND state <> 'refused' ORDER BY id DESC LIMIT 1""")
                .param(id)
                .query((row, number) -> moment(row, "until").orElseThrow())
                .optional();
    }

    /** How much of its log the source keeps for the flow, which nobody follows. */
    @Transactional
    public void keptLog(String id, long bytes) {
        jdbc.sql("UPDATE exchange.flow SET log_bytes = ? WHERE id = ?")
                .params(bytes, id)
                .update();
    }

    /** In the transaction of the caller. @return whether nobody was warned before */
    public boolean warned(String id, long bytes, Instant now) {
        keptLog(id, bytes);
        return jdbc.sql("UPDATE exchange.flow SET log_warned_at = ? WHERE id = ? AND log_warned_at IS NULL")
                        .params(time(now), id)
                        .update()
                == 1;
    }

    /** In the transaction of the caller. @return whether it was not let go of before */
    public boolean letGo(String id, long bytes, Instant now) {
        keptLog(id, bytes);
        return jdbc.sql("UPDATE exchange.flow SET log_let_go_at = ? WHERE id = ? AND log_let_go_at IS NULL")
                        .params(time(now), id)
                        .update()
                == 1;
    }

    /** Whether the source's log was let go of since the flow was followed. */
    boolean isLetGo(String id) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM exchange.flow WHERE id = ? AND log_let_go_at IS NOT NULL)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** It is followed again. */
    @Transactional
    void followed(String id) {
        jdbc.sql("""
                        UPDATE exchange.flow SET log_bytes = NULL, log_warned_at = NULL, log_let_go_at = NULL
                         WHERE id = ? AND log_bytes IS NOT NULL""").param(id).update();
    }

    static Optional<Instant> moment(java.sql.ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}

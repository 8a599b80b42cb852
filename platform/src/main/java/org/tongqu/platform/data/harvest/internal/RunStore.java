package org.tongqu.platform.data.harvest.internal;

import static org.tongqu.platform.operate.store.Columns.instant;
import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.harvest.HarvestRun;
import org.tongqu.platform.data.harvest.HarvestRun.Counts;
import org.tongqu.platform.data.harvest.HarvestRun.State;

/** Runs. Of one source one is under way at most, and one program at most reads for it. */
@Repository
public class RunStore {

    /** For so long nobody else goes on with a run after its program was heard of last. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private final JdbcClient jdbc;

    RunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new run; nothing when one is under way. */
    public Optional<Long> begin(long source, String by, Instant now) {
        return jdbc.sql("""
                        INSERT INTO harvest.run (source, state, started_at, started_by, resume_at)
                        VALUES (:source, 'running', :now, :by, :now)
                        ON CONFLICT (source) WHERE state = 'running' DO NOTHING RETURNING id""")
                .param("source", source)
                .param("now", time(now))
                .param("by", by)
                .query(Long.class)
                .optional();
    }

    /** The last run of the source goes on behind its last page, if it broke off on the way. @return its id */
    public Optional<Long> reopen(long source, Instant now) {
        return jdbc.sql("""
                        UPDATE harvest.run SET state = 'running', ended_at = NULL, attempts = 0, resume_at = :now,
                               holder = NULL, leased_until = NULL
                         WHERE id = (SELECT id FROM harvest.run WHERE source = :source ORDER BY id DESC LIMIT 1)
                           AND state = 'broken' AND cursor <> '' AND reason <> 'unreadable' RETURNING id""")
                .param("now", time(now))
                .param("source", source)
                .query(Long.class)
                .optional();
    }

    /** What was read of the source so far was read elsewhere: a run that is not done begins anew. */
    public void forget(long source) {
        jdbc.sql("UPDATE harvest.run SET cursor = '' WHERE source = ? AND state <> 'done' AND cursor <> ''")
                .param(source)
                .update();
    }

    /** A run that nobody reads for and that is to go on. @param id of one; 0 for whichever waits longest */
    Optional<HarvestRun> take(long id, UUID holder, Instant now) {
        return jdbc.sql("""
                        UPDATE harvest.run SET holder = :holder, leased_until = :until
                         WHERE id = (SELECT id FROM harvest.run
                                      WHERE state = 'running' AND resume_at <= :now AND (:id = 0 OR id = :id)
                                        AND (leased_until IS NULL OR leased_until < :now)
                                      ORDER BY resume_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING *""")
                .param("holder", holder)
                .param("until", time(now.plus(LEASE)))
                .param("now", time(now))
                .param("id", id)
                .query((row, number) -> run(row))
                .optional();
    }

    /** Those the holder reads for are still being read. */
    void hold(UUID holder, Collection<Long> ids, Instant now) {
        jdbc.sql("""
                        UPDATE harvest.run SET leased_until = ?
                         WHERE id = ANY (?) AND holder = ? AND state = 'running' AND leased_until IS NOT NULL""")
                .params(time(now.plus(LEASE)), ids.toArray(Long[]::new), holder)
                .update();
    }

    /** Holds the run's row to the end of the transaction. @throws Lost when somebody else reads now */
    void lock(long id, UUID holder) {
        var held = jdbc.sql("SELECT id FROM harvest.run WHERE id = ? AND holder = ? AND state = 'running' FOR UPDATE")
                .params(id, holder)
                .query((row, number) -> row.getLong(1))
                .optional();
        if (held.isEmpty()) {
            throw new Lost();
        }
    }

    void page(long id, String cursor, OptionalLong expected, Counts more, Instant until) {
        jdbc.sql("""
                        UPDATE harvest.run SET cursor = :cursor, expected = coalesce(:expected, expected),
                               read = read + :read, fresh = fresh + :fresh, changed = changed + :changed,
                               unchanged = unchanged + :unchanged, rejected = rejected + :rejected,
                               attempts = 0, reason = '', detail = '', leased_until = :until
                         WHERE id = :id""")
                .param("cursor", cursor)
                .param("expected", expected.isPresent() ? expected.getAsLong() : null, java.sql.Types.BIGINT)
                .param("read", more.read())
                .param("fresh", more.fresh())
                .param("changed", more.changed())
                .param("unchanged", more.unchanged())
                .param("rejected", more.rejected())
                .param("until", time(until))
                .param("id", id)
                .update();
    }

    /** It goes on later, maybe in another program. */
    void pause(long id, Broken broken, Instant resume) {
        jdbc.sql("""
                        UPDATE harvest.run SET attempts = attempts + 1, reason = ?, detail = ?, resume_at = ?,
                               holder = NULL, leased_until = NULL WHERE id = ?""")
                .params(broken.why().code(), broken.detail(), time(resume), id)
                .update();
    }

    void end(long id, State state, long gone, Instant now) {
        jdbc.sql("""
                        UPDATE harvest.run SET state = ?, gone = ?, ended_at = ?, holder = NULL, leased_until = NULL
                         WHERE id = ?""").params(state.code(), gone, time(now), id).update();
    }

    void say(long id, String reason, String detail) {
        jdbc.sql("UPDATE harvest.run SET reason = ?, detail = ? WHERE id = ?")
                .params(reason, detail, id)
                .update();
    }

    public Optional<HarvestRun> find(long id) {
        return jdbc.sql("SELECT * FROM harvest.run WHERE id = ?")
                .param(id)
                .query((row, number) -> run(row))
                .optional();
    }

    /** The newest first. */
    public List<HarvestRun> runs(long source, long before, int limit) {
        return jdbc.sql("SELECT * FROM harvest.run WHERE source = ? AND id < ? ORDER BY id DESC LIMIT ?")
                .params(source, before, limit)
                .query((row, number) -> run(row))
                .list();
    }

    /** The last of each source. */
    public Map<Long, HarvestRun> last(Collection<Long> sources) {
        return jdbc.sql("""
                        SELECT run.* FROM unnest(CAST(? AS bigint[])) AS asked (source)
                        CROSS JOIN LATERAL (SELECT * FROM harvest.run WHERE source = asked.source
                                             ORDER BY id DESC LIMIT 1) AS run""").param(sources.toArray(Long[]::new)).query((row, number) -> run(row)).list().stream()
                .collect(Collectors.toMap(HarvestRun::source, run -> run));
    }

    private static HarvestRun run(ResultSet row) throws SQLException {
        var expected = row.getObject("expected", Long.class);
        return new HarvestRun(
                row.getLong("id"),
                row.getLong("source"),
                Coded.of(State.class, row.getString("state")),
                new HarvestRun.Times(
                        instant(row, "started_at"),
                        Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        instant(row, "resume_at")),
                row.getString("started_by"),
                row.getString("cursor"),
                expected == null ? OptionalLong.empty() : OptionalLong.of(expected),
                new Counts(
                        row.getLong("read"),
                        row.getLong("fresh"),
                        row.getLong("changed"),
                        row.getLong("unchanged"),
                        row.getLong("rejected"),
                        row.getLong("gone")),
                new HarvestRun.Halt(row.getString("reason"), row.getString("detail"), row.getInt("attempts")));
    }
}

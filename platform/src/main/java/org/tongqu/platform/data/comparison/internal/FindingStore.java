package org.tongqu.platform.data.comparison.internal;

import static org.tongqu.platform.operate.store.Columns.instant;
import static org.tongqu.platform.operate.store.Columns.time;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.kernel.proof.FieldCipher;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.comparison.Finding;
import org.tongqu.platform.data.comparison.Finding.Said;
import org.tongqu.platform.data.comparison.Finding.State;
import org.tongqu.platform.trust.seals.Seals;

/** Findings; what they say is sealed, and they are known by a keyed hash of the identifier. */
@Repository
public class FindingStore {

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    FindingStore(JdbcClient jdbc, Seals seals) {
        this.jdbc = jdbc;
        this.cipher = seals.cipher("comparison.said");
    }

    /** The run that finds them. */
    record Finder(String job, long run, Instant at) {}

    private UUID key(String job, List<String> key) {
        var bytes = ByteBuffer.wrap(cipher.index(job + "\n" + String.join("\n", key)));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /** Keeps what a run found: the same again is the same finding, and what was gone is open anew. @return how many are new */
    long put(Finder finder, List<Said> found) {
        return jdbc
                .sql("""
                        INSERT INTO comparison.finding AS known (job, key, said, state, found_at, run)
                        SELECT :job, key, decode(said, 'base64'), 'open', :at, :run
                        FROM unnest(CAST(:keys AS uuid[]), CAST(:said AS text[])) AS found (key, said)
                        ON CONFLICT (job, key) DO UPDATE SET said = excluded.said, run = excluded.run, closed_at = NULL,
                            state = CASE known.state WHEN 'closed' THEN 'open' ELSE known.state END,
                            found_at = CASE known.state WHEN 'closed' THEN excluded.found_at ELSE known.found_at END,
                            correction = CASE known.state WHEN 'closed' THEN NULL ELSE known.correction END,
                            times = known.times + CASE known.state WHEN 'closed' THEN 1 ELSE 0 END
                        RETURNING found_at = :at""")
                .param("job", finder.job())
                .param("at", time(finder.at()))
                .param("run", finder.run())
                .param(
                        "keys",
                        found.stream()
                                .map(said -> key(finder.job(), said.key()).toString())
                                .toArray(String[]::new))
                .param(
                        "said",
                        found.stream()
                                .map(said -> Base64.getEncoder().encodeToString(cipher.seal(SaidText.write(said))))
                                .toArray(String[]::new))
                .query((row, number) -> row.getBoolean(1))
                .list()
                .stream()
                .filter(isFresh -> isFresh)
                .count();
    }

    /** Closes what a run that looked at all of them did not find again. @return their corrections, empty where there was none */
    List<String> close(Finder finder) {
        return jdbc.sql("""
                        UPDATE comparison.finding SET state = 'closed', closed_at = :at
                        WHERE job = :job AND state <> 'closed' AND run < :run
                        RETURNING COALESCE(correction, '')""")
                .param("job", finder.job())
                .param("at", time(finder.at()))
                .param("run", finder.run())
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Closes the one of that identifier, whatever it stands at. @return its correction, if it had one */
    List<String> close(Finder finder, List<String> key) {
        return jdbc.sql("""
                        UPDATE comparison.finding SET state = 'closed', closed_at = :at
                        WHERE job = :job AND key = :key AND state <> 'closed' RETURNING COALESCE(correction, '')""")
                .param("job", finder.job())
                .param("at", time(finder.at()))
                .param("key", key(finder.job(), key))
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** The keys of all that is not closed. */
    List<List<String>> keys(String job) {
        return jdbc.sql("SELECT said FROM comparison.finding WHERE job = ? AND state <> 'closed'")
                .param(job)
                .query((row, number) -> said(row).key())
                .list();
    }

    /** Findings that are at nobody's yet, held until the transaction ends. @param after the id behind which they begin */
    List<Finding> open(String job, long after, int limit) {
        return jdbc.sql("""
                        SELECT * FROM comparison.finding WHERE job = ? AND state = 'open' AND id > ? ORDER BY id LIMIT ?
                        FOR UPDATE SKIP LOCKED""")
                .params(job, after, limit)
                .query((row, number) -> finding(row))
                .list();
    }

    /** They are at their source under these corrections, in the same order. */
    void sent(List<Finding> findings, List<String> corrections) {
        jdbc.sql("""
                        UPDATE comparison.finding AS known SET state = 'sent', correction = told.correction
                        FROM unnest(CAST(:ids AS bigint[]), CAST(:corrections AS text[])) AS told (id, correction)
                        WHERE known.id = told.id""")
                .param("ids", findings.stream().map(Finding::id).toArray(Long[]::new))
                .param("corrections", corrections.toArray(String[]::new))
                .update();
    }

    /** The source says that it is right as it is. */
    void excuse(String correction) {
        jdbc.sql("UPDATE comparison.finding SET state = 'excused' WHERE correction = ? AND state = 'sent'")
                .param(correction)
                .update();
    }

    /** How many of each state, by job. */
    public Map<String, Map<State, Long>> counts(Collection<String> jobs) {
        record Counted(String job, State state, long count) {}
        return jdbc
                .sql("SELECT job, state, count(*) FROM comparison.finding WHERE job = ANY (?) GROUP BY job, state")
                .param(jobs.toArray(String[]::new))
                .query((row, number) ->
                        new Counted(row.getString(1), Coded.of(State.class, row.getString(2)), row.getLong(3)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Counted::job, Collectors.toMap(Counted::state, Counted::count, Long::sum)));
    }

    /** The newest first. @param before the id before which they begin */
    public List<Finding> list(String job, Optional<State> state, long before, int limit) {
        return jdbc.sql("""
                        SELECT * FROM comparison.finding WHERE job = :job AND id < :before
                            AND (CAST(:state AS text) IS NULL OR state = :state)
                        ORDER BY id DESC LIMIT :limit""")
                .param("job", job)
                .param("before", before)
                .param("state", state.map(Coded::code).orElse(null), java.sql.Types.VARCHAR)
                .param("limit", limit)
                .query((row, number) -> finding(row))
                .list();
    }

    public Optional<Finding> find(String job, long id) {
        return jdbc.sql("SELECT * FROM comparison.finding WHERE job = ? AND id = ?")
                .params(job, id)
                .query((row, number) -> finding(row))
                .optional();
    }

    private Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                row.getLong("id"),
                row.getString("job"),
                said(row),
                Coded.of(State.class, row.getString("state")),
                new Finding.Times(
                        instant(row, "found_at"),
                        Optional.ofNullable(row.getObject("closed_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)),
                row.getInt("times"),
                Optional.ofNullable(row.getString("correction")));
    }

    private Said said(ResultSet row) throws SQLException {
        return SaidText.read(cipher.openText(row.getBytes("said")));
    }

    /** Writes down who looks at a finding in full, and what for. */
    public void look(long finding, String officer, String purpose, String why, Instant at) {
        jdbc.sql("INSERT INTO comparison.look (finding, officer, purpose, why, at) VALUES (?, ?, ?, ?, ?)")
                .params(finding, officer, purpose, why, time(at))
                .update();
    }

    /** Whether the officer said what for since then. */
    public boolean hasLooked(long finding, String officer, Instant since) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM comparison.look WHERE finding = ? AND officer = ? AND at > ?)")
                .params(finding, officer, time(since))
                .query(Boolean.class)
                .single();
    }
}

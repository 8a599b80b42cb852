package org.tongqu.platform.data.files.internal;

import static org.tongqu.platform.operate.store.Columns.instant;
import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.data.files.FetchKey;

/** Keys of systems that fetch, by their digests. */
@Repository
public class FetchKeyStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    FetchKeyStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void insert(String flow, String shown, byte[] digest, String by) {
        jdbc.sql("INSERT INTO files.fetch_key (digest, shown, flow, made_by, made_at) VALUES (?, ?, ?, ?, ?)")
                .params(digest, shown, flow, by, time(clock.instant()))
                .update();
    }

    /** The key, when it holds. */
    public Optional<FetchKey> find(byte[] digest) {
        return jdbc.sql("SELECT * FROM files.fetch_key WHERE digest = ? AND withdrawn_at IS NULL")
                .param(digest)
                .query((row, at) -> key(row))
                .optional();
    }

    /** @return false when there was none */
    public boolean withdraw(String flow, long id) {
        return jdbc.sql(
                                "UPDATE files.fetch_key SET withdrawn_at = ? WHERE id = ? AND flow = ? AND withdrawn_at IS NULL")
                        .params(time(clock.instant()), id, flow)
                        .update()
                == 1;
    }

    public List<FetchKey> list(String flow) {
        return jdbc.sql("SELECT * FROM files.fetch_key WHERE flow = ? ORDER BY id DESC LIMIT 50")
                .param(flow)
                .query((row, at) -> key(row))
                .list();
    }

    private static FetchKey key(ResultSet row) throws SQLException {
        return new FetchKey(
                row.getLong("id"),
                row.getString("flow"),
                row.getString("shown"),
                row.getString("made_by"),
                instant(row, "made_at"),
                Optional.ofNullable(row.getObject("withdrawn_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}

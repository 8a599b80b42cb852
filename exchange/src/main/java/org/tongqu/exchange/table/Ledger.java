package org.tongqu.exchange.table;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.tongqu.exchange.table.RunState.Counts;
import org.tongqu.exchange.table.RunState.Filling;
import org.tongqu.exchange.table.RunState.Stage;

/** What the target side remembers of runs, in the transaction of the caller. */
class Ledger implements RunTarget.Memory {

    private static final String SCHEMA = """
            CREATE SCHEMA IF NOT EXISTS tongqu_exchange;
            CREATE TABLE IF NOT EXISTS tongqu_exchange.run (
                flow text PRIMARY KEY, run bigint NOT NULL, mode text NOT NULL, stage text NOT NULL,
                position text[] NOT NULL, rows_read bigint NOT NULL, rows_written bigint NOT NULL,
                rows_set_aside bigint NOT NULL, since text, moment text NOT NULL, filling text NOT NULL,
                ranges bytea NOT NULL, started timestamptz NOT NULL);
            -- Written with every batch; sums of hashes do not become smaller, however long the server tries.
            ALTER TABLE tongqu_exchange.run ALTER ranges SET STORAGE EXTERNAL;
            CREATE TABLE IF NOT EXISTS tongqu_exchange.receipt (
                flow text NOT NULL, run bigint NOT NULL, mode text NOT NULL, rows_read bigint NOT NULL,
                rows_written bigint NOT NULL, rows_set_aside bigint NOT NULL, started timestamptz NOT NULL,
                ended timestamptz NOT NULL, digest text NOT NULL, ranges bytea NOT NULL, PRIMARY KEY (flow, run));
            CREATE TABLE IF NOT EXISTS tongqu_exchange.quarantine (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, flow text NOT NULL, run bigint NOT NULL,
                line bigint NOT NULL, key text NOT NULL, rule text NOT NULL, field text NOT NULL,
                reason text NOT NULL, form text NOT NULL, content jsonb NOT NULL,
                state text NOT NULL DEFAULT 'open', set_aside_at timestamptz NOT NULL DEFAULT now(),
                replayed_at timestamptz);
            CREATE INDEX IF NOT EXISTS quarantine_open ON tongqu_exchange.quarantine (flow, id) WHERE state <> 'replayed';
            """;

    private final Connection target;

    Ledger(Connection target) {
        this.target = target;
    }

    /** Whether anything was ever moved into this target. */
    @Override
    public boolean isThere() throws SQLException {
        try (var statement = target.createStatement();
                var found =
                        statement.executeQuery("SELECT to_regclass('tongqu_exchange.quarantine_open') IS NOT NULL")) {
            found.next();
            return found.getBoolean(1);
        }
    }

    /** Makes the tables where they are missing; a login that may not make them must find them there. */
    @Override
    public void ensure() throws SQLException {
        try (var statement = target.createStatement();
                var found = statement.executeQuery("SELECT to_regclass('tongqu_exchange.quarantine_open') IS NULL")) {
            found.next();
            if (found.getBoolean(1)) {
                statement.execute("SELECT pg_advisory_xact_lock(hashtextextended('tongqu_exchange', 0))");
                statement.execute(SCHEMA);
            }
        }
    }

    @Override
    public Optional<RunState> find(String flow) throws SQLException {
        try (var statement = target.prepareStatement("SELECT * FROM tongqu_exchange.run WHERE flow = ?")) {
            statement.setString(1, flow);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(state(row)) : Optional.empty();
            }
        }
    }

    private static RunState state(ResultSet row) throws SQLException {
        return new RunState(
                row.getString("flow"),
                row.getLong("run"),
                Mode.valueOf(row.getString("mode")),
                Stage.valueOf(row.getString("stage")),
                List.of((String[]) row.getArray("position").getArray()),
                new Counts(row.getLong("rows_read"), row.getLong("rows_written"), row.getLong("rows_set_aside")),
                Optional.ofNullable(row.getString("since")),
                row.getString("moment"),
                Filling.valueOf(row.getString("filling")),
                KeyRanges.of(row.getBytes("ranges")),
                row.getObject("started", OffsetDateTime.class).toInstant());
    }

    @Override
    public void keep(RunState state) throws SQLException {
        var sql = """
                INSERT INTO tongqu_exchange.run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (flow) DO UPDATE
                SET run = excluded.run, mode = excluded.mode, stage = excluded.stage, position = excluded.position,
                    rows_read = excluded.rows_read, rows_written = excluded.rows_written,
                    rows_set_aside = excluded.rows_set_aside, since = excluded.since, moment = excluded.moment,
                    filling = excluded.filling, ranges = excluded.ranges, started = excluded.started
                """;
        try (var statement = target.prepareStatement(sql)) {
            statement.setString(1, state.flow());
            statement.setLong(2, state.run());
            statement.setString(3, state.mode().name());
            statement.setString(4, state.stage().name());
            statement.setArray(5, texts(state.position()));
            statement.setLong(6, state.counts().read());
            statement.setLong(7, state.counts().written());
            statement.setLong(8, state.counts().setAside());
            statement.setString(9, state.since().orElse(null));
            statement.setString(10, state.moment());
            statement.setString(11, state.filling().name());
            statement.setBytes(12, state.ranges().bytes());
            statement.setObject(13, state.started().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    @Override
    public void receipt(RunState state, Instant ended) throws SQLException {
        var sql = "INSERT INTO tongqu_exchange.receipt VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (var statement = target.prepareStatement(sql)) {
            statement.setString(1, state.flow());
            statement.setLong(2, state.run());
            statement.setString(3, state.mode().name());
            statement.setLong(4, state.counts().read());
            statement.setLong(5, state.counts().written());
            statement.setLong(6, state.counts().setAside());
            statement.setObject(7, state.started().atOffset(ZoneOffset.UTC));
            statement.setObject(8, ended.atOffset(ZoneOffset.UTC));
            statement.setString(9, state.ranges().digest());
            statement.setBytes(10, state.ranges().bytes());
            statement.executeUpdate();
        }
    }

    @Override
    public void setAside(RunState state, List<SetAside> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        var sql = """
                INSERT INTO tongqu_exchange.quarantine (flow, run, line, key, rule, field, reason, form, content)
                SELECT ?, ?, line, key, rule, field, reason, 'source', content::jsonb
                  FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                       AS set_aside (line, key, rule, field, reason, content)
                """;
        try (var statement = target.prepareStatement(sql)) {
            statement.setString(1, state.flow());
            statement.setLong(2, state.run());
            statement.setArray(
                    3,
                    target.createArrayOf(
                            "bigint", rows.stream().map(SetAside::line).toArray()));
            statement.setArray(4, texts(rows.stream().map(SetAside::key).toList()));
            statement.setArray(
                    5, texts(rows.stream().map(row -> row.failure().rule()).toList()));
            statement.setArray(
                    6, texts(rows.stream().map(row -> row.failure().column()).toList()));
            statement.setArray(
                    7, texts(rows.stream().map(row -> row.failure().reason()).toList()));
            statement.setArray(8, texts(rows.stream().map(SetAside::row).toList()));
            statement.executeUpdate();
        }
    }

    /** What a try of this run that was cut short set aside behind the last line that counts. */
    @Override
    public void forgetBehind(RunState state) throws SQLException {
        var sql = "DELETE FROM tongqu_exchange.quarantine WHERE flow = ? AND run = ? AND line > ?";
        try (var statement = target.prepareStatement(sql)) {
            statement.setString(1, state.flow());
            statement.setLong(2, state.run());
            statement.setLong(3, state.counts().read());
            statement.executeUpdate();
        }
    }

    private Array texts(List<String> values) throws SQLException {
        return target.createArrayOf("text", values.toArray());
    }
}

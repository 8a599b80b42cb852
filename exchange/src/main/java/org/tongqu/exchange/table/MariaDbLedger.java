package org.tongqu.exchange.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongqu.exchange.table.RunState.Counts;
import org.tongqu.exchange.table.RunState.Filling;
import org.tongqu.exchange.table.RunState.Stage;

/** What a target on MariaDB remembers of runs: in tables of the login's own database, since its schemas are databases. */
final class MariaDbLedger implements RunTarget.Memory {

    private static final List<String> TABLES = List.of("""
            CREATE TABLE IF NOT EXISTS tongqu_run (
                flow VARCHAR(190) PRIMARY KEY, run BIGINT NOT NULL, mode VARCHAR(20) NOT NULL,
                stage VARCHAR(20) NOT NULL, position LONGTEXT NOT NULL, rows_read BIGINT NOT NULL,
                rows_written BIGINT NOT NULL, rows_set_aside BIGINT NOT NULL, since TEXT, moment TEXT NOT NULL,
                filling VARCHAR(20) NOT NULL, ranges LONGBLOB NOT NULL, started VARCHAR(40) NOT NULL)
                CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ENGINE = InnoDB""", """
            CREATE TABLE IF NOT EXISTS tongqu_receipt (
                flow VARCHAR(190) NOT NULL, run BIGINT NOT NULL, mode VARCHAR(20) NOT NULL, rows_read BIGINT NOT NULL,
                rows_written BIGINT NOT NULL, rows_set_aside BIGINT NOT NULL, started VARCHAR(40) NOT NULL,
                ended VARCHAR(40) NOT NULL, digest TEXT NOT NULL, ranges LONGBLOB NOT NULL, PRIMARY KEY (flow, run))
                CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ENGINE = InnoDB""", """
            CREATE TABLE IF NOT EXISTS tongqu_quarantine (
                id BIGINT AUTO_INCREMENT PRIMARY KEY, flow VARCHAR(190) NOT NULL, run BIGINT NOT NULL,
                line BIGINT NOT NULL, row_key TEXT NOT NULL, rule VARCHAR(190) NOT NULL, field TEXT NOT NULL,
                reason TEXT NOT NULL, form VARCHAR(10) NOT NULL, content LONGTEXT NOT NULL CHECK (json_valid(content)),
                state VARCHAR(10) NOT NULL DEFAULT 'open', set_aside_at TIMESTAMP(6) NOT NULL DEFAULT current_timestamp(6),
                replayed_at TIMESTAMP(6) NULL, KEY quarantine_open (flow, state, id))
                CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ENGINE = InnoDB""");

    private final Connection target;

    MariaDbLedger(Connection target) {
        this.target = target;
    }

    @Override
    public boolean isThere() throws SQLException {
        try (var statement = target.createStatement();
                var found = statement.executeQuery("SELECT count(*) = 3 FROM information_schema.tables"
                        + " WHERE table_schema = database()"
                        + " AND table_name IN ('tongqu_run', 'tongqu_receipt', 'tongqu_quarantine')")) {
            found.next();
            return found.getBoolean(1);
        }
    }

    @Override
    public void ensure() throws SQLException {
        if (!isThere()) {
            try (var statement = target.createStatement()) {
                for (var table : TABLES) {
                    statement.execute(table);
                }
            }
        }
    }

    @Override
    public Optional<RunState> find(String flow) throws SQLException {
        try (var statement = target.prepareStatement("SELECT * FROM tongqu_run WHERE flow = ?")) {
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
                position(row.getString("position")),
                new Counts(row.getLong("rows_read"), row.getLong("rows_written"), row.getLong("rows_set_aside")),
                Optional.ofNullable(row.getString("since")),
                row.getString("moment"),
                Filling.valueOf(row.getString("filling")),
                KeyRanges.of(row.getBytes("ranges")),
                Instant.parse(row.getString("started")));
    }

    /** Each part behind a line end, so that none is not the same as an empty one. */
    private static String written(List<String> position) {
        return position.stream()
                .map(part -> "\n" + URLEncoder.encode(part, UTF_8))
                .collect(Collectors.joining());
    }

    private static List<String> position(String written) {
        return written.isEmpty()
                ? List.of()
                : Stream.of(written.substring(1).split("\n", -1))
                        .map(part -> URLDecoder.decode(part, UTF_8))
                        .toList();
    }

    @Override
    public void keep(RunState state) throws SQLException {
        var sql = "REPLACE INTO tongqu_run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (var statement = target.prepareStatement(sql)) {
            statement.setString(1, state.flow());
            statement.setLong(2, state.run());
            statement.setString(3, state.mode().name());
            statement.setString(4, state.stage().name());
            statement.setString(5, written(state.position()));
            statement.setLong(6, state.counts().read());
            statement.setLong(7, state.counts().written());
            statement.setLong(8, state.counts().setAside());
            statement.setString(9, state.since().orElse(null));
            statement.setString(10, state.moment());
            statement.setString(11, state.filling().name());
            statement.setBytes(12, state.ranges().bytes());
            statement.setString(13, state.started().toString());
            statement.executeUpdate();
        }
    }

    @Override
    public void receipt(RunState state, Instant ended) throws SQLException {
        var sql = "INSERT INTO tongqu_receipt VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (var statement = target.prepareStatement(sql)) {
            statement.setString(1, state.flow());
            statement.setLong(2, state.run());
            statement.setString(3, state.mode().name());
            statement.setLong(4, state.counts().read());
            statement.setLong(5, state.counts().written());
            statement.setLong(6, state.counts().setAside());
            statement.setString(7, state.started().toString());
            statement.setString(8, ended.toString());
            statement.setString(9, state.ranges().digest());
            statement.setBytes(10, state.ranges().bytes());
            statement.executeUpdate();
        }
    }

    @Override
    public void setAside(RunState state, List<SetAside> rows) throws SQLException {
        keep(state, rows, "source");
    }

    /** Rows in the form they had for the target, which it did not take. */
    void refused(RunState state, List<SetAside> rows) throws SQLException {
        keep(state, rows, "target");
    }

    private void keep(RunState state, List<SetAside> rows, String form) throws SQLException {
        var sql = "INSERT INTO tongqu_quarantine (flow, run, line, row_key, rule, field, reason, form, content)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (var statement = target.prepareStatement(sql)) {
            for (var row : rows) {
                statement.setString(1, state.flow());
                statement.setLong(2, state.run());
                statement.setLong(3, row.line());
                statement.setString(4, row.key());
                statement.setString(5, row.failure().rule());
                statement.setString(6, row.failure().column());
                statement.setString(7, row.failure().reason());
                statement.setString(8, form);
                statement.setString(9, row.row());
                statement.addBatch();
            }
            if (!rows.isEmpty()) {
                statement.executeBatch();
            }
        }
    }

    @Override
    public void forgetBehind(RunState state) throws SQLException {
        var sql = "DELETE FROM tongqu_quarantine WHERE flow = ? AND run = ? AND line > ?";
        try (var statement = target.prepareStatement(sql)) {
            statement.setString(1, state.flow());
            statement.setLong(2, state.run());
            statement.setLong(3, state.counts().read());
            statement.executeUpdate();
        }
    }
}

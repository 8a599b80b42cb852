package org.tongqu.exchange.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongqu.engines.exchanges.Connector;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.mapping.Failure;
import org.tongqu.exchange.mapping.RowMapper;
import org.tongqu.exchange.mapping.SourceField;
import org.tongqu.exchange.wire.Row;
import org.tongqu.exchange.wire.WireType;

/**
 * The rows of a flow that were set aside: looked at, repaired by people and sent once more. A repaired row replaces
 * what the target has under its key; whoever repairs an old row says with it that it is the right one.
 */
public final class Quarantine {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int MOST_AT_ONCE = 1000;

    private final Flow flow;
    private final Login target;

    public Quarantine(Flow flow, Login target) {
        this.flow = flow;
        this.target = target;
    }

    private boolean isMariaDb() {
        return flow.target().connector() == Connector.MARIADB;
    }

    private String table() {
        return isMariaDb() ? "tongqu_quarantine" : "tongqu_exchange.quarantine";
    }

    /** A row that waits; {@code content} is JSON. */
    public record Entry(long id, long run, long line, String key, Failure failure, String content) {}

    /** What came of sending repaired rows again; those refused wait on with the new reason. */
    public record Replayed(int written, int refused) {}

    /** A row as it is to be sent again, in the order of the flow's fields. */
    private record Repaired(long id, long run, List<@Nullable String> cells) {}

    /** Rows that are neither repaired nor sent again, oldest first, behind the given one. */
    public List<Entry> open(long afterId, int most) throws SQLException {
        var sql = "SELECT id, run, line, " + (isMariaDb() ? "row_key" : "key") + ", rule, field, reason, content FROM "
                + table() + """
                 WHERE flow = ? AND id > ? AND state = 'open'
                 ORDER BY id
                 LIMIT ?
                """;
        List<Entry> entries = new ArrayList<>();
        try (var connection = target.open();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, flow.id());
            statement.setLong(2, afterId);
            statement.setInt(3, most);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(new Entry(
                            rows.getLong(1),
                            rows.getLong(2),
                            rows.getLong(3),
                            rows.getString(4),
                            new Failure(rows.getString(5), rows.getString(6), rows.getString(7)),
                            rows.getString(8)));
                }
            }
        }
        return entries;
    }

    /** How many rows are neither sent again nor given up. */
    public long waiting() throws SQLException {
        try (var connection = target.open();
                var statement = connection.prepareStatement(
                        "SELECT count(*) FROM " + table() + " WHERE flow = ? AND state <> 'replayed'")) {
            statement.setString(1, flow.id());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Writes corrected values of the source's columns into a row; {@code false} when there is no such open row. */
    public boolean repair(long id, Map<String, String> corrected) throws SQLException {
        var names = corrected.keySet().stream().filter(flow.fields()::contains).toList();
        if (names.size() < corrected.size() || names.isEmpty()) {
            throw new IllegalArgumentException("The flow reads " + flow.fields() + ", not " + corrected.keySet());
        }
        // A value for each name, as one object that is laid over the row.
        var pairs = names.stream().map(name -> "?, ?").collect(Collectors.joining(", "));
        var content = isMariaDb()
                ? "json_merge_patch(content, json_object(" + pairs + "))"
                : "content || jsonb_build_object(" + pairs.replace("?", "?::text") + ")";
        var sql = "UPDATE " + table() + " SET content = " + content + ", state = 'repaired'"
                + " WHERE id = ? AND flow = ? AND state IN ('open', 'repaired') AND form = 'source'";
        try (var connection = target.open();
                var statement = connection.prepareStatement(sql)) {
            var place = 1;
            for (var name : names) {
                statement.setString(place++, name);
                statement.setString(place++, corrected.get(name));
            }
            statement.setLong(place++, id);
            statement.setString(place, flow.id());
            return statement.executeUpdate() == 1;
        }
    }

    /** Sends all repaired rows again, through the same mapping and rules; each is written once, whatever crashes. */
    public Replayed replay() throws SQLException {
        var sum = new Replayed(0, 0);
        try (var connection = target.open()) {
            connection.setAutoCommit(false);
            while (true) {
                var rows = repaired(connection);
                if (rows.isEmpty()) {
                    return sum;
                }
                var done = replay(connection, rows);
                connection.commit();
                sum = new Replayed(sum.written() + done.written(), sum.refused() + done.refused());
            }
        }
    }

    private List<Repaired> repaired(Connection connection) throws SQLException {
        var fields = flow.fields();
        var value = isMariaDb() ? "json_value(content, ?)" : "content ->> ?";
        var sql = "SELECT id, run, " + fields.stream().map(name -> value).collect(Collectors.joining(", ")) + " FROM "
                + table() + " WHERE flow = ? AND state = 'repaired' ORDER BY id LIMIT ? FOR UPDATE";
        List<Repaired> found = new ArrayList<>();
        try (var statement = connection.prepareStatement(sql)) {
            var place = 1;
            for (var field : fields) {
                statement.setString(place++, isMariaDb() ? "$.\"" + field.replace("\"", "\\\"") + "\"" : field);
            }
            statement.setString(place++, flow.id());
            statement.setInt(place, MOST_AT_ONCE);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    List<@Nullable String> cells = new ArrayList<>();
                    for (int i = 0; i < fields.size(); i++) {
                        cells.add(rows.getString(i + 3));
                    }
                    found.add(new Repaired(rows.getLong(1), rows.getLong(2), cells));
                }
            }
        }
        return found;
    }

    private Replayed replay(Connection connection, List<Repaired> rows) throws SQLException {
        var table = RunTarget.of(connection, target, flow);
        var fields = flow.fields().stream()
                .map(name -> new SourceField(name, WireType.TEXT))
                .toList();
        var mapper = new RowMapper(flow, fields, table.columns(), ZONE);
        var batch = new Batch(1 << 16);
        var row = new Row(fields.size());
        List<Long> done = new ArrayList<>();
        var refused = 0;
        for (var repaired : rows) {
            place(repaired.cells(), row);
            if (mapper.map(row, batch.tuples)) {
                // The line of the batch is the id here, since that is what a refusal of the target has to name.
                batch.add(repaired.id());
                done.add(repaired.id());
            } else {
                refuse(connection, repaired.id(), mapper.failure());
                refused++;
            }
        }
        var state = RunState.beside(flow.id(), rows.getFirst().run());
        var gone = table.writer().write(batch, state);
        close(connection, done);
        return new Replayed(done.size() - gone.size(), refused + gone.size());
    }

    private static void place(List<@Nullable String> cells, Row row) {
        var bytes = new java.io.ByteArrayOutputStream();
        for (int i = 0; i < cells.size(); i++) {
            var text = cells.get(i);
            if (text == null) {
                row.place(i, bytes.size(), -1);
            } else {
                var utf8 = text.getBytes(UTF_8);
                row.place(i, bytes.size(), utf8.length);
                bytes.writeBytes(utf8);
            }
        }
        row.in(bytes.toByteArray());
    }

    private void refuse(Connection connection, long id, Failure failure) throws SQLException {
        var sql = "UPDATE " + table() + " SET state = 'open', rule = ?, field = ?, reason = ? WHERE id = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, failure.rule());
            statement.setString(2, failure.column());
            statement.setString(3, failure.reason());
            statement.setLong(4, id);
            statement.executeUpdate();
        }
    }

    /** Those the target refused have a new entry of their own, in the form they had for the target. */
    private void close(Connection connection, List<Long> ids) throws SQLException {
        var sql = "UPDATE " + table() + " SET state = 'replayed', replayed_at = now() WHERE id = ?";
        try (var statement = connection.prepareStatement(sql)) {
            for (var id : ids) {
                statement.setLong(1, id);
                statement.addBatch();
            }
            if (!ids.isEmpty()) {
                statement.executeBatch();
            }
        }
    }
}

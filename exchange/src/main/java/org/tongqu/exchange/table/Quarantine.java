package org.tongqu.exchange.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    /** A row that waits; {@code content} is JSON. */
    public record Entry(long id, long run, long line, String key, Failure failure, String content) {}

    /** What came of sending repaired rows again; those refused wait on with the new reason. */
    public record Replayed(int written, int refused) {}

    /** A row as it is to be sent again, in the order of the flow's fields. */
    private record Repaired(long id, long run, List<@Nullable String> cells) {}

    /** Rows that are neither repaired nor sent again, oldest first, behind the given one. */
    public List<Entry> open(long afterId, int most) throws SQLException {
        var sql = """
                SELECT id, run, line, key, rule, field, reason, content::text
                  FROM tongqu_exchange.quarantine
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
                        "SELECT count(*) FROM tongqu_exchange.quarantine WHERE flow = ? AND state <> 'replayed'")) {
            statement.setString(1, flow.id());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Writes corrected values of the source's columns into a row; {@code false} when there is no such open row. */
    public boolean repair(long id, Map<String, String> corrected) throws SQLException {
        var sql = """
                UPDATE tongqu_exchange.quarantine
                   SET content = content || (SELECT jsonb_object_agg(name, value) FROM unnest(?::text[], ?::text[]) AS new (name, value)),
                       state = 'repaired'
                 WHERE id = ? AND flow = ? AND state IN ('open', 'repaired') AND form = 'source'
                """;
        var names = corrected.keySet().stream().filter(flow.fields()::contains).toList();
        if (names.size() < corrected.size() || names.isEmpty()) {
            throw new IllegalArgumentException("The flow reads " + flow.fields() + ", not " + corrected.keySet());
        }
        try (var connection = target.open();
                var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", names.toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", names.stream().map(corrected::get).toArray()));
            statement.setLong(3, id);
            statement.setString(4, flow.id());
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
        var sql = """
                SELECT id, run, ARRAY(SELECT content ->> name FROM unnest(?::text[]) WITH ORDINALITY AS field (name, place)
                                       ORDER BY place)
                  FROM tongqu_exchange.quarantine
                 WHERE flow = ? AND state = 'repaired'
                 ORDER BY id
                 LIMIT ?
                   FOR UPDATE
                """;
        List<Repaired> found = new ArrayList<>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", flow.fields().toArray()));
            statement.setString(2, flow.id());
            statement.setInt(3, MOST_AT_ONCE);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var cells = (@Nullable String[]) rows.getArray(3).getArray();
                    found.add(new Repaired(rows.getLong(1), rows.getLong(2), Arrays.asList(cells)));
                }
            }
        }
        return found;
    }

    private Replayed replay(Connection connection, List<Repaired> rows) throws SQLException {
        var table = TargetTable.read(connection, flow);
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
        var gone = new TargetWriter(connection, table).write(batch, state);
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

    private static void refuse(Connection connection, long id, Failure failure) throws SQLException {
        var sql = "UPDATE tongqu_exchange.quarantine SET state = 'open', rule = ?, field = ?, reason = ? WHERE id = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, failure.rule());
            statement.setString(2, failure.column());
            statement.setString(3, failure.reason());
            statement.setLong(4, id);
            statement.executeUpdate();
        }
    }

    /** Those the target refused have a new entry of their own, in the form they had for the target. */
    private static void close(Connection connection, List<Long> ids) throws SQLException {
        var sql =
                "UPDATE tongqu_exchange.quarantine SET state = 'replayed', replayed_at = now() WHERE id = ANY (?::bigint[])";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            statement.executeUpdate();
        }
    }
}

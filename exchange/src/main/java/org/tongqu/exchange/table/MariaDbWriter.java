package org.tongqu.exchange.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tongqu.exchange.mapping.Failure;
import org.tongqu.exchange.mapping.SourceField;
import org.tongqu.exchange.wire.Cell;
import org.tongqu.exchange.wire.CellReader;
import org.tongqu.exchange.wire.Row;
import org.tongqu.exchange.wire.WireType;

/**
 * Puts the rows of a batch into a table of MariaDB. They go into a temporary table first, as texts the server makes its own
 * values of, strictly; from there those that are there already are changed and the others added, by the key alone: another
 * unique index that refuses a row never changes a different one. What the server refuses is found by halves.
 */
final class MariaDbWriter implements RunTarget.Writer {

    private static final int ROWS_AT_ONCE = 200;

    /** Of one statement: the server takes 16 MB, of which texts may need the double on their way. */
    private static final int BYTES_AT_ONCE = 1 << 20;

    private static final int MOST_OF_A_ROW = 6 << 20;

    private final Connection connection;
    private final MariaDbTarget table;
    private final RowText text;
    private final Cell cell = new Cell();
    private boolean isStaged;

    /** Of a batch of changes the rows that are to be taken out; of a run none. */
    private BitSet gone = new BitSet();

    private boolean isFollowing;

    MariaDbWriter(Connection connection, MariaDbTarget table) {
        this.connection = connection;
        this.table = table;
        this.text = new RowText(table.columns().stream()
                .map(column -> new SourceField(column.name(), column.type().type()))
                .toList());
    }

    @Override
    public List<Long> write(Batch batch, RunState state) throws SQLException {
        if (batch.count() == 0) {
            return List.of();
        }
        var refused = stage(batch);
        doubles(state.filling())
                .forEach(line -> refused.add(new Refused(
                        line,
                        new Failure(
                                Failure.DUPLICATE_KEY,
                                String.join(", ", table.flow().target().key()),
                                Failure.DUPLICATE_KEY))));
        takeOut(refused.stream().map(Refused::line).toList());
        merge(batch.line(0), batch.line(batch.count() - 1), refused);
        execute("DELETE FROM tongqu_stage");
        new MariaDbLedger(connection).refused(state, aside(batch, refused));
        return refused.stream().map(Refused::line).toList();
    }

    /** Of several changes of a row the last one says what it is, also whether its key is written otherwise now. */
    @Override
    public List<Long> apply(Batch batch, BitSet gone, RunState state) throws SQLException {
        if (batch.count() == 0) {
            return List.of();
        }
        this.gone = gone;
        isFollowing = true;
        var refused = stage(batch);
        takeOut(numbered(" DESC"));
        if (!gone.isEmpty()) {
            execute("DELETE t FROM tongqu_stage s STRAIGHT_JOIN " + table.sqlName() + " t ON " + table.sameKey()
                    + " WHERE s.tongqu_gone = 1");
            execute("DELETE FROM tongqu_stage WHERE tongqu_gone = 1");
        }
        merge(batch.line(0), batch.line(batch.count() - 1), refused);
        execute("DELETE FROM tongqu_stage");
        // What the target cannot even hold was never there, and need not be taken out.
        refused.removeIf(one -> gone.get(batch.indexOf(one.line())));
        new MariaDbLedger(connection).refused(state, aside(batch, refused));
        return refused.stream().map(Refused::line).toList();
    }

    /** @return what is of no value of its column */
    private List<Refused> stage(Batch batch) throws SQLException {
        List<Refused> refused = new ArrayList<>();
        makeStage();
        for (int at = 0; at < batch.count(); ) {
            var end = together(batch, at);
            stage(batch, at, end - 1, refused);
            at = end;
        }
        return refused;
    }

    /** How far the rows from here on go together. */
    private static int together(Batch batch, int first) {
        var end = first + 1;
        while (end < Math.min(batch.count(), first + ROWS_AT_ONCE)
                && batch.end(end) - batch.start(first) <= BYTES_AT_ONCE) {
            end++;
        }
        return end;
    }

    /** A row that the target does not take. */
    private record Refused(long line, Failure failure) {
        static Refused by(long line, SQLException why) {
            var words = String.valueOf(why.getMessage()).lines().findFirst().orElse("");
            return new Refused(line, new Failure(Failure.REFUSED, words, Failure.REFUSED));
        }
    }

    private List<SetAside> aside(Batch batch, List<Refused> refused) {
        var row = new Row(table.names().size());
        List<SetAside> rows = new ArrayList<>();
        for (var one : refused) {
            place(batch, batch.indexOf(one.line()), row);
            var named =
                    IntStream.of(table.key()).mapToObj(at -> text.text(row, at)).collect(Collectors.joining(","));
            rows.add(new SetAside(one.line(), named, one.failure(), text.json(row)));
        }
        return rows;
    }

    private void makeStage() throws SQLException {
        if (!isStaged) {
            // An outer join, since of rows that are to be taken out nothing is known but the key.
            execute("CREATE TEMPORARY TABLE tongqu_stage (tongqu_line BIGINT PRIMARY KEY, tongqu_gone TINYINT NOT NULL)"
                    + " ENGINE = InnoDB AS SELECT 0 AS tongqu_line, 0 AS tongqu_gone, "
                    + MariaDbTarget.each(table.names(), ", ", name -> "t." + name)
                    + " FROM (SELECT 1) AS one LEFT JOIN " + table.sqlName() + " t ON FALSE LIMIT 0");
            isStaged = true;
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What the server cannot make a value of its column of is found by halves. */
    private void stage(Batch batch, int first, int last, List<Refused> refused) throws SQLException {
        if (batch.end(last) - batch.start(first) > MOST_OF_A_ROW) {
            // By itself, since others with it are fewer bytes.
            var key = String.join(", ", table.flow().target().key());
            refused.add(new Refused(batch.line(first), Failure.key("too-large", key)));
            return;
        }
        var before = connection.setSavepoint();
        try {
            insert(batch, first, last);
            connection.releaseSavepoint(before);
        } catch (SQLException why) {
            if (!isOfRow(why)) {
                throw why;
            }
            connection.rollback(before);
            if (first == last) {
                refused.add(Refused.by(batch.line(first), why));
            } else {
                var middle = first + (last - first) / 2;
                stage(batch, first, middle, refused);
                stage(batch, middle + 1, last, refused);
            }
        }
    }

    private void insert(Batch batch, int first, int last) throws SQLException {
        var one = "(" + String.join(", ", Collections.nCopies(table.names().size() + 2, "?")) + ")";
        var sql = "INSERT INTO tongqu_stage (tongqu_line, tongqu_gone, "
                + MariaDbTarget.each(table.names(), ", ", name -> name) + ") VALUES "
                + String.join(", ", Collections.nCopies(last - first + 1, one));
        var types = table.columns().stream().map(column -> column.type().type()).toList();
        var row = new Row(types.size());
        try (var statement = connection.prepareStatement(sql)) {
            var place = 1;
            for (int i = first; i <= last; i++) {
                place(batch, i, row);
                statement.setLong(place++, batch.line(i));
                statement.setInt(place++, gone.get(i) ? 1 : 0);
                for (int at = 0; at < types.size(); at++) {
                    bind(statement, place++, row, at, types.get(at));
                }
            }
            statement.executeUpdate();
        }
    }

    private void bind(PreparedStatement statement, int place, Row row, int at, WireType type) throws SQLException {
        if (row.isNull(at)) {
            statement.setNull(place, Types.VARCHAR);
        } else if (type == WireType.BYTEA) {
            var start = row.start(at);
            statement.setBytes(place, Arrays.copyOfRange(row.bytes(), start, start + row.length(at)));
        } else {
            CellReader.read(type, row, at, cell);
            cell.toText();
            statement.setString(place, new String(cell.bytes(), cell.start(), cell.length(), UTF_8));
        }
    }

    private static void place(Batch batch, int index, Row row) {
        place(batch.tuples.bytes(), batch.start(index), row);
    }

    /** @param start where the row begins, with the number of its cells */
    static void place(byte[] array, int start, Row row) {
        var bytes = ByteBuffer.wrap(array);
        var at = start + 2;
        for (int cell = 0; cell < row.size(); cell++) {
            var length = bytes.getInt(at);
            row.place(cell, at + 4, length);
            at += 4 + Math.max(0, length);
        }
        row.in(array);
    }

    /** Of rows with one key the first stays; of a first filling also what an earlier batch has written. */
    private List<Long> doubles(RunState.Filling filling) throws SQLException {
        var lines = numbered("");
        if (filling != RunState.Filling.REPLACING) {
            var known = Set.copyOf(lines);
            lines("SELECT s.tongqu_line FROM tongqu_stage s JOIN " + table.sqlName() + " t ON " + table.sameKey())
                    .stream()
                    .filter(line -> !known.contains(line))
                    .forEach(lines::add);
        }
        return lines;
    }

    /** Of rows with one key all but the first, in this direction. */
    private List<Long> numbered(String direction) throws SQLException {
        return lines("SELECT line FROM (SELECT tongqu_line AS line, row_number() OVER (PARTITION BY "
                + MariaDbTarget.each(table.flow().target().key(), ", ", name -> name) + " ORDER BY tongqu_line"
                + direction + ") AS number FROM tongqu_stage) AS n WHERE number > 1");
    }

    private List<Long> lines(String sql) throws SQLException {
        List<Long> lines = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                lines.add(rows.getLong(1));
            }
        }
        return lines;
    }

    private void takeOut(List<Long> lines) throws SQLException {
        try (var statement = connection.prepareStatement("DELETE FROM tongqu_stage WHERE tongqu_line = ?")) {
            for (var line : lines) {
                statement.setLong(1, line);
                statement.addBatch();
            }
            if (!lines.isEmpty()) {
                statement.executeBatch();
            }
        }
    }

    private void merge(long first, long last, List<Refused> refused) throws SQLException {
        var before = connection.setSavepoint();
        try {
            if (isFollowing) {
                name(first, last);
            }
            change(first, last);
            add(first, last);
            connection.releaseSavepoint(before);
        } catch (SQLException why) {
            if (!isOfRow(why)) {
                throw why;
            }
            connection.rollback(before);
            if (first == last) {
                refused.add(Refused.by(first, why));
            } else {
                var middle = first + (last - first) / 2;
                merge(first, middle, refused);
                merge(middle + 1, last, refused);
            }
        }
    }

    private void change(long first, long last) throws SQLException {
        var others = table.names().stream()
                .filter(name -> !table.flow().target().key().contains(name))
                .toList();
        if (!others.isEmpty()) {
            set(others, first, last);
        }
    }

    /** A key that is the same to the table's collation, and was written otherwise: as x and X. */
    private void name(long first, long last) throws SQLException {
        set(table.flow().target().key(), first, last);
    }

    /** Byte by byte, since collations take different texts for the same. */
    private void set(List<String> columns, long first, long last) throws SQLException {
        between(
                "UPDATE " + table.sqlName() + " t JOIN tongqu_stage s ON " + table.sameKey() + " SET "
                        + MariaDbTarget.each(columns, ", ", name -> "t." + name + " = s." + name) + " WHERE NOT ("
                        + MariaDbTarget.each(columns, " AND ", name -> "BINARY t." + name + " <=> BINARY s." + name)
                        + ") AND s.tongqu_line BETWEEN ? AND ?",
                first,
                last);
    }

    private void add(long first, long last) throws SQLException {
        between(
                "INSERT INTO " + table.sqlName() + " (" + MariaDbTarget.each(table.names(), ", ", name -> name)
                        + ") SELECT "
                        + MariaDbTarget.each(table.names(), ", ", name -> "s." + name)
                        + " FROM tongqu_stage s LEFT JOIN " + table.sqlName()
                        + " t ON " + table.sameKey() + " WHERE t."
                        + MariaDbTarget.quoted(table.flow().target().key().getFirst())
                        + " IS NULL AND s.tongqu_line BETWEEN ? AND ?",
                first,
                last);
    }

    private void between(String sql, long first, long last) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, first);
            statement.setLong(2, last);
            statement.executeUpdate();
        }
    }

    /** A constraint or a value: the row's fault. Anything else is the fault of the machine. */
    private static boolean isOfRow(SQLException refused) {
        var state = refused.getSQLState();
        return state != null && (state.startsWith("23") || state.startsWith("22"));
    }
}

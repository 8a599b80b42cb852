package org.tongqu.exchange.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.tongqu.exchange.mapping.Failure;
import org.tongqu.exchange.wire.CopyTuples;
import org.tongqu.exchange.wire.TupleWriter;

/**
 * Puts the rows of a batch into the target, within the transaction of the caller. An empty table is filled directly;
 * rows for a table that has some go into a temporary one first and from there by one statement. When the target
 * refuses, the batch is done again in halves until the rows it refuses stand alone.
 */
final class TargetWriter implements RunTarget.Writer {

    private static final int PIECE = 1 << 16;
    private static final String INTEGRITY = "23";
    private static final String VALUE = "22";
    private static final String TWICE = "21000";

    private final Connection target;
    private final TargetTable table;
    private boolean staged;
    private boolean hasStaged;

    TargetWriter(Connection target, TargetTable table) {
        this.target = target;
        this.table = table;
    }

    @Override
    public List<Long> write(Batch batch, RunState state) throws SQLException {
        if (batch.count() == 0) {
            return List.of();
        }
        if (state.filling() == RunState.Filling.EMPTY_TARGET) {
            var before = target.setSavepoint();
            try {
                copy(table.copyInto(), batch.tuples);
                return List.of();
            } catch (SQLException refused) {
                if (!isOfRow(refused)) {
                    throw refused;
                }
                target.rollback(before);
            }
        }
        return merge(batch, state);
    }

    private void copy(String statement, TupleWriter tuples) throws SQLException {
        var copy = target.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
        try {
            send(copy, CopyTuples.header(), CopyTuples.header().length);
            for (int at = 0; at < tuples.length(); at += PIECE) {
                copy.writeToCopy(tuples.bytes(), at, Math.min(PIECE, tuples.length() - at));
            }
            send(copy, CopyTuples.trailer(), CopyTuples.trailer().length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void send(CopyIn copy, byte[] bytes, int length) throws SQLException {
        copy.writeToCopy(bytes, 0, length);
    }

    private List<Long> merge(Batch batch, RunState state) throws SQLException {
        stage(batch);
        List<Long> gone = new ArrayList<>(doubles(state));
        merge(batch.line(0), batch.line(batch.count() - 1), state, gone);
        try (var statement = target.createStatement()) {
            statement.execute("TRUNCATE pg_temp.tongqu_stage");
        }
        return gone;
    }

    @Override
    public List<Long> apply(Batch batch, BitSet gone, RunState state) throws SQLException {
        if (batch.count() == 0) {
            return List.of();
        }
        stageChanges(batch, gone);
        if (!gone.isEmpty() || !batch.hasDistinctKeys(table.key())) {
            keepLast(gone);
        }
        List<Long> refused = new ArrayList<>();
        try {
            merge(batch.line(0), batch.line(batch.count() - 1), state, refused);
        } catch (SQLException twice) {
            // Keys that the server holds for the same though their bytes are not, as a collation may want it.
            if (!TWICE.equals(twice.getSQLState())) {
                throw twice;
            }
            backToMark();
            keepLast(gone);
            merge(batch.line(0), batch.line(batch.count() - 1), state, refused);
        }
        return refused;
    }

    /** What was staged before in this transaction goes first; with its end the server clears the stage itself. */
    private void stageChanges(Batch batch, BitSet gone) throws SQLException {
        if (hasStaged || !staged) {
            try (var statement = target.createStatement()) {
                statement.execute(staged ? "TRUNCATE pg_temp.tongqu_stage" : table.makeFeedStage());
            }
        }
        staged = true;
        hasStaged = true;
        copy(table.copyIntoStage(), marked(batch, gone));
    }

    private void keepLast(BitSet gone) throws SQLException {
        try (var statement = target.createStatement()) {
            statement.execute(table.keepLast());
            if (!gone.isEmpty()) {
                statement.execute(table.remove());
            }
        }
    }

    @Override
    public void committed() {
        hasStaged = false;
    }

    private TupleWriter marked(Batch batch, BitSet gone) {
        var tuples = new TupleWriter(batch.tuples.length() + batch.count() * 17);
        for (int i = 0; i < batch.count(); i++) {
            tuples.begin(table.names().size() + 2);
            tuples.int8(batch.line(i));
            tuples.int1(gone.get(i) ? 1 : 0);
            tuples.raw(batch.tuples.bytes(), batch.start(i) + 2, batch.end(i) - batch.start(i) - 2);
        }
        return tuples;
    }

    /** Each row as it is, with its line before it. */
    private void stage(Batch batch) throws SQLException {
        if (!staged) {
            try (var statement = target.createStatement()) {
                statement.execute(table.makeStage());
            }
            staged = true;
        }
        var tuples = new TupleWriter(batch.tuples.length() + batch.count() * 12);
        for (int i = 0; i < batch.count(); i++) {
            tuples.begin(table.names().size() + 1);
            tuples.int8(batch.line(i));
            tuples.raw(batch.tuples.bytes(), batch.start(i) + 2, batch.end(i) - batch.start(i) - 2);
        }
        copy(table.copyIntoStage(), tuples);
    }

    private List<Long> doubles(RunState state) throws SQLException {
        try (var statement = target.prepareStatement(table.takeDoublesOut(state.filling()))) {
            statement.setString(1, state.flow());
            statement.setLong(2, state.run());
            statement.setString(3, Failure.DUPLICATE_KEY);
            statement.setString(4, String.join(", ", table.flow().target().key()));
            statement.setString(5, Failure.DUPLICATE_KEY);
            return lines(statement);
        }
    }

    private void merge(long first, long last, RunState state, List<Long> gone) throws SQLException {
        try (var statement = target.prepareStatement(table.mergeBehindMark())) {
            statement.setLong(1, first);
            statement.setLong(2, last);
            statement.execute();
        } catch (SQLException refused) {
            if (!isOfRow(refused)) {
                throw refused;
            }
            backToMark();
            if (first == last) {
                gone.addAll(takeOut(first, state, refused));
            } else {
                var middle = first + (last - first) / 2;
                merge(first, middle, state, gone);
                merge(middle + 1, last, state, gone);
            }
        }
    }

    private void backToMark() throws SQLException {
        try (var statement = target.createStatement()) {
            statement.execute(table.backToMark());
        }
    }

    private List<Long> takeOut(long line, RunState state, SQLException refused) throws SQLException {
        try (var statement = target.prepareStatement(table.takeOut())) {
            statement.setLong(1, line);
            statement.setString(2, state.flow());
            statement.setLong(3, state.run());
            statement.setString(4, Failure.REFUSED);
            statement.setString(
                    5, String.valueOf(refused.getMessage()).lines().findFirst().orElse(""));
            statement.setString(6, Failure.REFUSED);
            return lines(statement);
        }
    }

    private static List<Long> lines(java.sql.PreparedStatement statement) throws SQLException {
        List<Long> lines = new ArrayList<>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                lines.add(rows.getLong(1));
            }
        }
        return lines;
    }

    /** A constraint or a value: the row's fault. Anything else is the fault of the machine. */
    private static boolean isOfRow(SQLException refused) {
        var state = refused.getSQLState();
        return state != null && (state.startsWith(INTEGRITY) || state.startsWith(VALUE));
    }
}

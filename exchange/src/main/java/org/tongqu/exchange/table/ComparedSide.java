package org.tongqu.exchange.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongqu.engines.exchanges.Column;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.mapping.TargetColumn;
import org.tongqu.exchange.source.SourceTable;
import org.tongqu.exchange.wire.Cell;
import org.tongqu.exchange.wire.CellReader;
import org.tongqu.exchange.wire.Row;
import org.tongqu.kernel.Outcome;

/**
 * One side of a flow as it is compared: in the form of the target, wherever its database is. First it tells how many rows
 * and which by narrow ranges of the key, then it names the rows of some of these.
 */
public interface ComparedSide extends AutoCloseable {

    /**
     * What a side holds.
     *
     * @param fine by narrow ranges
     * @param keptOut rows of a source that may not pass
     * @param columns of the target, in the order of the flow's
     */
    record Told(KeyRanges fine, long keptOut, List<TargetColumn> columns) {
        public Told {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A row of a narrow range.
     *
     * @param key hash of its key
     * @param row hash of all of it
     * @param name its key, cell by cell
     */
    record Looked(long key, long row, List<String> name) {
        public Looked {
            name = List.copyOf(name);
        }
    }

    /** Is told how many more rows were read, and breaks it off by throwing. */
    @FunctionalInterface
    interface Watch {
        void came(long rows) throws SQLException;
    }

    Outcome<Told, ExchangeRefusal> tell(Watch watch) throws SQLException;

    /** The rows of these narrow ranges, those with one key all of them. */
    List<Looked> look(BitSet fine, Watch watch) throws SQLException;

    @Override
    void close() throws SQLException;

    /** What the flow would send. @param columns of the target */
    static ComparedSide source(Flow flow, SourceTable source, List<TargetColumn> columns) {
        return new Source(new SentRows(flow, source), columns, key(flow));
    }

    /** What the target holds, at one moment until the side is closed. */
    static ComparedSide target(Flow flow, Login login) {
        return new Target(flow, login);
    }

    /** Where in a row the key's cells are. */
    static int[] key(Flow flow) {
        var names = flow.columns().stream().map(Column::name).toList();
        return flow.target().key().stream().mapToInt(names::indexOf).toArray();
    }

    /** Rows as a side names them. */
    final class Named {
        private final int[] key;
        private final List<TargetColumn> columns;
        private final BitSet wanted;
        private final KeyRanges fine = KeyRanges.fine();
        private final List<Looked> rows = new ArrayList<>();
        private final Cell cell = new Cell();

        Named(int[] key, List<TargetColumn> columns, BitSet wanted) {
            this.key = key;
            this.columns = columns;
            this.wanted = wanted;
        }

        void take(byte[] bytes, int start, int end) {
            var hashed = KeyRanges.hash(bytes, start, end, key);
            if (wanted.get(fine.placeOf(hashed.key()))) {
                rows.add(new Looked(hashed.key(), hashed.row(), texts(bytes, start)));
            }
        }

        private List<String> texts(byte[] bytes, int start) {
            List<String> texts = new ArrayList<>();
            for (int index : key) {
                var row = new Row(1);
                row.in(bytes);
                var at = KeyRanges.place(bytes, start, index);
                row.place(0, at + 4, KeyRanges.length(bytes, at));
                CellReader.read(columns.get(index).type().type(), row, 0, cell);
                cell.toText();
                texts.add(new String(cell.bytes(), cell.start(), cell.length(), UTF_8));
            }
            return texts;
        }
    }

    /** Read anew each time: a row that changed since the flow's last run differs. */
    record Source(SentRows sent, List<TargetColumn> columns, int[] key) implements ComparedSide {

        @Override
        public Outcome<Told, ExchangeRefusal> tell(Watch watch) throws SQLException {
            var refusal = sent.findRefusal();
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            var ranges = KeyRanges.fine();
            var keptOut = read(watch, (bytes, start, end) -> ranges.add(bytes, start, end, key));
            return Outcome.done(new Told(ranges, keptOut, columns));
        }

        @Override
        public List<Looked> look(BitSet fine, Watch watch) throws SQLException {
            var named = new Named(key, columns, fine);
            read(watch, named::take);
            return named.rows;
        }

        private long read(Watch watch, Reader reader) throws SQLException {
            return sent.read(columns, key, new SentRows.Taker() {
                @Override
                public void take(long line, byte[] bytes, int start, int end) {
                    reader.take(bytes, start, end);
                }

                @Override
                public boolean passed(long rows) throws SQLException {
                    watch.came(rows);
                    return true;
                }
            });
        }

        @Override
        public void close() {}
    }

    /** Read over one connection, which sees one moment. */
    final class Target implements ComparedSide {

        /** Rows that are read between two words about how far it came. */
        private static final int STEP = 1 << 16;

        private final Flow flow;
        private final Login login;
        private @Nullable Connection connection;
        private @Nullable RunTarget table;

        Target(Flow flow, Login login) {
            this.flow = flow;
            this.login = login;
        }

        private RunTarget open() throws SQLException {
            if (table == null) {
                var opened = login.open();
                connection = opened;
                opened.setAutoCommit(false);
                opened.setReadOnly(true);
                opened.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                table = RunTarget.of(opened, login, flow);
            }
            return table;
        }

        @Override
        public Outcome<Told, ExchangeRefusal> tell(Watch watch) throws SQLException {
            var opened = open();
            Optional<ExchangeRefusal> refusal = opened.findRefusal();
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            var ranges = KeyRanges.fine();
            var key = opened.key();
            read(opened, watch, (bytes, start, end) -> ranges.add(bytes, start, end, key));
            return Outcome.done(new Told(ranges, 0, opened.columns()));
        }

        @Override
        public List<Looked> look(BitSet fine, Watch watch) throws SQLException {
            var opened = open();
            var named = new Named(opened.key(), opened.columns(), fine);
            read(opened, watch, named::take);
            return named.rows;
        }

        private static void read(RunTarget table, Watch watch, Reader reader) throws SQLException {
            // Closed with the connection, which is used once more.
            var rows = table.rows();
            var row = new Row(table.columns().size());
            var read = 0;
            while (rows.next(row)) {
                reader.take(row.bytes(), row.from(), row.to());
                if (++read % STEP == 0) {
                    watch.came(STEP);
                }
            }
            watch.came(read % STEP);
        }

        @Override
        public void close() throws SQLException {
            var opened = connection;
            connection = null;
            table = null;
            if (opened != null) {
                opened.close();
            }
        }
    }

    /** Takes a row of the target's form. */
    @FunctionalInterface
    interface Reader {
        void take(byte[] bytes, int start, int end);
    }
}

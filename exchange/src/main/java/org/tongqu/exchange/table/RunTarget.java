package org.tongqu.exchange.table;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.tongqu.engines.exchanges.Column;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.mapping.SourceField;
import org.tongqu.exchange.mapping.TargetColumn;
import org.tongqu.exchange.outgoing.Outgoing;
import org.tongqu.exchange.source.PostgresRows;
import org.tongqu.exchange.source.RowSource;

/** The side that a run writes: its table, and what it remembers of runs, in the transaction of the caller. */
interface RunTarget {

    /** By the connector that the flow names for its target. */
    static RunTarget of(Connection connection, Login login, Flow flow) throws SQLException {
        return switch (flow.target().connector()) {
            case MARIADB -> MariaDbTarget.of(connection, flow);
            case FILES -> new Files(connection, flow, Outgoing.of(login, flow));
            default -> new Postgres(connection, TargetTable.read(connection, flow));
        };
    }

    /** What keeps rows from being written at all. */
    Optional<ExchangeRefusal> findRefusal() throws SQLException;

    boolean isEmpty() throws SQLException;

    /** In the order of the flow. */
    List<TargetColumn> columns();

    /** Where in a row the key's cells are. */
    int[] key();

    /** What it holds now, each row in the form in which a run would write it; it ends with the connection. */
    RowSource rows() throws SQLException;

    Memory memory();

    Writer writer();

    /** How far changes were followed into it. */
    FeedLedger feeds();

    /** What the target side remembers of runs. */
    interface Memory {
        /** Whether anything was ever moved into this target. */
        boolean isThere() throws SQLException;

        /** Makes the tables where they are missing; a login that may not make them must find them there. */
        void ensure() throws SQLException;

        Optional<RunState> find(String flow) throws SQLException;

        void keep(RunState state) throws SQLException;

        void receipt(RunState state, Instant ended) throws SQLException;

        void setAside(RunState state, List<SetAside> rows) throws SQLException;

        /** What a try of this run that was cut short set aside behind the last line that counts. */
        void forgetBehind(RunState state) throws SQLException;
    }

    /** Puts the rows of a batch into the target. */
    interface Writer {
        /** Lines of rows that went into the quarantine instead. */
        List<Long> write(Batch batch, RunState state) throws SQLException;

        /**
         * Brings the rows of the target to where these changes leave them, within the transaction of the caller.
         *
         * @param gone which rows of the batch are to be taken out
         * @return lines of rows that went into the quarantine instead
         */
        default List<Long> apply(Batch batch, BitSet gone, RunState state) throws SQLException {
            throw new UnsupportedOperationException("What was delivered in files is not changed any more");
        }

        /** The transaction in which changes were applied has been committed. */
        default void committed() {}
    }

    /** A table of PostgreSQL. */
    record Postgres(Connection connection, TargetTable table) implements RunTarget {

        @Override
        public Optional<ExchangeRefusal> findRefusal() throws SQLException {
            return table.findRefusal(connection);
        }

        @Override
        public boolean isEmpty() throws SQLException {
            return table.isEmpty(connection);
        }

        @Override
        public List<TargetColumn> columns() {
            return table.columns();
        }

        @Override
        public int[] key() {
            return table.key();
        }

        @Override
        public RowSource rows() throws SQLException {
            var fields = columns().stream()
                    .map(column -> new SourceField(column.name(), column.type().type()))
                    .toList();
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(table.copyOut());
            return new PostgresRows(connection, copy, fields);
        }

        @Override
        public Memory memory() {
            return new Ledger(connection);
        }

        @Override
        public Writer writer() {
            return new TargetWriter(connection, table);
        }

        @Override
        public FeedLedger feeds() {
            return new FeedLedger.Postgres(connection);
        }
    }

    /** Pieces of files to be; a database of ours keeps the ledger, since whoever takes files has none. */
    record Files(Connection connection, Flow flow, Outgoing outgoing) implements RunTarget {

        @Override
        public Optional<ExchangeRefusal> findRefusal() {
            return Optional.empty();
        }

        @Override
        public boolean isEmpty() {
            return false;
        }

        @Override
        public List<TargetColumn> columns() {
            return Outgoing.columns(flow);
        }

        @Override
        public int[] key() {
            var names = flow.columns().stream().map(Column::name).toList();
            return flow.target().key().stream().mapToInt(names::indexOf).toArray();
        }

        @Override
        public RowSource rows() {
            throw new UnsupportedOperationException("Files were delivered; what they hold is not known any more");
        }

        @Override
        public Memory memory() {
            return new Ledger(connection) {
                @Override
                public void forgetBehind(RunState state) throws SQLException {
                    outgoing.forgetBehind(state.run(), state.counts().read());
                    super.forgetBehind(state);
                }
            };
        }

        @Override
        public Writer writer() {
            return (batch, state) -> {
                var rows = ByteBuffer.wrap(batch.tuples.bytes(), 0, batch.tuples.length());
                if (state.isBeside()) {
                    outgoing.layBeside(rows, Clock.systemUTC());
                } else {
                    outgoing.lay(state.run(), state.counts().read(), rows);
                }
                return List.of();
            };
        }

        @Override
        public FeedLedger feeds() {
            return new FeedLedger.Postgres(connection);
        }
    }
}

package org.tongqu.exchange.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.RunLock;
import org.tongqu.exchange.mapping.TargetColumn;
import org.tongqu.exchange.parcels.Tuples;
import org.tongqu.exchange.source.SourceTable;
import org.tongqu.exchange.wire.BrokenWire;
import org.tongqu.exchange.wire.Row;
import org.tongqu.kernel.Outcome;

/**
 * Sends some rows of the source once more, as they are now, through the same mapping and rules; what a run remembers of
 * how far it came stays as it is. A row that stands in the target already is not written again, so that nothing changes
 * by doing it twice.
 */
public final class Resending {

    private final Flow flow;
    private final SourceTable source;
    private final Login targetLogin;

    public Resending(Flow flow, SourceTable source, Login target) {
        this.flow = flow;
        this.source = source;
        this.targetLogin = target;
    }

    /**
     * Which rows.
     *
     * @param keys hashes of keys, as a {@link Reconciliation.Difference} names them
     * @param ranges of which every row is sent
     */
    public record Wanted(Set<Long> keys, Set<Integer> ranges) {
        public Wanted {
            keys = Set.copyOf(keys);
            ranges = Set.copyOf(ranges);
        }

        boolean has(long hash) {
            return keys.contains(hash) || ranges.contains(KeyRanges.range(hash));
        }
    }

    /**
     * What was sent.
     *
     * @param setAside rows that the target refused
     * @param end stopped when it was told to, or when there were more rows than it may send
     */
    public record Resent(long written, long setAside, Receipt.End end) {}

    /**
     * Sends what the source has of them.
     *
     * @param most rows that may be sent
     * @param mayGoOn asked before each batch is read and written
     */
    public Outcome<Resent, ExchangeRefusal> send(Wanted wanted, OptionalLong most, BooleanSupplier mayGoOn)
            throws SQLException {
        return switch (Beside.open(flow, targetLogin)) {
            case Outcome.Refused<Beside, ExchangeRefusal>(var why) -> Outcome.refused(why);
            case Outcome.Done<Beside, ExchangeRefusal>(var opened) -> {
                try (var beside = opened) {
                    var picked = pick(flow, source, beside.columns(), wanted, most, new Picking() {
                        @Override
                        public boolean mayGoOn() {
                            return mayGoOn.getAsBoolean();
                        }

                        @Override
                        public void take(Picked rows) throws SQLException {
                            beside.write(rows);
                        }
                    });
                    yield picked.map(beside::resent);
                }
            }
        };
    }

    /** Rows of the source in the form of the target. @param lines the number of each in the source */
    public record Picked(Tuples rows, long[] lines) {}

    /** Takes what was picked. */
    public interface Picking {

        /** Asked before each batch is read and handed over. */
        boolean mayGoOn() throws SQLException;

        void take(Picked rows) throws SQLException;
    }

    /**
     * Picks rows at the source.
     *
     * @param columns of the target
     * @return stopped when it was told to, or when there were more than may be sent
     */
    public static Outcome<Receipt.End, ExchangeRefusal> pick(
            Flow flow,
            SourceTable source,
            List<TargetColumn> columns,
            Wanted wanted,
            OptionalLong most,
            Picking picking)
            throws SQLException {
        var sent = new SentRows(flow, source);
        var refusal = sent.findRefusal();
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        var gathering = new Gathering(ComparedSide.key(flow), columns.size(), wanted, most, picking);
        sent.read(columns, gathering.key, gathering);
        return Outcome.done(gathering.rest());
    }

    /** What is wanted, batch by batch. */
    private static final class Gathering implements SentRows.Taker {
        private final int[] key;
        private final int cells;
        private final Wanted wanted;
        private final long most;
        private final Picking picking;
        private final Batch batch = new Batch();
        private long taken;
        private boolean isStopped;

        Gathering(int[] key, int cells, Wanted wanted, OptionalLong most, Picking picking) {
            this.key = key;
            this.cells = cells;
            this.wanted = wanted;
            this.most = most.orElse(Long.MAX_VALUE);
            this.picking = picking;
        }

        @Override
        public void take(long line, byte[] bytes, int start, int end) throws SQLException {
            if (isStopped || !wanted.has(KeyRanges.hash(bytes, start, end, key).key())) {
                return;
            }
            if (taken == most) {
                isStopped = true;
                return;
            }
            taken++;
            batch.tuples.begin(cells);
            batch.tuples.raw(bytes, start, end - start);
            batch.add(line);
            if (batch.isFull()) {
                hand();
            }
        }

        @Override
        public boolean passed(long rows) throws SQLException {
            isStopped = isStopped || !picking.mayGoOn();
            return !isStopped;
        }

        private void hand() throws SQLException {
            if (batch.count() > 0) {
                if (picking.mayGoOn()) {
                    picking.take(picked());
                } else {
                    isStopped = true;
                }
            }
            batch.clear();
        }

        private Picked picked() {
            var lines = new long[batch.count()];
            for (int i = 0; i < lines.length; i++) {
                lines[i] = batch.line(i);
            }
            return new Picked(
                    new Tuples(lines.length, Arrays.copyOf(batch.tuples.bytes(), batch.tuples.length())), lines);
        }

        Receipt.End rest() throws SQLException {
            hand();
            return isStopped ? Receipt.End.STOPPED : Receipt.End.COMPLETE;
        }
    }

    /** The target, held for this flow alone, where rows are written beside a run: they replace what is there. */
    public static final class Beside implements AutoCloseable {
        private final Connection target;
        private final RunLock lock;
        private final RunTarget table;
        private final RunTarget.Writer writer;
        private final RunState state;
        private long written;
        private long setAside;

        private Beside(Connection target, RunLock lock, RunTarget table, RunState state) throws SQLException {
            this.target = target;
            this.lock = lock;
            this.table = table;
            this.writer = table.writer();
            this.state = state;
        }

        public static Outcome<Beside, ExchangeRefusal> open(Flow flow, Login login) throws SQLException {
            var target = login.open();
            try {
                var lock = RunLock.tryTake(target, flow.id());
                var refusal = lock.isHeld()
                        ? Optional.<ExchangeRefusal>empty()
                        : Optional.<ExchangeRefusal>of(new ExchangeRefusal.AlreadyRunning(flow.id()));
                if (refusal.isEmpty()) {
                    target.setAutoCommit(false);
                    var table = RunTarget.of(target, login, flow);
                    refusal = table.findRefusal();
                    if (refusal.isEmpty()) {
                        return Outcome.done(new Beside(target, lock, table, state(flow, table, target)));
                    }
                }
                lock.close();
                target.close();
                return Outcome.refused(refusal.get());
            } catch (SQLException | RuntimeException fault) {
                target.close();
                throw fault;
            }
        }

        private static RunState state(Flow flow, RunTarget table, Connection target) throws SQLException {
            var ledger = table.memory();
            ledger.ensure();
            var state = RunState.beside(
                    flow.id(), ledger.find(flow.id()).map(RunState::run).orElse(0L));
            target.commit();
            return state;
        }

        public List<TargetColumn> columns() {
            return table.columns();
        }

        /** @throws BrokenWire when they are no rows of this target */
        public void write(Picked rows) throws SQLException {
            var batch = new Batch(rows.rows().bytes().length + 1);
            var tuples = Batch.opened(rows.rows());
            var row = new Row(table.columns().size());
            for (var line : rows.lines()) {
                if (!tuples.next(row)) {
                    throw new BrokenWire("Fewer rows than said");
                }
                batch.tuples.begin(row.size());
                batch.tuples.raw(row.bytes(), row.from(), row.to() - row.from());
                batch.add(line);
            }
            if (tuples.next(row) || !tuples.isComplete()) {
                throw new BrokenWire("More rows than said");
            }
            var refused = writer.write(batch, state).size();
            target.commit();
            setAside += refused;
            written += batch.count() - refused;
        }

        /** What was written since it was opened. */
        public Resent resent(Receipt.End end) {
            return new Resent(written, setAside, end);
        }

        @Override
        public void close() throws SQLException {
            try (target) {
                lock.close();
            }
        }
    }
}

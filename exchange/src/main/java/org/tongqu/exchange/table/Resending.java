package org.tongqu.exchange.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.RunLock;
import org.tongqu.exchange.source.SourceTable;
import org.tongqu.kernel.Outcome;

/**
 * Sends some rows of the source once more, as they are now, through the same mapping and rules; what a run remembers of
 * how far it came stays as it is. A row that stands in the target already is not written again, so that nothing changes
 * by doing it twice.
 */
public final class Resending {

    private final Flow flow;
    private final SentRows sent;
    private final Login targetLogin;

    public Resending(Flow flow, SourceTable source, Login target) {
        this.flow = flow;
        this.sent = new SentRows(flow, source);
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
        try (var target = targetLogin.open();
                var lock = RunLock.tryTake(target, flow.id())) {
            if (!lock.isHeld()) {
                return Outcome.refused(new ExchangeRefusal.AlreadyRunning(flow.id()));
            }
            target.setAutoCommit(false);
            var table = RunTarget.of(target, targetLogin, flow);
            var refusal = sent.findRefusal();
            if (refusal.isEmpty()) {
                refusal = table.findRefusal();
            }
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            var sending = new Sending(target, table, wanted, most.orElse(Long.MAX_VALUE), mayGoOn);
            sent.read(table.columns(), table.key(), sending);
            return Outcome.done(sending.rest());
        }
    }

    /** One sending under way: what is wanted is gathered and written batch by batch. */
    private final class Sending implements SentRows.Taker {
        private final Connection target;
        private final RunTarget table;
        private final Wanted wanted;
        private final long most;
        private final BooleanSupplier mayGoOn;
        private final RunTarget.Writer writer;
        private final RunState state;
        private final int[] key;
        private final Batch batch = new Batch();
        private long taken;
        private long setAside;
        private boolean isStopped;

        Sending(Connection target, RunTarget table, Wanted wanted, long most, BooleanSupplier mayGoOn)
                throws SQLException {
            this.target = target;
            this.table = table;
            this.wanted = wanted;
            this.most = most;
            this.mayGoOn = mayGoOn;
            this.writer = table.writer();
            this.key = table.key();
            var ledger = table.memory();
            ledger.ensure();
            this.state = RunState.beside(
                    flow.id(), ledger.find(flow.id()).map(RunState::run).orElse(0L));
            target.commit();
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
            batch.tuples.begin(table.columns().size());
            batch.tuples.raw(bytes, start, end - start);
            batch.add(line);
            if (batch.isFull()) {
                write();
            }
        }

        @Override
        public boolean passed(long rows) {
            isStopped = isStopped || !mayGoOn.getAsBoolean();
            return !isStopped;
        }

        private void write() throws SQLException {
            if (!mayGoOn.getAsBoolean()) {
                isStopped = true;
                taken -= batch.count();
            } else {
                setAside += writer.write(batch, state).size();
                target.commit();
            }
            batch.clear();
        }

        Resent rest() throws SQLException {
            write();
            return new Resent(taken - setAside, setAside, isStopped ? Receipt.End.STOPPED : Receipt.End.COMPLETE);
        }
    }
}

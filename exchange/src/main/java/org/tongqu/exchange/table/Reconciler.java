package org.tongqu.exchange.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.source.SourceTable;
import org.tongqu.exchange.table.Reconciliation.Depth;
import org.tongqu.exchange.table.Reconciliation.Difference;
import org.tongqu.exchange.table.Reconciliation.Held;
import org.tongqu.exchange.table.Reconciliation.Range;
import org.tongqu.exchange.wire.Row;
import org.tongqu.kernel.Outcome;

/**
 * Compares what the source would send with what the target holds. Both are read once; only where ranges differ they
 * are read again, and of the rows of these only those whose narrow range differs are kept to be compared, as many as
 * fit. The target is seen as it was at one moment; the source as it was when it was read, so that a row which changed
 * since the flow's last run differs.
 */
public final class Reconciler {

    /** Rows of narrow ranges that differ: as many are looked at one by one. */
    private static final long MOST_LOOKED_AT = 50_000;

    /** Rows of the target that are read between two words about how far it came. */
    private static final int STEP = 1 << 16;

    private final Flow flow;
    private final SentRows sent;
    private final Login targetLogin;
    private final long mostLookedAt;

    public Reconciler(Flow flow, SourceTable source, Login target) {
        this(flow, source, target, MOST_LOOKED_AT);
    }

    Reconciler(Flow flow, SourceTable source, Login target, long mostLookedAt) {
        this.flow = flow;
        this.sent = new SentRows(flow, source);
        this.targetLogin = target;
        this.mostLookedAt = mostLookedAt;
    }

    /** Is told how far a comparison came, and breaks it off by throwing. */
    @FunctionalInterface
    public interface Watch {
        void came(long sourceRows, long targetRows) throws SQLException;
    }

    public Outcome<Reconciliation, ExchangeRefusal> compare(Watch watch) throws SQLException {
        try (var target = targetLogin.open()) {
            target.setAutoCommit(false);
            target.setReadOnly(true);
            target.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var table = RunTarget.of(target, targetLogin, flow);
            var refusal = sent.findRefusal();
            if (refusal.isEmpty()) {
                refusal = table.findRefusal();
            }
            return refusal.isPresent()
                    ? Outcome.refused(refusal.get())
                    : Outcome.done(new Comparing(table, watch).compare());
        }
    }

    /** One comparison under way. */
    private final class Comparing {
        private final RunTarget table;
        private final Watch watch;
        private long fromSource;
        private long fromTarget;

        Comparing(RunTarget table, Watch watch) {
            this.table = table;
            this.watch = watch;
        }

        Reconciliation compare() throws SQLException {
            var key = table.key();
            var sends = KeyRanges.fine();
            var keptOut = readSource((line, bytes, start, end) -> sends.add(bytes, start, end, key));
            var holds = KeyRanges.fine();
            readTarget((line, bytes, start, end) -> holds.add(bytes, start, end, key));
            var narrow = sends.differing(holds);
            var ranges = ranges(sends, holds, narrow);
            var here = sends.wide();
            var there = holds.wide();
            return new Reconciliation(
                    here.rows(),
                    there.rows(),
                    keptOut,
                    ranges,
                    differences(sends, narrow, ranges),
                    here.digest(),
                    there.digest());
        }

        /** The wide ranges in which narrow ones differ, and which of them can be looked into. */
        private List<Range> ranges(KeyRanges sends, KeyRanges holds, List<Integer> narrow) {
            var rows = new long[KeyRanges.COUNT];
            var isFound = new BitSet();
            for (var place : narrow) {
                var range = place / KeyRanges.finePerRange();
                rows[range] += Math.max(sends.rows(place), holds.rows(place));
                isFound.set(range);
            }
            var here = sends.wide();
            var there = holds.wide();
            List<Range> ranges = new ArrayList<>();
            var looked = 0L;
            for (int range = isFound.nextSetBit(0); range >= 0; range = isFound.nextSetBit(range + 1)) {
                var fits = looked + rows[range] <= mostLookedAt;
                looked += fits ? rows[range] : 0;
                ranges.add(new Range(
                        range,
                        new Held(here.rows(range), here.sum(range)),
                        new Held(there.rows(range), there.sum(range)),
                        fits ? Depth.NAMED : Depth.COUNTED));
            }
            return ranges;
        }

        private List<Difference> differences(KeyRanges sends, List<Integer> narrow, List<Range> ranges)
                throws SQLException {
            var named = new BitSet();
            ranges.stream().filter(range -> range.depth() == Depth.NAMED).forEach(range -> named.set(range.number()));
            var wanted = new BitSet();
            narrow.stream()
                    .filter(place -> named.get(place / KeyRanges.finePerRange()))
                    .forEach(wanted::set);
            if (wanted.isEmpty()) {
                return List.of();
            }
            var looked = new LookedAt(table, hash -> wanted.get(sends.placeOf(hash)));
            fromSource = 0;
            fromTarget = 0;
            readSource(looked::atSource);
            readTarget(looked::atTarget);
            return looked.differences();
        }

        private long readSource(Reader reader) throws SQLException {
            return sent.read(table, new SentRows.Taker() {
                @Override
                public void take(long line, byte[] bytes, int start, int end) {
                    reader.take(line, bytes, start, end);
                }

                @Override
                public boolean passed(long rows) throws SQLException {
                    fromSource += rows;
                    watch.came(fromSource, fromTarget);
                    return true;
                }
            });
        }

        private void readTarget(Reader reader) throws SQLException {
            // Closed with the connection, which is used once more.
            var rows = table.rows();
            var row = new Row(table.columns().size());
            while (rows.next(row)) {
                reader.take(++fromTarget, row.bytes(), row.from(), row.to());
                if (fromTarget % STEP == 0) {
                    watch.came(fromSource, fromTarget);
                }
            }
            watch.came(fromSource, fromTarget);
        }
    }

    /** Takes a row of the target's form. */
    @FunctionalInterface
    private interface Reader {
        void take(long line, byte[] bytes, int start, int end);
    }
}

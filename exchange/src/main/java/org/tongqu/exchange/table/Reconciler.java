package org.tongqu.exchange.table;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.mapping.TargetColumn;
import org.tongqu.exchange.source.SourceTable;
import org.tongqu.exchange.table.ComparedSide.Looked;
import org.tongqu.exchange.table.ComparedSide.Told;
import org.tongqu.exchange.table.Reconciliation.Depth;
import org.tongqu.exchange.table.Reconciliation.Difference;
import org.tongqu.exchange.table.Reconciliation.Held;
import org.tongqu.exchange.table.Reconciliation.Kind;
import org.tongqu.exchange.table.Reconciliation.Range;
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

    private final ComparedSide target;
    private final Function<List<TargetColumn>, ComparedSide> source;
    private final long mostLookedAt;

    public Reconciler(Flow flow, SourceTable source, Login target) {
        this(flow, source, target, MOST_LOOKED_AT);
    }

    Reconciler(Flow flow, SourceTable source, Login target, long mostLookedAt) {
        this(ComparedSide.target(flow, target), columns -> ComparedSide.source(flow, source, columns), mostLookedAt);
    }

    /** @param source by the columns of the target, which the target knows */
    public Reconciler(ComparedSide target, Function<List<TargetColumn>, ComparedSide> source) {
        this(target, source, MOST_LOOKED_AT);
    }

    private Reconciler(ComparedSide target, Function<List<TargetColumn>, ComparedSide> source, long mostLookedAt) {
        this.target = target;
        this.source = source;
        this.mostLookedAt = mostLookedAt;
    }

    /** Is told how far a comparison came, and breaks it off by throwing. */
    @FunctionalInterface
    public interface Watch {
        void came(long sourceRows, long targetRows) throws SQLException;
    }

    /** Compares once; both sides are closed then, and opened again by the next time. */
    public Outcome<Reconciliation, ExchangeRefusal> compare(Watch watch) throws SQLException {
        try (target) {
            var progress = new Progress(watch);
            return switch (target.tell(progress::atTarget)) {
                case Outcome.Refused<Told, ExchangeRefusal>(var why) -> Outcome.refused(why);
                case Outcome.Done<Told, ExchangeRefusal>(var holds) -> compare(holds, progress);
            };
        }
    }

    private Outcome<Reconciliation, ExchangeRefusal> compare(Told holds, Progress progress) throws SQLException {
        try (var other = source.apply(holds.columns())) {
            return switch (other.tell(progress::atSource)) {
                case Outcome.Refused<Told, ExchangeRefusal>(var why) -> Outcome.refused(why);
                case Outcome.Done<Told, ExchangeRefusal>(var sends) ->
                    Outcome.done(compare(other, sends, holds, progress));
            };
        }
    }

    private Reconciliation compare(ComparedSide other, Told sends, Told holds, Progress progress) throws SQLException {
        var narrow = sends.fine().differing(holds.fine());
        var ranges = ranges(sends.fine(), holds.fine(), narrow);
        var here = sends.fine().wide();
        var there = holds.fine().wide();
        return new Reconciliation(
                here.rows(),
                there.rows(),
                sends.keptOut(),
                ranges,
                differences(other, narrow, ranges, progress),
                here.digest(),
                there.digest());
    }

    /** How far it came on both sides; each may be read twice. */
    private static final class Progress {
        private final Watch watch;
        private long fromSource;
        private long fromTarget;

        Progress(Watch watch) {
            this.watch = watch;
        }

        void again() {
            fromSource = 0;
            fromTarget = 0;
        }

        void atSource(long rows) throws SQLException {
            fromSource += rows;
            watch.came(fromSource, fromTarget);
        }

        void atTarget(long rows) throws SQLException {
            fromTarget += rows;
            watch.came(fromSource, fromTarget);
        }
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

    private List<Difference> differences(
            ComparedSide other, List<Integer> narrow, List<Range> ranges, Progress progress) throws SQLException {
        var named = new BitSet();
        ranges.stream().filter(range -> range.depth() == Depth.NAMED).forEach(range -> named.set(range.number()));
        var wanted = new BitSet();
        narrow.stream()
                .filter(place -> named.get(place / KeyRanges.finePerRange()))
                .forEach(wanted::set);
        if (wanted.isEmpty()) {
            return List.of();
        }
        progress.again();
        return sideBySide(other.look(wanted, progress::atSource), target.look(wanted, progress::atTarget));
    }

    /** By key. */
    private static List<Difference> sideBySide(List<Looked> sent, List<Looked> held) {
        Map<Long, Looked> fromSource = new HashMap<>();
        List<Difference> found = new ArrayList<>();
        for (var row : sent) {
            var first = fromSource.putIfAbsent(row.key(), row);
            if (first != null) {
                found.add(new Difference(Kind.TWICE_IN_SOURCE, row.key(), first.name()));
            }
        }
        for (var row : held) {
            var same = fromSource.remove(row.key());
            if (same == null) {
                found.add(new Difference(Kind.ONLY_IN_TARGET, row.key(), row.name()));
            } else if (same.row() != row.row()) {
                found.add(new Difference(Kind.DIFFERENT, row.key(), same.name()));
            }
        }
        fromSource.forEach((hash, row) -> found.add(new Difference(Kind.MISSING_IN_TARGET, hash, row.name())));
        return found.stream().sorted(Comparator.comparing(Difference::name)).toList();
    }
}

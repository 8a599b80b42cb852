package org.tongqu.exchange.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.RunLock;
import org.tongqu.exchange.mapping.TargetColumn;
import org.tongqu.exchange.parcels.Parcel;
import org.tongqu.exchange.parcels.Start;
import org.tongqu.exchange.source.Reading;
import org.tongqu.exchange.table.RunState.Stage;
import org.tongqu.exchange.wire.BrokenWire;
import org.tongqu.exchange.wire.Row;
import org.tongqu.kernel.Outcome;

/**
 * The target side of a run whose source is elsewhere. A parcel is written when it goes on exactly where the target
 * stands, with its rows, those set aside and how far it came in one transaction; whoever sends may send it as often as
 * it likes. Keeps nothing between two parcels but what stands in the target.
 */
public final class Arriving {

    private static final String VALUE = "22";

    private final Flow flow;
    private final Login login;
    private final InstantSource clock;

    public Arriving(Flow flow, Login target, InstantSource clock) {
        this.flow = flow;
        this.login = target;
        this.clock = clock;
    }

    /** What became of a parcel. */
    public sealed interface Arrival {

        /** It is committed. @param soFar of the whole run */
        record Written(Receipt soFar) implements Arrival {}

        /** It was committed before. */
        record Known(Receipt soFar) implements Arrival {}

        /** It does not go on where the target stands: the source has to ask where that is. */
        record OutOfOrder() implements Arrival {}

        /** It is not made as the flow says. */
        record Malformed(String what) implements Arrival {}

        /** Another one of the flow is being written. */
        record Busy() implements Arrival {}

        /** The target was changed meanwhile. */
        record Barred(ExchangeRefusal why) implements Arrival {}
    }

    /**
     * Where a run stands, and what its rows have to look like.
     *
     * @param columns of the target, in the order of the flow's
     */
    public record Begun(Start start, Receipt soFar, List<TargetColumn> columns) {
        public Begun {
            columns = List.copyOf(columns);
        }
    }

    /** Begins a run, or goes on with one that was cut short, whatever mode is asked for. */
    public Outcome<Begun, ExchangeRefusal> begin(Mode mode) throws SQLException {
        try (var target = login.open();
                var lock = RunLock.tryTake(target, flow.id())) {
            if (!lock.isHeld()) {
                return Outcome.refused(new ExchangeRefusal.AlreadyRunning(flow.id()));
            }
            target.setAutoCommit(false);
            var table = RunTarget.of(target, login, flow);
            var refusal = table.findRefusal();
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            var ledger = table.memory();
            ledger.ensure();
            var state = TableExchange.begin(flow.id(), table, mode, clock.instant());
            ledger.keep(state);
            target.commit();
            return Outcome.done(new Begun(start(state), TableExchange.soFar(state, clock.instant()), table.columns()));
        }
    }

    /** What the last run of this flow did, or has done so far; nothing before the first. */
    public Optional<Receipt> last() throws SQLException {
        try (var target = login.open()) {
            var ledger = RunTarget.of(target, login, flow).memory();
            return ledger.isThere()
                    ? ledger.find(flow.id()).map(state -> TableExchange.soFar(state, clock.instant()))
                    : Optional.empty();
        }
    }

    /** Whether a run of this flow into this target is under way. */
    public boolean isUnderWay() throws SQLException {
        try (var target = login.open();
                var lock = RunLock.tryTake(target, flow.id())) {
            return !lock.isHeld();
        }
    }

    private static Start start(RunState state) {
        return new Start(
                state.run(), state.part(), state.counts().read(), state.position(), state.since(), state.moment());
    }

    public Arrival take(Parcel parcel) throws SQLException {
        try (var target = login.open();
                var lock = RunLock.tryTake(target, flow.id())) {
            if (!lock.isHeld()) {
                return new Arrival.Busy();
            }
            target.setAutoCommit(false);
            var table = RunTarget.of(target, login, flow);
            var ledger = table.memory();
            var found = ledger.isThere() ? ledger.find(flow.id()) : Optional.<RunState>empty();
            if (found.isEmpty() || found.get().run() != parcel.run()) {
                return new Arrival.OutOfOrder();
            }
            var state = found.get();
            if (isBehind(parcel, state)) {
                return new Arrival.Known(TableExchange.soFar(state, clock.instant()));
            }
            if (!isNext(parcel, state)) {
                return new Arrival.OutOfOrder();
            }
            return write(target, table, parcel, state);
        }
    }

    /** Whether all of it has been written. */
    private static boolean isBehind(Parcel parcel, RunState state) {
        if (state.stage() == Stage.FINISHED) {
            return true;
        }
        var end = parcel.before() + parcel.read();
        var stands = state.counts().read();
        return parcel.part() == Reading.Part.WITH_KEY
                && (state.stage() == Stage.WITHOUT_KEY ? end <= stands : parcel.before() < stands && end <= stands);
    }

    private static boolean isNext(Parcel parcel, RunState state) {
        return parcel.part() == state.part()
                && parcel.before() == state.counts().read();
    }

    private Arrival write(Connection target, RunTarget table, Parcel parcel, RunState before) throws SQLException {
        var ledger = table.memory();
        var refusal = table.findRefusal();
        if (refusal.isPresent()) {
            return new Arrival.Barred(refusal.get());
        }
        var state = before.moment().isEmpty() ? before.from(parcel.reached().moment()) : before;
        try {
            var batch = unpack(parcel, table);
            var writer = new LegWriter(target, ledger, table.writer(), table.key());
            var next = next(parcel.reached().end(), writer.put(batch, state));
            if (next.stage() == Stage.FINISHED) {
                ledger.receipt(next, clock.instant());
            }
            ledger.keep(next);
            target.commit();
            return new Arrival.Written(TableExchange.soFar(next, clock.instant()));
        } catch (BrokenWire broken) {
            return new Arrival.Malformed(String.valueOf(broken.getMessage()));
        } catch (SQLException fault) {
            // Values that no column takes come out as rows set aside; what comes out here are bytes that are no values.
            if (String.valueOf(fault.getSQLState()).startsWith(VALUE)) {
                return new Arrival.Malformed(String.valueOf(fault.getSQLState()));
            }
            throw fault;
        }
    }

    private static RunState next(Parcel.End end, RunState state) {
        return switch (end) {
            case MORE, CUT -> state;
            case PART -> state.at(Stage.WITHOUT_KEY, List.of(), state.counts());
            case NOTHING -> state.at(Stage.FINISHED, List.of(), state.counts());
        };
    }

    private static Batch unpack(Parcel parcel, RunTarget table) {
        var batch = new Batch(parcel.rows().bytes().length + 1);
        if (parcel.part() == Reading.Part.WITHOUT_KEY && parcel.reached().end() == Parcel.End.MORE) {
            throw new BrokenWire("Rows without a key come all at once");
        }
        var asides = parcel.aside().stream().map(Parcel.Aside::line).collect(Collectors.toSet());
        if (asides.size() != parcel.aside().size()
                || asides.stream()
                        .anyMatch(line -> line <= parcel.before() || line > parcel.before() + parcel.read())) {
            throw new BrokenWire("Rows set aside have lines that are not of this parcel");
        }
        parcel.aside().forEach(row -> batch.setAside(new SetAside(row.line(), row.key(), row.failure(), row.row())));
        var tuples = Batch.opened(parcel.rows());
        var row = new Row(table.columns().size());
        var line = parcel.before();
        for (int i = 0; i < parcel.rows().count(); i++) {
            line++;
            while (asides.contains(line)) {
                line++;
            }
            if (!tuples.next(row)) {
                throw new BrokenWire("Fewer rows than said");
            }
            var start = batch.tuples.length() + 2;
            batch.tuples.begin(row.size());
            batch.tuples.raw(row.bytes(), row.from(), row.to() - row.from());
            batch.add(line);
            batch.ranges.add(batch.tuples.bytes(), start, batch.tuples.length(), table.key());
        }
        if (tuples.next(row) || !tuples.isComplete()) {
            throw new BrokenWire("More rows than said");
        }
        batch.read = parcel.read();
        batch.position = parcel.reached().position();
        return batch;
    }
}

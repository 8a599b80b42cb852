package org.tongqu.exchange.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.RunLock;
import org.tongqu.exchange.mapping.RowMapper;
import org.tongqu.exchange.source.Reading;
import org.tongqu.exchange.source.SourceTable;
import org.tongqu.exchange.table.RunState.Counts;
import org.tongqu.exchange.table.RunState.Filling;
import org.tongqu.exchange.table.RunState.Stage;
import org.tongqu.kernel.Outcome;

/** Runs a flow between two tables. */
public final class TableExchange {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Flow flow;
    private final SourceTable source;
    private final Login targetLogin;
    private final InstantSource clock;

    public TableExchange(Flow flow, SourceTable source, Login target, InstantSource clock) {
        this.flow = flow;
        this.source = source;
        this.targetLogin = target;
        this.clock = clock;
    }

    /**
     * Moves rows until there are none left or it may not go on. A run that was cut short is carried on behind the
     * last row that is safe, whatever mode is asked for.
     *
     * @param mayGoOn asked before each batch is written; {@code false} ends the run with a receipt for what was moved
     */
    public Outcome<Receipt, ExchangeRefusal> run(Mode mode, BooleanSupplier mayGoOn) throws SQLException {
        return run(mode, OptionalLong.empty(), mayGoOn);
    }

    /** @param most rows that may be read now; the next run goes on behind them */
    public Outcome<Receipt, ExchangeRefusal> run(Mode mode, OptionalLong most, BooleanSupplier mayGoOn)
            throws SQLException {
        try (var target = targetLogin.open();
                var lock = RunLock.tryTake(target, flow.id())) {
            if (!lock.isHeld()) {
                return Outcome.refused(new ExchangeRefusal.AlreadyRunning(flow.id()));
            }
            target.setAutoCommit(false);
            var table = RunTarget.of(target, targetLogin, flow);
            var ledger = table.memory();
            var refusal = findRefusal(table, mode);
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            ledger.ensure();
            var state = begin(flow.id(), table, mode, clock.instant());
            target.commit();
            var lastLine = most.isPresent() ? state.counts().read() + most.getAsLong() : Long.MAX_VALUE;
            return Outcome.done(new Moving(target, table, lastLine, mayGoOn).move(state));
        }
    }

    /** What the last run of this flow did, or has done so far; nothing before the first. */
    public Optional<Receipt> last() throws SQLException {
        try (var target = targetLogin.open()) {
            var ledger = RunTarget.of(target, targetLogin, flow).memory();
            var state = ledger.isThere() ? ledger.find(flow.id()) : Optional.<RunState>empty();
            return state.map(known -> soFar(known, clock.instant()));
        }
    }

    private Optional<ExchangeRefusal> findRefusal(RunTarget table, Mode mode) throws SQLException {
        if (mode == Mode.CHANGED && flow.source().watermark().isEmpty()) {
            return Optional.of(new ExchangeRefusal.NoWatermark(flow.id()));
        }
        var unread = new SentRows(flow, source).findRefusal();
        if (unread.isPresent()) {
            return unread;
        }
        if (mode == Mode.CHANGED && !source.canTellChanges()) {
            return Optional.of(new ExchangeRefusal.NoWatermark(flow.id()));
        }
        return table.findRefusal();
    }

    /** A new run, or the one that was cut short; in the transaction of the caller. */
    static RunState begin(String flow, RunTarget table, Mode mode, Instant now) throws SQLException {
        var ledger = table.memory();
        var before = ledger.find(flow);
        if (before.isPresent() && before.get().stage() != Stage.FINISHED) {
            ledger.forgetBehind(before.get());
            return before.get();
        }
        var filling = table.isEmpty() ? Filling.EMPTY_TARGET : Filling.REPLACING;
        return new RunState(
                flow,
                before.map(RunState::run).orElse(0L) + 1,
                mode,
                Stage.WITH_KEY,
                List.of(),
                Counts.NONE,
                mode == Mode.CHANGED ? before.map(RunState::moment) : Optional.empty(),
                "",
                filling,
                new KeyRanges(),
                now);
    }

    /** One run under way. */
    private final class Moving {
        private final Connection target;
        private final RunTarget table;
        private final long lastLine;
        private final BooleanSupplier mayGoOn;
        private final RunTarget.Memory ledger;
        private final RunTarget.Writer writer;

        Moving(Connection target, RunTarget table, long lastLine, BooleanSupplier mayGoOn) {
            this.target = target;
            this.table = table;
            this.lastLine = lastLine;
            this.mayGoOn = mayGoOn;
            this.ledger = table.memory();
            this.writer = table.writer();
        }

        Receipt move(RunState begun) throws SQLException {
            var state = begun;
            while (state.stage() != Stage.FINISHED) {
                var opened = source.open(new Reading(state.part(), state.since(), state.position()));
                state = state.moment().isEmpty() ? state.from(opened.moment()) : state;
                var mapper = new RowMapper(flow, opened.rows().fields(), table.columns(), ZONE);
                var lines = new RowReader.Lines(state.counts().read(), lastLine);
                var reader = new RowReader(flow, opened.rows(), mapper, table.key(), lines);
                try (var leg = new Leg(opened.rows(), reader, Batch.firstTwo())) {
                    var reached = new LegWriter(target, ledger, writer, table.key()).write(leg, state, mayGoOn);
                    if (reached.end() == Receipt.End.STOPPED) {
                        return receipt(reached.state(), Receipt.End.STOPPED, clock.instant());
                    }
                    state = next(reached.state());
                }
                if (state.stage() == Stage.FINISHED) {
                    ledger.receipt(state, clock.instant());
                }
                ledger.keep(state);
                target.commit();
            }
            return receipt(state, Receipt.End.COMPLETE, clock.instant());
        }
    }

    private RunState next(RunState state) {
        var isLast = state.stage() == Stage.WITHOUT_KEY || !source.mayLackOrder();
        return state.at(isLast ? Stage.FINISHED : Stage.WITHOUT_KEY, List.of(), state.counts());
    }

    static Receipt soFar(RunState state, Instant now) {
        return receipt(state, state.stage() == Stage.FINISHED ? Receipt.End.COMPLETE : Receipt.End.STOPPED, now);
    }

    static Receipt receipt(RunState state, Receipt.End end, Instant now) {
        var counts = state.counts();
        return new Receipt(
                state.flow(),
                state.run(),
                state.mode(),
                end,
                counts.read(),
                counts.written(),
                counts.setAside(),
                state.started(),
                now,
                state.ranges(),
                new Span(state.since(), state.moment(), state.position()));
    }
}

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
import org.tongqu.exchange.feed.FeedRefusal;
import org.tongqu.exchange.mapping.RowMapper;
import org.tongqu.exchange.source.SourceTable;
import org.tongqu.kernel.Outcome;

/**
 * Keeps a table of a target as a table of a source is, each on PostgreSQL, MariaDB or MySQL: filled once, then change by change in the order of
 * the source's commits. Whole transactions of the source reach the target in one transaction each or several together,
 * with how far it came: after any crash it goes on behind the last one, and none is applied twice.
 */
public final class ChangeFollower {

    /** Instead of the number of a run, while the table is being filled. */
    private static final long FILLING = 0;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Flow flow;
    private final Login sourceLogin;
    private final Login targetLogin;
    private final InstantSource clock;
    private final Watch watch;

    public ChangeFollower(Flow flow, Login source, Login target, InstantSource clock, Watch watch) {
        this.flow = flow;
        this.sourceLogin = source;
        this.targetLogin = target;
        this.clock = clock;
        this.watch = watch;
    }

    /** Fills the table if it has not been, and follows until it may not go on. */
    public Outcome<Followed, FollowRefusal> follow(BooleanSupplier mayGoOn) throws SQLException {
        return follow(() -> true, mayGoOn);
    }

    /** @param mayFill asked before each batch of the filling; told no, the next time goes on behind the last row */
    public Outcome<Followed, FollowRefusal> follow(BooleanSupplier mayFill, BooleanSupplier mayGoOn)
            throws SQLException {
        return switch (FeedSources.of(flow, sourceLogin, targetLogin)) {
            case Outcome.Refused<FeedSources, FeedRefusal>(var reason) ->
                Outcome.refused(new FollowRefusal.NotTold(reason));
            case Outcome.Done<FeedSources, ?>(var source) -> {
                var refusal = begin(source, mayFill);
                yield refusal.isPresent() ? Outcome.refused(refusal.get()) : followFilled(source, mayGoOn);
            }
        };
    }

    /** Gives up the place the source keeps, so that it need not keep its log for this flow any longer. */
    public void end() throws SQLException {
        if (FeedSources.of(flow, sourceLogin, targetLogin) instanceof Outcome.Done<FeedSources, ?>(var source)) {
            source.feed().end();
        }
    }

    /** Bytes of its log that the source keeps for this flow while nobody follows; nothing when it keeps none. */
    public OptionalLong kept() throws SQLException {
        return FeedSources.of(flow, sourceLogin, targetLogin) instanceof Outcome.Done<FeedSources, ?>(var source)
                ? source.feed().kept()
                : OptionalLong.empty();
    }

    /** Lets the next time begin anew with everything, since the source no longer tells what changed meanwhile. */
    public void forget() throws SQLException {
        try (var target = targetLogin.open()) {
            var ledger = feeds(target);
            if (ledger.isThere()) {
                ledger.forget(flow.id());
            }
        }
    }

    /** How far it came; nothing before it was ever begun. */
    public Optional<Followed> reached() throws SQLException {
        try (var target = targetLogin.open()) {
            return feeds(target).findIfThere(flow.id()).map(ChangeFollower::followed);
        }
    }

    private FeedLedger feeds(Connection target) throws SQLException {
        return RunTarget.of(target, targetLogin, flow).feeds();
    }

    private static Followed followed(FeedLedger.Reached reached) {
        return new Followed(reached.place(), reached.transactions(), reached.changes(), reached.setAside());
    }

    /** What was told to stop while the table was being filled goes on with the filling the next time. */
    private Outcome<Followed, FollowRefusal> followFilled(FeedSources source, BooleanSupplier mayGoOn)
            throws SQLException {
        try (var target = targetLogin.open()) {
            var reached = feeds(target).find(flow.id()).orElseThrow();
            if (reached.run() == FILLING) {
                return Outcome.done(followed(reached));
            }
        }
        return follow(source, mayGoOn);
    }

    /**
     * The place is marked before the filling, and kept: what changes meanwhile is in the feed, and to apply it again does
     * no harm. A filling that was cut short goes on behind its last row, with the place of its beginning.
     */
    private Optional<FollowRefusal> begin(FeedSources source, BooleanSupplier mayFill) throws SQLException {
        var refusal = source.feed().findRefusal();
        if (refusal.isPresent()) {
            return refusal.map(FollowRefusal.NotTold::new);
        }
        try (var target = targetLogin.open()) {
            var ledger = feeds(target);
            ledger.ensure();
            var reached = ledger.find(flow.id());
            if (reached.isPresent()) {
                var place = reached.get().place();
                var gone = source.feed().findGone(place);
                return gone.isPresent() || reached.get().run() != FILLING
                        ? gone.map(FollowRefusal.NotTold::new)
                        : fill(source.table(), place, mayFill);
            }
            return switch (source.feed().begin()) {
                case Outcome.Refused<String, FeedRefusal>(var reason) -> Optional.of(new FollowRefusal.NotTold(reason));
                case Outcome.Done<String, ?>(var place) -> {
                    var gone = source.feed().findGone(place);
                    if (gone.isPresent()) {
                        yield gone.map(FollowRefusal.NotTold::new);
                    }
                    endCutShort(target);
                    ledger.keep(flow.id(), new FeedLedger.Reached(FILLING, place, 0, 0, 0));
                    yield fill(source.table(), place, mayFill);
                }
            };
        }
    }

    /** A filling of before this place would leave out what changed between its rows and now. */
    private void endCutShort(Connection target) throws SQLException {
        var memory = RunTarget.of(target, targetLogin, flow).memory();
        var before = memory.find(flow.id()).filter(state -> state.stage() != RunState.Stage.FINISHED);
        if (before.isPresent()) {
            memory.keep(before.get()
                    .at(RunState.Stage.FINISHED, List.of(), before.get().counts()));
        }
    }

    private Optional<FollowRefusal> fill(SourceTable table, String place, BooleanSupplier mayFill) throws SQLException {
        return switch (new TableExchange(flow, table, targetLogin, clock).run(Mode.FULL, mayFill)) {
            case Outcome.Refused<Receipt, ExchangeRefusal>(var reason) ->
                Optional.of(new FollowRefusal.NotBegun(reason));
            case Outcome.Done<Receipt, ?>(var receipt) when receipt.end() == Receipt.End.STOPPED -> Optional.empty();
            case Outcome.Done<Receipt, ?>(var receipt) -> {
                try (var target = targetLogin.open()) {
                    var ledger = feeds(target);
                    ledger.ensure();
                    ledger.keep(flow.id(), new FeedLedger.Reached(receipt.run(), place, 0, 0, 0));
                }
                yield Optional.empty();
            }
        };
    }

    private Outcome<Followed, FollowRefusal> follow(FeedSources source, BooleanSupplier mayGoOn) throws SQLException {
        try (var target = targetLogin.open();
                var lock = RunLock.tryTake(target, flow.id())) {
            if (!lock.isHeld()) {
                return Outcome.refused(new FollowRefusal.NotBegun(new ExchangeRefusal.AlreadyRunning(flow.id())));
            }
            target.setAutoCommit(false);
            var into = RunTarget.of(target, targetLogin, flow);
            var refusal = into.findRefusal();
            if (refusal.isPresent()) {
                return Outcome.refused(new FollowRefusal.NotBegun(refusal.get()));
            }
            var reached = into.feeds().find(flow.id()).orElseThrow();
            target.commit();
            var writer = new FeedWriter(target, flow, into, reached, watch);
            try (var feed = source.feed().open(reached.place())) {
                return new FeedLoop(feed, batch(source.table(), into, reached.changes()), writer, clock).run(mayGoOn);
            }
        }
    }

    private FeedBatch batch(SourceTable source, RunTarget into, long changes) {
        var fields = source.fields();
        var sourceKey =
                flow.source().key().stream().mapToInt(flow.fields()::indexOf).toArray();
        return new FeedBatch(
                new RowMapper(flow, fields, into.columns(), ZONE),
                RowText.covered(flow, fields),
                new FeedBatch.Keys(
                        sourceKey, into.key(), String.join(", ", flow.source().key())),
                changes);
    }

    /** Told of each transaction of the source once it is committed at the target too. */
    @FunctionalInterface
    public interface Watch {

        /** @param committed at the source, by its clock */
        void applied(Instant committed, long changes);
    }

    /**
     * What was followed since the flow was begun, this time and before.
     *
     * @param place of the last commit of the source that is in the target
     */
    public record Followed(String place, long transactions, long changes, long setAside) {}
}

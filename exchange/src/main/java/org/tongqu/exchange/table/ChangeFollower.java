package org.tongqu.exchange.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.tongqu.engines.exchanges.Column;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.RunLock;
import org.tongqu.exchange.feed.ReplicaIdentity;
import org.tongqu.exchange.mapping.RowMapper;
import org.tongqu.exchange.source.PostgresSource;
import org.tongqu.exchange.source.PostgresTable;
import org.tongqu.kernel.Outcome;

/**
 * Keeps a table of the target as a table of a PostgreSQL source is: filled once, then change by change in the order of
 * the source's commits. Whole transactions of the source reach the target in one transaction each or several together,
 * with how far it came: after any crash it goes on behind the last one, and none is applied twice.
 */
public final class ChangeFollower {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Flow flow;
    private final Login sourceLogin;
    private final Login targetLogin;
    private final InstantSource clock;
    private final Watch watch;
    private final Slot slot;

    public ChangeFollower(Flow flow, Login source, Login target, InstantSource clock, Watch watch) {
        this.flow = flow;
        this.sourceLogin = source;
        this.targetLogin = target;
        this.clock = clock;
        this.watch = watch;
        this.slot = Slot.of(flow.id(), flow.source().table(), target);
    }

    /** Follows until it may not go on. */
    public Outcome<Followed, FeedRefusal> follow(BooleanSupplier mayGoOn) throws SQLException {
        try (var source = sourceLogin.open()) {
            var table = PostgresTable.read(source, flow.source().table());
            var refusal = Slot.findRefusal(source).or(() -> findRefusal(table));
            if (refusal.isEmpty()) {
                refusal = findUnnamed(source);
            }
            if (refusal.isEmpty()) {
                refusal = begin(source);
            }
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            return follow(source, table, mayGoOn);
        }
    }

    /** Gives up the place the source keeps, so that it need not keep its log for this flow any longer. */
    public void end() throws SQLException {
        try (var source = sourceLogin.open()) {
            slot.drop(source);
        }
    }

    private Optional<FeedRefusal> findRefusal(PostgresTable table) {
        var unknown = flow.fields().stream()
                .filter(name ->
                        table.find(name).flatMap(PostgresTable.Attribute::type).isEmpty())
                .toList();
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(new FeedRefusal.TableChanged(flow.source().table(), unknown));
    }

    /** The log tells of a row that goes only what the table's replica identity has. */
    private Optional<FeedRefusal> findUnnamed(Connection source) throws SQLException {
        var told = ReplicaIdentity.read(source, flow.source().table());
        var needed = flow.columns().stream()
                .filter(column -> flow.target().key().contains(column.name()))
                .map(Column::origin)
                .flatMap(origin -> origin.fields().stream())
                .filter(name -> !told.names(name))
                .distinct()
                .toList();
        return needed.isEmpty()
                ? Optional.empty()
                : Optional.of(new FeedRefusal.RowsNotNamed(flow.source().table(), needed));
    }

    /** The place is made before the filling: what changes meanwhile is in the feed, and to apply it again does no harm. */
    private Optional<FeedRefusal> begin(Connection source) throws SQLException {
        try (var target = targetLogin.open()) {
            if (new FeedLedger(target).findIfThere(flow.id()).isPresent()) {
                return slot.findGone(source);
            }
        }
        slot.make(source);
        var filled = new TableExchange(flow, PostgresSource.of(flow, sourceLogin), targetLogin, clock)
                .run(Mode.FULL, () -> true);
        return switch (filled) {
            case Outcome.Refused<Receipt, ExchangeRefusal>(var reason) -> Optional.of(new FeedRefusal.NotBegun(reason));
            case Outcome.Done<Receipt, ?>(var receipt) -> {
                try (var target = targetLogin.open()) {
                    var ledger = new FeedLedger(target);
                    ledger.ensure();
                    ledger.keep(flow.id(), new FeedLedger.Reached(receipt.run(), 0, 0, 0, 0));
                }
                yield Optional.empty();
            }
        };
    }

    private Outcome<Followed, FeedRefusal> follow(Connection source, PostgresTable table, BooleanSupplier mayGoOn)
            throws SQLException {
        try (var target = targetLogin.open();
                var lock = RunLock.tryTake(target, flow.id());
                var feed = Slot.connect(sourceLogin)) {
            if (!lock.isHeld()) {
                return Outcome.refused(new FeedRefusal.NotBegun(new ExchangeRefusal.AlreadyRunning(flow.id())));
            }
            target.setAutoCommit(false);
            var into = TargetTable.read(target, flow);
            var refusal = into.findRefusal(target);
            if (refusal.isPresent()) {
                return Outcome.refused(new FeedRefusal.NotBegun(refusal.get()));
            }
            var reached = new FeedLedger(target).find(flow.id()).orElseThrow();
            target.commit();
            var fields = PostgresSource.of(flow, sourceLogin).fields();
            var rows = new FeedRows(flow, fields, new FeedRows.StoredRow(flow, fields, table));
            var mapper = new RowMapper(flow, fields, into.columns(), ZONE);
            var keys = new FeedBatch.Keys(
                    flow.source().key().stream()
                            .mapToInt(flow.fields()::indexOf)
                            .toArray(),
                    into.key());
            var batch = new FeedBatch(mapper, rows, RowText.covered(flow, fields), keys, reached.changes());
            var writer = new FeedWriter(target, flow, into, reached, watch);
            var stream = slot.open(feed, reached.position());
            return new FeedLoop(stream, source, rows, batch, writer, clock).run(mayGoOn);
        }
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
     * @param position of the last commit of the source that is in the target
     */
    public record Followed(long position, long transactions, long changes, long setAside) {}
}

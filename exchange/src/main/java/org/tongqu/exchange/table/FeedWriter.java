package org.tongqu.exchange.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.table.RunState.Counts;

/** Writes changes and how far they go; what it has written is only there once the source's transaction is whole. */
final class FeedWriter {

    private final Connection target;
    private final RunTarget.Memory ledger;
    private final FeedLedger progress;
    private final RunTarget.Writer writer;
    private final ChangeFollower.Watch watch;
    private final RunState state;
    private final List<Whole> whole = new ArrayList<>();
    private FeedLedger.Reached reached;
    private long written;
    private long setAside;

    /** A transaction of the source whose commit was read. */
    private record Whole(Instant committedAt, long changes) {}

    FeedWriter(Connection target, Flow flow, RunTarget table, FeedLedger.Reached reached, ChangeFollower.Watch watch) {
        this.target = target;
        this.ledger = table.memory();
        this.progress = table.feeds();
        this.writer = table.writer();
        this.watch = watch;
        this.reached = reached;
        this.state = new RunState(
                flow.id(),
                reached.run(),
                Mode.CHANGED,
                RunState.Stage.WITH_KEY,
                List.of(),
                Counts.NONE,
                Optional.empty(),
                "",
                RunState.Filling.REPLACING,
                new KeyRanges(),
                Instant.EPOCH);
    }

    FeedLedger.Reached reached() {
        return reached;
    }

    void add(FeedBatch batch) throws SQLException {
        var refused = writer.apply(batch.batch, batch.gone, state);
        ledger.setAside(state, batch.batch.setAside);
        setAside += batch.batch.setAside.size() + refused.size();
        written += batch.changes();
        batch.clear();
    }

    void whole(Instant committedAt, long changes) {
        whole.add(new Whole(committedAt, changes));
    }

    boolean hasWhole() {
        return !whole.isEmpty();
    }

    /** @param place of the last commit that is whole */
    void commit(String place) throws SQLException {
        reached = reached.plus(place, whole.size(), written, setAside);
        progress.keep(state.flow(), reached);
        target.commit();
        writer.committed();
        written = 0;
        setAside = 0;
        for (var one : whole) {
            watch.applied(one.committedAt(), one.changes());
        }
        whole.clear();
    }
}

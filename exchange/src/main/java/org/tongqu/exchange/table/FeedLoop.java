package org.tongqu.exchange.table;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.tongqu.exchange.feed.Feed;
import org.tongqu.exchange.feed.Feed.Told;
import org.tongqu.kernel.Outcome;

/** Reads the feed and hands over what belongs together, at the latest when it has waited for a moment. */
final class FeedLoop {

    /** What is whole waits at most so long for more; while nothing comes it does not wait at all. */
    private static final long LONGEST_WAIT_MILLIS = 20;

    /** How far the source came with other tables is kept so often, since it does not keep its log for ever. */
    private static final long PASSED_MILLIS = 5_000;

    private static final long IDLE_NANOS = 1_000_000;

    private final Feed feed;
    private final FeedBatch batch;
    private final FeedWriter writer;
    private final InstantSource clock;
    private Instant committedAt = Instant.EPOCH;
    private long ofTransaction;
    private String lastWhole;
    private long waitingSince;
    private long keptAt;
    private boolean isInside;

    FeedLoop(Feed feed, FeedBatch batch, FeedWriter writer, InstantSource clock) {
        this.feed = feed;
        this.batch = batch;
        this.writer = writer;
        this.clock = clock;
        this.lastWhole = feed.place();
        this.keptAt = clock.millis();
    }

    Outcome<ChangeFollower.Followed, FollowRefusal> run(BooleanSupplier mayGoOn) throws SQLException {
        while (mayGoOn.getAsBoolean()) {
            var told = feed.next();
            if (told == Told.STOPPED) {
                return Outcome.refused(new FollowRefusal.NotTold(feed.refusal()));
            }
            take(told);
            if (batch.isFull()) {
                writer.add(batch);
            }
            if (!isInside && writer.hasWhole() && (told == Told.NOTHING || hasWaited())) {
                flush();
            } else if (told == Told.NOTHING) {
                rest();
            }
        }
        if (!isInside && writer.hasWhole()) {
            flush();
        }
        var reached = writer.reached();
        return Outcome.done(new ChangeFollower.Followed(
                reached.place(), reached.transactions(), reached.changes(), reached.setAside()));
    }

    private void take(Told told) throws SQLException {
        switch (told) {
            case BEGUN -> {
                isInside = true;
                committedAt = feed.committedAt();
                ofTransaction = 0;
            }
            case CHANGED -> {
                ofTransaction++;
                batch.take(feed);
            }
            case COMMITTED -> {
                isInside = false;
                if (!writer.hasWhole()) {
                    waitingSince = clock.millis();
                }
                lastWhole = feed.place();
                writer.whole(committedAt, ofTransaction);
            }
            case NOTHING, OTHER, STOPPED -> {
                // nothing for the target
            }
        }
    }

    private boolean hasWaited() {
        return batch.isFull() || clock.millis() - waitingSince > LONGEST_WAIT_MILLIS;
    }

    /** Only between transactions of the source. */
    private void flush() throws SQLException {
        writer.add(batch);
        writer.commit(lastWhole);
        keptAt = clock.millis();
        feed.kept();
    }

    private void rest() throws SQLException {
        if (!isInside) {
            var isLong = clock.millis() - keptAt > PASSED_MILLIS;
            if (isLong && !feed.place().equals(writer.reached().place())) {
                writer.commit(feed.place());
                keptAt = clock.millis();
            }
            feed.rest();
        }
        LockSupport.parkNanos(IDLE_NANOS);
    }
}

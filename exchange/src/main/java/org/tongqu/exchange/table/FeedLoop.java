package org.tongqu.exchange.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.PGReplicationStream;
import org.tongqu.exchange.feed.FeedMessage;
import org.tongqu.kernel.Outcome;

/** Reads the feed and hands over what belongs together, at the latest when it has waited for a moment. */
final class FeedLoop {

    /** What is whole waits at most so long for more; while nothing comes it does not wait at all. */
    private static final long LONGEST_WAIT_MILLIS = 20;

    private static final long IDLE_NANOS = 1_000_000;

    private final PGReplicationStream stream;
    private final Connection source;
    private final FeedRows rows;
    private final FeedBatch batch;
    private final FeedWriter writer;
    private final InstantSource clock;
    private final FeedMessage message = new FeedMessage();
    private long commit;
    private long committedAt;
    private long ofTransaction;
    private long lastWhole;
    private long end;
    private long waitingSince;
    private boolean isInside;
    private boolean isKnown;

    FeedLoop(
            PGReplicationStream stream,
            Connection source,
            FeedRows rows,
            FeedBatch batch,
            FeedWriter writer,
            InstantSource clock) {
        this.stream = stream;
        this.source = source;
        this.rows = rows;
        this.batch = batch;
        this.writer = writer;
        this.clock = clock;
    }

    Outcome<ChangeFollower.Followed, FeedRefusal> run(BooleanSupplier mayGoOn) throws SQLException {
        while (mayGoOn.getAsBoolean()) {
            var bytes = stream.readPending();
            if (bytes == null) {
                if (!isInside && writer.hasWhole()) {
                    flush();
                } else {
                    rest();
                }
                continue;
            }
            message.read(bytes);
            var refusal = take();
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            if (batch.isFull()) {
                writer.add(batch);
            }
            if (!isInside && writer.hasWhole() && hasWaited()) {
                flush();
            }
        }
        if (!isInside && writer.hasWhole()) {
            flush();
        }
        var reached = writer.reached();
        return Outcome.done(new ChangeFollower.Followed(
                reached.position(), reached.transactions(), reached.changes(), reached.setAside()));
    }

    private Optional<FeedRefusal> take() throws SQLException {
        switch (message.kind()) {
            case BEGIN -> {
                isInside = true;
                commit = message.position();
                committedAt = message.committedAt();
                ofTransaction = 0;
                isKnown = commit <= writer.reached().position();
            }
            case COMMIT -> committed();
            case RELATION -> {
                return rows.describe(message.relation());
            }
            case INSERT, UPDATE, DELETE -> {
                if (!isKnown) {
                    ofTransaction++;
                    batch.take(message, source);
                }
            }
            case TRUNCATE -> {
                return isKnown ? Optional.empty() : Optional.of(new FeedRefusal.Emptied(rows.table()));
            }
            case OTHER -> {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private void committed() {
        isInside = false;
        end = message.position();
        if (!isKnown) {
            if (!writer.hasWhole()) {
                waitingSince = clock.millis();
            }
            lastWhole = commit;
            writer.whole(committedAt, ofTransaction);
        }
    }

    private boolean hasWaited() {
        return batch.isFull() || clock.millis() - waitingSince > LONGEST_WAIT_MILLIS;
    }

    /** Only between transactions of the source. */
    private void flush() throws SQLException {
        writer.add(batch);
        writer.commit(lastWhole);
        acknowledge(end);
    }

    /** What the source need not keep any longer. */
    private void acknowledge(long position) {
        var number = LogSequenceNumber.valueOf(position);
        stream.setFlushedLSN(number);
        stream.setAppliedLSN(number);
    }

    /** Nothing is there; what the log holds meanwhile is of other tables. */
    private void rest() {
        if (!isInside && stream.getLastReceiveLSN() != null) {
            acknowledge(stream.getLastReceiveLSN().asLong());
        }
        LockSupport.parkNanos(IDLE_NANOS);
    }
}

package org.tongqu.exchange.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.PGReplicationStream;
import org.tongqu.exchange.feed.FeedMessage.Kind;
import org.tongqu.exchange.wire.Row;

/** The feed of a replication slot. What was kept before is passed over, should the server tell it again. */
final class PostgresFeed implements Feed {

    private static final long SECONDS_BEFORE_2000 = 946_684_800L;

    private final PGReplicationStream stream;
    private final Opened opened;
    private final FeedRows rows;
    private final long begun;
    private final FeedMessage message = new FeedMessage();
    private Instant committedAt = Instant.EPOCH;
    private long commit;
    private long told;
    private long end;
    private boolean isInside;
    private boolean isKnown;
    private @Nullable FeedRefusal refusal;

    /** The connections of a feed: its own, and one for values that are not in it. */
    record Opened(Connection feed, Connection source) {}

    /** @param begun how far everything is kept */
    PostgresFeed(PGReplicationStream stream, Opened opened, FeedRows rows, long begun) {
        this.stream = stream;
        this.opened = opened;
        this.rows = rows;
        this.begun = begun;
        this.told = begun;
    }

    @Override
    public Told next() throws SQLException {
        var bytes = stream.readPending();
        if (bytes == null) {
            return Told.NOTHING;
        }
        message.read(bytes);
        return switch (message.kind()) {
            case BEGIN -> begin();
            case COMMIT -> committed();
            case RELATION -> stopped(rows.describe(message.relation()));
            case INSERT, UPDATE, DELETE -> isKnown ? Told.OTHER : Told.CHANGED;
            case TRUNCATE -> stopped(isKnown ? Optional.empty() : Optional.of(new FeedRefusal.Emptied(rows.table())));
            case OTHER -> Told.OTHER;
        };
    }

    private Told begin() {
        isInside = true;
        commit = message.position();
        isKnown = commit <= begun;
        var micros = message.committedAt();
        committedAt = Instant.ofEpochSecond(
                SECONDS_BEFORE_2000 + Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
        return isKnown ? Told.OTHER : Told.BEGUN;
    }

    private Told committed() {
        isInside = false;
        end = message.position();
        if (isKnown) {
            return Told.OTHER;
        }
        told = commit;
        return Told.COMMITTED;
    }

    private Told stopped(Optional<FeedRefusal> found) {
        refusal = found.orElse(null);
        return found.isPresent() ? Told.STOPPED : Told.OTHER;
    }

    @Override
    public Instant committedAt() {
        return committedAt;
    }

    @Override
    public boolean isGone() {
        return message.kind() == Kind.DELETE;
    }

    @Override
    public Optional<Row> before() {
        return message.before().isThere() ? Optional.of(rows.before(message.before())) : Optional.empty();
    }

    @Override
    public Optional<Row> after() throws SQLException {
        return rows.after(message.before(), message.after(), opened.source());
    }

    @Override
    public String place() {
        return Long.toString(told);
    }

    @Override
    public void kept() {
        acknowledge(end);
    }

    /** What the log holds meanwhile is of other tables. */
    @Override
    public void rest() {
        if (!isInside && stream.getLastReceiveLSN() != null) {
            acknowledge(stream.getLastReceiveLSN().asLong());
        }
    }

    /** What the source need not keep any longer. */
    private void acknowledge(long position) {
        var number = LogSequenceNumber.valueOf(position);
        stream.setFlushedLSN(number);
        stream.setAppliedLSN(number);
    }

    @Override
    public FeedRefusal refusal() {
        if (refusal == null) {
            throw new IllegalStateException("The feed goes on");
        }
        return refusal;
    }

    @Override
    public void close() throws SQLException {
        opened.feed().close();
        opened.source().close();
    }
}

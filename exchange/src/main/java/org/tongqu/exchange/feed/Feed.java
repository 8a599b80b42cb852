package org.tongqu.exchange.feed;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.tongqu.exchange.wire.Row;

/**
 * What one source tells of one table, transaction by transaction in the order of the commits. What is told holds until
 * the next thing is asked for.
 */
public interface Feed extends AutoCloseable {

    /** What was told. */
    enum Told {
        /** There is nothing at the moment. */
        NOTHING,
        /** Something that is no concern of the flow. */
        OTHER,
        BEGUN,
        CHANGED,
        COMMITTED,
        /** The feed cannot be read any further, see {@link #refusal}. */
        STOPPED
    }

    /** The next thing there is. */
    Told next() throws SQLException;

    /** When the transaction that was begun was committed, by the source's clock and as exactly as it says. */
    Instant committedAt();

    /** Whether the row that changed is gone. */
    boolean isGone();

    /** The row as it was, or only what names it; nothing when it is new or nothing of that changed. */
    Optional<Row> before();

    /** The row as it is; nothing when the source has it no more, since a later change then says so. */
    Optional<Row> after() throws SQLException;

    /** Up to where everything was told: what a later feed is opened with. */
    String place();

    /** Everything that was told is kept at the target. */
    void kept() throws SQLException;

    /** Nothing is told at the moment, and everything that was is kept. */
    void rest() throws SQLException;

    FeedRefusal refusal();

    @Override
    void close() throws SQLException;
}

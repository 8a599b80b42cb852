package org.tongqu.exchange.feed;

import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import org.tongqu.kernel.Outcome;

/** One table of one source whose changes can be followed by one flow into one target. */
public interface FeedSource {

    /** What keeps it from being followed at all. */
    Optional<FeedRefusal> findRefusal() throws SQLException;

    /** Marks the place where following begins: whatever is committed later is told from there. */
    Outcome<String, FeedRefusal> begin() throws SQLException;

    /** Whether the source still tells everything since a place. */
    Optional<FeedRefusal> findGone(String place) throws SQLException;

    Feed open(String place) throws SQLException;

    /** Bytes of its log that the source keeps for this flow alone, while nobody follows; nothing when it keeps none. */
    OptionalLong kept() throws SQLException;

    /** Gives up whatever the source keeps for this flow. */
    void end() throws SQLException;
}

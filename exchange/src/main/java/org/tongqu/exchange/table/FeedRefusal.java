package org.tongqu.exchange.table;

import java.util.List;

/** Why changes are not followed, or not any further. What was applied so far stays. */
public sealed interface FeedRefusal {

    /** The server does not write what a feed needs: {@code wal_level} is not {@code logical}. */
    record NotLogical(String level) implements FeedRefusal {}

    /**
     * The server would keep its log for us without limit while we are away, until its disk is full. Its administrator
     * sets {@code max_slot_wal_keep_size}.
     */
    record LogWithoutLimit() implements FeedRefusal {}

    /** We were away longer than the server keeps its log; a new beginning with everything is needed. */
    record LogGone(String slot) implements FeedRefusal {}

    /** What names a row at the target is not told of rows that go: the table wants {@code REPLICA IDENTITY FULL}. */
    record RowsNotNamed(String table, List<String> columns) implements FeedRefusal {}

    /** The table has columns of a type that cannot be followed, or was altered so that the flow no longer fits it. */
    record TableChanged(String table, List<String> columns) implements FeedRefusal {}

    /** The whole table was emptied at once; whether that was meant is for a person to say. */
    record Emptied(String table) implements FeedRefusal {}

    /** The table could not be filled first. */
    record NotBegun(ExchangeRefusal reason) implements FeedRefusal {}
}

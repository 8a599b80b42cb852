package org.tongqu.exchange.feed;

import java.util.List;
import org.tongqu.exchange.source.MissingDriver;

/** Why a source's changes are not followed, or not any further. What was applied so far stays. */
public sealed interface FeedRefusal {

    /** The server does not write what a feed needs: {@code wal_level} is not {@code logical}. */
    record NotLogical(String level) implements FeedRefusal {}

    /**
     * The server would keep its log for us without limit while we are away, until its disk is full. Its administrator
     * sets {@code max_slot_wal_keep_size}.
     */
    record LogWithoutLimit() implements FeedRefusal {}

    /**
     * A setting of the server keeps rows out of its log, or makes them unreadable; its administrator changes it.
     *
     * @param setting as the server names it, e.g. {@code binlog_format}
     * @param wanted what it has to be
     */
    record Setting(String setting, String found, String wanted) implements FeedRefusal {}

    /** The login may not read the log; the administrator grants it the right. */
    record MayNotFollow(String user, String right) implements FeedRefusal {}

    /** There is a connector for its tables, but nobody here reads its log. */
    record NoFeed(String server) implements FeedRefusal {}

    /** The jar of its driver is to be laid into the folder first. */
    record NoDriver(MissingDriver missing) implements FeedRefusal {}

    /** We were away longer than the server keeps its log; a new beginning with everything is needed. */
    record LogGone(String place) implements FeedRefusal {}

    /** What names a row at the target is not told of rows that go: the table wants {@code REPLICA IDENTITY FULL}. */
    record RowsNotNamed(String table, List<String> columns) implements FeedRefusal {}

    /** The table has columns of a type that cannot be followed, or was altered so that the flow no longer fits it. */
    record TableChanged(String table, List<String> columns) implements FeedRefusal {}

    /** The whole table was emptied at once; whether that was meant is for a person to say. */
    record Emptied(String table) implements FeedRefusal {}

    /** A change of the table stands in the log in a way from which its rows cannot be told: begin anew. */
    record NotTold(String table, Way way) implements FeedRefusal {}

    /** How a change was written. */
    enum Way {
        /** As the statement, by a session that does not write rows. */
        STATEMENT,
        /** Without the columns that did not change, by a session with another row image. */
        PARTLY,
        /** By an XA transaction, whose end comes later and elsewhere. */
        TWO_PHASES,
        /** In a transaction that was rolled back afterwards, beside tables that know no transactions. */
        ROLLED_BACK
    }
}

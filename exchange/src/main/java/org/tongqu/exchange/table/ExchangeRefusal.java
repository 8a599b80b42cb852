package org.tongqu.exchange.table;

import java.util.List;

/** Why a run does not begin. Nothing was moved. */
public sealed interface ExchangeRefusal {

    /** There is no such table, or the login may not read it. */
    record NoTable(Side side, String table) implements ExchangeRefusal {}

    /** The table was changed since the flow was written. */
    record NoColumns(Side side, List<String> columns) implements ExchangeRefusal {}

    /** The target has a column of a type that cannot be written. */
    record UnknownType(String column, String declared) implements ExchangeRefusal {}

    /** Without a unique index on the key a row cannot replace what is there. */
    record KeyNotUnique(String table, List<String> key) implements ExchangeRefusal {}

    /** Its engine knows no transactions: a crash would leave rows without the position that goes with them. */
    record NotTransactional(String table, String engine) implements ExchangeRefusal {}

    /** Another run of this flow into this target is under way. */
    record AlreadyRunning(String flow) implements ExchangeRefusal {}

    /** The flow has no watermark, or none of which this source can tell what is new. */
    record NoWatermark(String flow) implements ExchangeRefusal {}

    /** A program elsewhere said so. @param reason names the words people read */
    record Elsewhere(String reason, String detail) implements ExchangeRefusal {}

    /** In the words that programs tell each other and people's words are found by. */
    default Elsewhere told() {
        return switch (this) {
            case NoTable(var side, var table) -> new Elsewhere("no-table", table);
            case NoColumns(var side, var columns) -> new Elsewhere("no-columns", String.join(", ", columns));
            case UnknownType(var column, var declared) -> new Elsewhere("unknown-type", column);
            case KeyNotUnique(var table, var key) -> new Elsewhere("key-not-unique", table);
            case NotTransactional(var table, var engine) -> new Elsewhere("not-transactional", table);
            case AlreadyRunning(var flow) -> new Elsewhere("already-running", "");
            case NoWatermark(var flow) -> new Elsewhere("no-watermark", "");
            case Elsewhere same -> same;
        };
    }

    /** Which of the two. */
    enum Side {
        SOURCE,
        TARGET
    }
}

package org.tongqu.exchange.source;

import java.nio.charset.Charset;
import java.util.Optional;
import org.tongqu.exchange.mapping.TargetColumn;
import org.tongqu.exchange.wire.WireType;

/**
 * A column that is read through JDBC.
 *
 * @param expression what is selected, e.g. {@code CAST(t.`born` AS CHAR)}
 * @param fetch how a value is taken from the driver
 * @param encoding of the bytes, when the source sends them as they are stored and that is not UTF-8
 * @param bind how a value of it is handed to the source again
 */
record JdbcColumn(
        String name,
        TargetColumn.Presence presence,
        String expression,
        Fetch fetch,
        Optional<Charset> encoding,
        Bind bind) {

    /** How a value is taken from the driver, and what it is on its way. */
    enum Fetch {
        /** A text as the bytes the source sends. */
        TEXT_BYTES(WireType.TEXT),
        TEXT(WireType.TEXT),
        /** A number by its digits. */
        NUMBER(WireType.TEXT),
        FLOATING(WireType.FLOAT8),
        BYTES(WireType.BYTEA),
        DAY(WireType.DATE),
        MOMENT(WireType.TIMESTAMP);

        final WireType type;

        Fetch(WireType type) {
            this.type = type;
        }
    }

    /** How a value goes back as a parameter. */
    enum Bind {
        TEXT,
        NUMBER,
        BYTES,
        MOMENT
    }

    boolean mayBeEmpty() {
        return presence == TargetColumn.Presence.OPTIONAL;
    }
}

package org.tongqu.exchange.mapping;

import org.tongqu.exchange.wire.TargetType;

/**
 * A column of the target as its table declares it.
 *
 * @param presence whether the table takes a row in which it is empty
 */
public record TargetColumn(String name, TargetType type, Presence presence) {

    /** Whether a column may be empty. */
    public enum Presence {
        OPTIONAL,
        REQUIRED
    }
}

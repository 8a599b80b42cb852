package org.tongqu.engines.packs;

/**
 * Which organisation a submission goes to: the one of this kind whose division the answer lies in.
 *
 * @param organisationKind e.g. {@code city-parks}
 * @param divisionField    path in the answers that holds a division code
 * @param level            how far up the division is looked for
 */
public record Dispatch(String organisationKind, String divisionField, Level level) {

    /** The level of government that handles it. */
    public enum Level {
        CITY,
        COUNTY,
        STREET
    }
}

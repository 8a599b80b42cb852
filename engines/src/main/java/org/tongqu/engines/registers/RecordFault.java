package org.tongqu.engines.registers;

import java.util.Locale;

/**
 * Why a delivered record was not taken in.
 *
 * @param field the attribute or identifier
 */
public record RecordFault(String field, Kind kind) {

    /** Each has its words on the desk. */
    public enum Kind {
        MISSING,
        FORM,
        CHECK_CHARACTER,
        /** All digits fit and the day of birth in it never was. */
        IMPOSSIBLE_DATE,
        /** Not of the attribute's kind, or not in its list. */
        VALUE,
        /** Of a day that has not come. */
        FUTURE,
        /** The register has no such attribute, or this source may not speak for it. */
        NOT_ASKED,
        /** The same source says it of another record too. */
        TWICE,
        /** Another thing bears the identifier already. */
        ELSEWHERE,
        /** It was said before that this thing became the one that it is said to have been. */
        RING,
        /** Somebody said that these two are not one. */
        PARTED,
        /** Neither GeoJSON nor WKT, or too large. */
        SHAPE_UNREADABLE,
        /** A ring does not end where it began. */
        SHAPE_OPEN,
        /** It crosses itself. */
        SHAPE_CROSSES,
        /** It reaches outside the country. */
        SHAPE_OUTSIDE;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

package org.tongqu.exchange.wire;

/** Why a value cannot become a value of the target's type. */
public enum Misfit {
    /** It can. */
    NONE,
    NOT_A_NUMBER,
    /** A number too large for the column. */
    OUT_OF_RANGE,
    /** Digits after the point, or a time of day, that the column cannot hold. */
    WOULD_LOSE,
    /** Not a day of the calendar, e.g. 31 February or any day of year 0. */
    NOT_A_DATE,
    TOO_LONG,
    NOT_A_TRUTH,
    NOT_AN_IDENTITY,
    /** Bytes that are not UTF-8. */
    NOT_TEXT,
    /** Nothing of this kind can become one of that kind. */
    NO_SUCH_CONVERSION
}

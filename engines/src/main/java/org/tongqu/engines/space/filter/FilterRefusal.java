package org.tongqu.engines.space.filter;

/**
 * Why a text is no filter.
 *
 * @param at where it cannot be read on: in CQL2 text the sign, counted from 1; in CQL2 JSON a pointer, e.g. {@code /args/1}
 * @param said what stands there
 */
public record FilterRefusal(Kind kind, String at, String said) {

    /** Each has its words. */
    public enum Kind {
        /** Something else must stand there. */
        UNEXPECTED,
        /** The text ends too early. */
        ENDS,
        /** There is no such attribute to ask by. */
        NO_ATTRIBUTE,
        /** It is of another kind than what it is compared with, or than must stand there. */
        NOT_OF_KIND,
        /** The shape cannot be read. */
        SHAPE,
        /** It is no day or moment, or it ends before it begins. */
        TIME,
        /** Longer or deeper than a filter may be. */
        TOO_LARGE
    }
}

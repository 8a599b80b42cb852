package org.tongqu.engines.space.filter;

/**
 * Why a text is no filter.
 *
 * @param at the sign at which it cannot be read on, counted from 1
 * @param said what stands there
 */
public record FilterRefusal(Kind kind, int at, String said) {

    /** Each has its words. */
    public enum Kind {
        /** Something else must stand there. */
        UNEXPECTED,
        /** The text ends too early. */
        ENDS,
        /** There is no such attribute to ask by. */
        NO_ATTRIBUTE,
        /** The attribute is a number and this is none, or it is text and this is a number. */
        NOT_OF_KIND,
        /** The shape cannot be read. */
        SHAPE,
        /** Longer or deeper than a filter may be. */
        TOO_LARGE
    }
}

package org.tongqu.engines.expressions;

/**
 * Why a text is no expression.
 *
 * @param column where it stops making sense, counted from 1
 * @param found  what stands there; empty at the end of the text
 */
public record ExpressionProblem(int column, Kind kind, String found) {

    /** What is wrong at the column. */
    public enum Kind {
        /** A value, a path or a bracket was expected here. */
        VALUE_EXPECTED,
        /** The expression was complete and yet something follows. */
        END_EXPECTED,
        /** A quoted text is never closed. */
        TEXT_NOT_CLOSED,
        /** A bracket, comma or quoted value is missing here. */
        BRACKET_EXPECTED,
        /** Only {@code sum(path)} and {@code count(path)} exist. */
        FUNCTION_UNKNOWN,
        /** A sign that this language does not have. */
        SIGN_UNKNOWN,
        /** Longer, or nested deeper, than anybody can read. */
        TOO_LONG
    }
}

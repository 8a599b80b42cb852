package org.tongqu.exchange.questions;

/**
 * A part of an answer, or of what is to be written under a question.
 *
 * @param attempt drawn anew when a node answers from the beginning, so that parts of two attempts are never mixed
 * @param number counted from 0
 */
public record Piece(long question, long attempt, int number, Place place, byte[] content) {

    /** Whether another follows. */
    public enum Place {
        MORE,
        LAST
    }
}

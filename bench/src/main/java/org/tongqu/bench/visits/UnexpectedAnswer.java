package org.tongqu.bench.visits;

import java.io.Serial;

/** The program did not answer as it should; the matter counts as failed. */
public final class UnexpectedAnswer extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** @param words what the page says is wrong; empty when it says nothing */
    public UnexpectedAnswer(String asked, String what, String words) {
        super(asked + " " + what + (words.isEmpty() ? "" : ": " + words));
    }
}

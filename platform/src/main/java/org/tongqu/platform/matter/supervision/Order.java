package org.tongqu.platform.matter.supervision;

import java.time.Instant;
import org.tongqu.kernel.text.Label;

/**
 * A supervision order (督办): what a supervisor demands of an office.
 *
 * @param number by which people name it, e.g. {@code 2026-000012}
 * @param version how often it was changed
 */
public record Order(
        String id, String number, About about, Addressee to, Demand demand, Term term, State state, int version) {

    /** How far it is. */
    public enum State {
        /** Waits for the answer of the office. */
        ISSUED,
        /** Waits for the supervisor. */
        ANSWERED,
        /** The answer was not enough; waits for another. */
        RETURNED,
        CLOSED;

        /** Whether it is the office's turn. */
        public boolean waitsForOffice() {
            return this == ISSUED || this == RETURNED;
        }
    }

    /**
     * @param thing what of the case it is about: {@code finding:} and its id, or {@code clock:} and its name
     * @param label the same in words
     */
    public record About(String caseId, String receipt, String title, String thing, Label label) {}

    /**
     * @param organisation that handles the matter
     * @param addressed who has to answer: that organisation, or one above it once it kept silent
     * @param level how many steps above it
     */
    public record Addressee(String organisation, String addressed, int level) {}

    /** @param days the working days it gives */
    public record Demand(String words, int days, String by, String byName, Instant at) {}

    /** @param edition of the calendar by which {@code dueAt}, the first instant that is too late, was found */
    public record Term(Instant dueAt, String edition) {}

    Order now(State next) {
        return new Order(id, number, about, to, demand, term, next, version + 1);
    }

    Order until(Term other) {
        return new Order(id, number, about, to, demand, other, state, version);
    }

    Order above(Addressee superior) {
        return new Order(id, number, about, superior, demand, term, state, version + 1);
    }
}

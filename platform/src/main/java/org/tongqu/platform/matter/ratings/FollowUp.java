package org.tongqu.platform.matter.ratings;

import java.time.Instant;

/**
 * What is owed after a bad rating (回访整改).
 *
 * @param id of the rating
 * @param number by which people name it, e.g. {@code 2026-000012}
 * @param organisation that was rated
 * @param addressed who has to answer: that organisation, or the one above once its answer did not content
 * @param round 1, and 2 after an answer that did not content
 * @param version how many steps there are
 */
public record FollowUp(
        String id,
        String number,
        String organisation,
        String addressed,
        State state,
        int round,
        Term term,
        int version) {

    public enum State {
        /** Nobody has called back yet. */
        OPEN,
        CALLED,
        VERIFIED,
        /** Waits for the applicant's word. */
        ANSWERED,
        /** The office says it is malicious; waits for a supervisor. */
        APPEALED,
        /** The applicant is content, or said nothing for long. */
        SETTLED,
        /** Answered twice, and the applicant is still not content. */
        DISCONTENT,
        /** A supervisor found it malicious. */
        STRUCK;

        /** Whether it is the office's turn. */
        public boolean waitsForOffice() {
            return this == OPEN || this == CALLED || this == VERIFIED;
        }
    }

    /** @param edition of the calendar by which {@code dueAt}, the first instant that is too late, was found */
    public record Term(Instant openedAt, Instant dueAt, String edition) {}

    FollowUp now(State next) {
        return new FollowUp(id, number, organisation, addressed, next, round, term, version + 1);
    }

    FollowUp again(String other, Term next) {
        return new FollowUp(id, number, organisation, other, State.OPEN, round + 1, next, version + 1);
    }

    FollowUp back(State to, Term next) {
        return new FollowUp(id, number, organisation, addressed, to, round, next, version + 1);
    }
}

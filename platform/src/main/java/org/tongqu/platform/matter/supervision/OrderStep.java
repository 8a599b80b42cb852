package org.tongqu.platform.matter.supervision;

import java.time.Instant;
import java.util.Optional;
import org.tongqu.platform.trust.journal.Entry;

/**
 * Something that was said or happened in an order.
 *
 * @param words may be empty where nobody had to say anything
 * @param addressed who had to answer from then on
 * @param dueAt until when; empty where nothing is due
 */
public record OrderStep(Kind kind, Instant at, Entry.Doer by, String words, String addressed, Optional<Instant> dueAt) {

    public enum Kind {
        ISSUED,
        ANSWERED,
        RETURNED,
        ACCEPTED,
        /** Nobody answered in time: the organisation above answers now. */
        ESCALATED,
        /** Nobody answered in time, and nobody stands above. */
        OVERDUE
    }
}

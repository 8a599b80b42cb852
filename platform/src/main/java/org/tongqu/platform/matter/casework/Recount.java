package org.tongqu.platform.matter.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongqu.kernel.text.Label;

/**
 * What a new calendar did to the open cases.
 *
 * @param cases how many were open when it began
 * @param seen how many of them were counted anew so far
 * @param changed how many clocks got another day
 * @param kept how many cases could not be counted, and keep the day they had
 * @param endedAt empty while it goes on
 */
public record Recount(String edition, int cases, int seen, int changed, int kept, Optional<Instant> endedAt) {

    /** A clock that got another day. */
    public record Changed(
            String caseId, String receipt, String organisation, Label clock, Instant dueBefore, Instant dueNow) {}

    /**
     * Some of them, by receipt number.
     *
     * @param next where the following page begins; empty on the last
     */
    public record Page(List<Changed> rows, Optional<String> next) {
        public Page {
            rows = List.copyOf(rows);
        }
    }
}

package org.tongqu.platform.trust.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.tongqu.kernel.data.Datum;

/**
 * One deed.
 *
 * @param at when it was done; kept to the microsecond
 * @param who the account, staff or node that did it, e.g. {@code staff:sc-0012}, {@code citizen:c-8f…}, {@code system}
 * @param whoName the name as it was then
 * @param verb what was done, e.g. {@code casework.decide}: module, dot, verb
 * @param subject what it was done to
 * @param why the reason the person gave, or the purpose of a look
 * @param agreement the sharing agreement under which data were used
 * @param details what else an examiner needs; never a secret, never an unmasked citizen number
 */
public record Entry(
        Instant at,
        Doer who,
        String verb,
        Subject subject,
        Optional<String> why,
        Optional<String> agreement,
        Datum details) {

    /** Who did it, by id and by the name they had then. */
    public record Doer(String id, String name) {
        public static final Doer SYSTEM = new Doer("system", "");
    }

    /** What it was done to, e.g. {@code case} and its receipt number. */
    public record Subject(String kind, String id) {}

    public Entry {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    public static Entry of(Instant at, Doer who, String verb, Subject subject) {
        return new Entry(at, who, verb, subject, Optional.empty(), Optional.empty(), Datum.empty());
    }

    public Entry because(String reason) {
        return new Entry(at, who, verb, subject, Optional.of(reason), agreement, details);
    }

    public Entry under(String sharingAgreement) {
        return new Entry(at, who, verb, subject, why, Optional.of(sharingAgreement), details);
    }

    public Entry with(Datum moreDetails) {
        return new Entry(at, who, verb, subject, why, agreement, moreDetails);
    }
}

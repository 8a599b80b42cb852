package org.tongqu.platform.matter.supervision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something an office owes by a day beside its cases, e.g. to follow a bad rating up.
 *
 * @param id another one each time it is owed anew
 * @param kind by which rules of supervision name it
 * @param number by which people name it; shown to everybody who sees the office
 * @param href where on the desk it is done
 * @param term since when and until when; {@code dueAt} is the first instant that is too late
 */
public record Duty(String id, String kind, String number, String title, Owed owed, String href, Term term) {

    /** The id of what is called so, always the same. @param name with the kind before it, which no other duty has */
    public static String named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
    }

    /** Who owes it, and in which service. */
    public record Owed(String organisation, String packId) {}

    /** @param warnAt from when it is nearly too late, where whoever owes it knows better than the rule */
    public record Term(Instant since, Optional<Instant> warnAt, Instant dueAt) {
        public Term(Instant since, Instant dueAt) {
            this(since, Optional.empty(), dueAt);
        }
    }
}

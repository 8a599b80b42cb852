package org.tongqu.platform.matter.notices;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tongqu.kernel.text.Label;

/**
 * Something to tell that is of no case, e.g. of an appointment.
 *
 * @param subject what it is about
 * @param version how often the subject was changed: nothing is told twice of one change
 * @param kind what happened, e.g. {@code hall.booked}
 * @param recipients accounts of citizens or staff ids
 */
public record Telling(UUID subject, int version, String kind, List<String> recipients, Words words, Instant at) {

    /** @param href where the reader goes on from */
    public record Words(Label title, Label text, String href) {}

    public Telling {
        recipients = List.copyOf(recipients);
    }
}

package org.tongqu.platform.data.corrections;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.tongqu.platform.data.catalog.Coded;

/**
 * A delivered value that is held to be wrong.
 *
 * @param id e.g. {@code JC-2026-000012}
 * @param due until when the provider answers; none once it did, or when the calendar does not know
 * @param version counts the changes from 1
 */
public record Correction(
        String id, Origin origin, Told told, Instant reportedAt, State state, Optional<Due> due, int version) {

    /**
     * Where the value came from.
     *
     * @param agreement under which it was delivered
     * @param consumer code of the department that got it
     * @param provider code of the department that gave it
     */
    public record Origin(String agreement, String flow, String resource, String consumer, String provider) {}

    /**
     * What is wrong.
     *
     * @param key of the row in the target, its columns joined by commas
     * @param item the column of the target
     * @param delivered what was delivered
     * @param expected what it should be, as whoever reports it knows
     * @param why how they know
     */
    public record Told(String key, String item, String delivered, String expected, String why) {}

    /** @param at the first instant that is too late */
    public record Due(LocalDate day, Instant at) {}

    public enum State implements Coded {
        /** Before the provider. */
        REPORTED,
        /** Corrected at the source, the next run is awaited. */
        CORRECTED,
        REFUSED,
        /** Another value came. */
        ARRIVED,
        /** Whoever reported it holds it to be wrong no longer. */
        WITHDRAWN
    }

    public Correction in(State other) {
        return new Correction(id, origin, told, reportedAt, other, Optional.empty(), version + 1);
    }

    public boolean isOpen() {
        return state == State.REPORTED || state == State.CORRECTED;
    }
}

package org.tongqu.platform.matter.hall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * A number somebody drew at a hall.
 *
 * @param token by which its holder looks at it; nobody can guess it
 * @param line what they came for
 * @param appointment set when they came with one
 */
public record Ticket(
        Key key, String token, String line, Optional<String> appointment, State state, Times times, At at) {

    /** @param number from 1 in every hall on every day, none left out */
    public record Key(String hall, LocalDate day, int number) {}

    public enum State {
        WAITING,
        CALLED,
        SERVING,
        SERVED,
        /** Called, and nobody came. */
        MISSED,
        /** Gave the number back. */
        LEFT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param due by which people are called: earlier than {@code taken} for those with an appointment */
    public record Times(
            Instant taken, Instant due, Optional<Instant> called, Optional<Instant> started, Optional<Instant> ended) {}

    /**
     * Where.
     *
     * @param window that called it last
     * @param target the one window that may call it
     * @param calls how often it was called
     */
    public record At(Optional<Integer> window, Optional<Integer> target, int calls) {}

    /** As it is printed and called, e.g. {@code B017}. */
    public String label() {
        return line + String.format(Locale.ROOT, "%03d", key.number());
    }

    /** What journal entries call it. */
    public String id() {
        return key.hall() + "/" + key.day() + "/" + key.number();
    }
}

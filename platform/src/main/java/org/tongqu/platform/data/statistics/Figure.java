package org.tongqu.platform.data.statistics;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One version of a figure.
 *
 * @param version counted from 1
 * @param reason why it says something else than the version before; empty of the first
 * @param reported by whom and when
 * @param released by whom and when; empty until it is
 * @param until since when another released version counts; empty for the one that counts now
 */
public record Figure(
        String region,
        int version,
        BigDecimal value,
        State state,
        String reason,
        Deed reported,
        Optional<Deed> reviewed,
        Optional<Deed> released,
        Optional<Instant> until) {

    /** Who did something, by name, and when. */
    public record Deed(String by, Instant at) {}

    /** How far it is on its way to everybody. */
    public enum State {
        REPORTED,
        REVIEWED,
        RELEASED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

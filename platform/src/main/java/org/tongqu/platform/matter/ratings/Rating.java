package org.tongqu.platform.matter.ratings;

import java.time.Instant;
import java.util.List;

/**
 * A rating as anybody at the office may read it: nothing in it leads to who gave it.
 *
 * @param at when; offices are told the day alone
 * @param counts false once a supervisor found it malicious
 */
public record Rating(String id, Served served, Point point, Channel channel, Said said, Instant at, boolean counts) {

    /** By whom and in which service. */
    public record Served(String organisation, String packId) {}

    public record Said(Grade grade, List<String> reasons, String words) {
        public Said {
            reasons = List.copyOf(reasons);
        }
    }
}

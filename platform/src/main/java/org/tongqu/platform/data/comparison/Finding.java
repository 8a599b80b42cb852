package org.tongqu.platform.data.comparison;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.platform.data.catalog.Coded;

/**
 * A disagreement.
 *
 * @param times how often it came up
 * @param correction the one that took it to its source
 */
public record Finding(long id, String job, Said said, State state, Times at, int times, Optional<String> correction) {

    /**
     * What it is about.
     *
     * @param key by which the sides were laid beside each other
     * @param row key of the row that would have to be corrected; empty when it cannot be named
     * @param origins who said what a golden record says, by attribute; nothing where two deliveries are compared
     */
    public record Said(
            List<String> key,
            List<String> row,
            Map<String, String> about,
            Map<String, String> against,
            Map<String, Origin> origins) {
        public Said {
            key = List.copyOf(key);
            row = List.copyOf(row);
            origins = Map.copyOf(origins);
        }

        /** Of two deliveries. */
        public Said(List<String> key, List<String> row, Map<String, String> about, Map<String, String> against) {
            this(key, row, about, against, Map.of());
        }
    }

    /** @param source as its register calls it @param since the day since which it is so, e.g. {@code 2026-03-01} */
    public record Origin(String source, String since) {}

    /** When it was found, and since when it is gone. */
    public record Times(Instant found, Optional<Instant> closed) {}

    public enum State implements Coded {
        OPEN,
        /** At its source as a correction. */
        SENT,
        /** The source says that it is right as it is. */
        EXCUSED,
        /** No longer found. */
        CLOSED
    }
}

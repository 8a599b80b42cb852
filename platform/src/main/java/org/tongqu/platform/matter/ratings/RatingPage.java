package org.tongqu.platform.matter.ratings;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Some ratings, the latest first.
 *
 * @param counts how many there are under each view
 * @param next where the next page begins; empty on the last
 */
public record RatingPage(List<Row> rows, Map<View, Long> counts, Optional<String> next) {

    /** Which ratings are asked for. */
    public enum View {
        ALL,
        BAD,
        /** It is the office's turn. */
        WAITING,
        ANSWERED,
        APPEALED
    }

    public record Row(Rating rating, Optional<FollowUp> followUp) {}

    public RatingPage {
        rows = List.copyOf(rows);
        counts = Map.copyOf(counts);
    }
}

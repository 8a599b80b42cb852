package org.tongqu.platform.data.harvest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A foreign record as it is kept. @param gone since when its catalogue does not have it any more */
public record ForeignEntry(long id, Origin origin, ForeignRecord record, Instant first, Optional<Instant> gone) {

    /** The catalogue it comes from. */
    public record Origin(long source, String name, String address) {}

    /** Some of them. @param next before which id the next begin; empty at the end @param total how many fit, at most {@link #MOST} */
    public record Listing(List<ForeignEntry> rows, Optional<String> next, long total) {

        /** Counting stops here: more than this is "many". */
        public static final int MOST = 1000;

        public Listing {
            rows = List.copyOf(rows);
        }
    }
}

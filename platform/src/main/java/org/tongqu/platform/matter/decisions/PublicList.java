package org.tongqu.platform.matter.decisions;

import java.util.List;
import java.util.Optional;

/**
 * One page of a public list, the newest first.
 *
 * @param total how many there are under the same conditions; counting stops at {@link #COUNTED}
 * @param next where the next page begins; empty on the last
 */
public record PublicList(List<Published> lines, long total, Optional<String> next) {

    /** Nobody needs to know how many more there are, and counting them would take time. */
    public static final long COUNTED = 10_000;

    public PublicList {
        lines = List.copyOf(lines);
    }

    /**
     * What a reader looks for.
     *
     * @param list the id of one list; empty for all
     * @param words a part of the title or of anything that is shown; empty for all
     * @param division six digits or fewer; empty for all
     */
    public record Search(Optional<String> list, String words, Optional<String> division) {

        public static final Search EVERYTHING = new Search(Optional.empty(), "", Optional.empty());
    }
}

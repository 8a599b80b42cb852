package org.tongqu.platform.data.comparison;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongqu.engines.linkage.Level;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.comparison.Finding.Said;

/**
 * Two rows that may be about one, so that people have to say (人工判断).
 *
 * @param said as of a finding, which it becomes when somebody says that they are one
 * @param probability that they are, as the linkage reckoned it
 */
public record Doubt(
        long id, Said said, List<Piece> pieces, double probability, State state, Optional<Decision> decision) {

    public Doubt {
        pieces = List.copyOf(pieces);
    }

    /** What one trait says. @param weight in bits, for them being one when positive */
    public record Piece(String about, String against, Level level, double weight) {}

    /** What somebody said. @param by who */
    public record Decision(String by, Instant at) {}

    public enum State implements Coded {
        WAITING,
        SAME,
        DIFFERENT,
        /** The rows are not what they were, and it is no question any more. */
        GONE
    }

    /** What people may say. */
    public enum Verdict implements Coded {
        SAME,
        DIFFERENT,
        /** Put off behind all others. */
        LATER
    }
}

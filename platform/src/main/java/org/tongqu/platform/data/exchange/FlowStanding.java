package org.tongqu.platform.data.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a flow stands.
 *
 * @param minutes from the end of a run to the next
 * @param complete as new is what the target has; none before the first complete run
 * @param waiting rows set aside that are not sent again yet
 * @param today rows written today
 * @param total rows written since it was declared
 */
public record FlowStanding(
        String id, Route route, Timing timing, Log log, long waiting, long today, long total, Optional<Run> last) {

    /**
     * What the source keeps of its log for a flow that is followed no more.
     *
     * @param warned when half of what is allowed was used up
     * @param letGo since when it keeps nothing; the flow begins anew then
     */
    public record Log(long bytes, Optional<Instant> warned, Optional<Instant> letGo) {}

    /** From where to where. @param consumer code of the organisation that takes @param provider of the one that gives */
    public record Route(String from, String to, String resource, String provider, String consumer) {}

    /** When it runs. */
    public record Timing(int minutes, Wanted wanted, Instant next, Optional<Instant> complete) {}

    /** Whether it shall run. */
    public enum Wanted {
        RUNNING,
        HALTED
    }

    /** How new the rows of the target are. */
    public enum Freshness {
        /** Complete within three intervals. */
        FRESH,
        /** A run moves a part at a time, or the last complete one is some time ago. */
        LAGGING,
        /** Not complete within ten intervals, refused or failed. */
        STALE,
        HALTED
    }

    private static final int FRESH_FOR = 3;
    private static final int STALE_AFTER = 10;

    public Freshness freshness(Instant now) {
        if (timing.wanted() == Wanted.HALTED) {
            return Freshness.HALTED;
        }
        var state = last.map(Run::state);
        if (state.filter(one -> one == Run.State.REFUSED || one == Run.State.FAILED)
                .isPresent()) {
            return Freshness.STALE;
        }
        var interval = Duration.ofMinutes(timing.minutes());
        var age = timing.complete().map(at -> Duration.between(at, now));
        if (age.filter(old -> old.compareTo(interval.multipliedBy(FRESH_FOR)) <= 0)
                .isPresent()) {
            return Freshness.FRESH;
        }
        var isMoving = state.filter(one -> one == Run.State.RUNNING || one == Run.State.LIMITED)
                .isPresent();
        return isMoving
                        || age.filter(old -> old.compareTo(interval.multipliedBy(STALE_AFTER)) <= 0)
                                .isPresent()
                ? Freshness.LAGGING
                : Freshness.STALE;
    }
}

package org.tongqu.platform.matter.studio;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One case, as it went and as it would have gone. Everything is in the codes of its packs.
 *
 * @param number its place in the order of opening, from 1
 * @param kind key of what strikes most
 * @param days how many working days later; negative for sooner
 * @param took working days from its opening to its end, as it went; none while it goes on
 * @param why nobody can tell; empty where somebody can
 */
public record ForeseenCase(
        int number,
        Known known,
        String kind,
        int days,
        OptionalInt took,
        Course then,
        Course now,
        Optional<Why> why,
        List<ClockChange> clocks) {

    public ForeseenCase {
        clocks = List.copyOf(clocks);
    }

    /**
     * @param isOpen whether it goes on today
     * @param isVisible whether the reader may open it; of others the receipt is not told
     */
    public record Known(
            String caseId,
            String receipt,
            String organisation,
            Instant openedAt,
            String version,
            boolean isOpen,
            boolean isVisible) {}

    /**
     * @param result empty while it goes on, or where nobody can tell
     * @param standing the steps where it stands, while it goes on
     * @param steps that the other course does not have
     */
    public record Course(String result, List<String> standing, List<String> steps) {
        public Course {
            standing = List.copyOf(standing);
            steps = List.copyOf(steps);
        }
    }

    /** @param key names its sentence */
    public record Why(String key, String step, String what) {}

    public record ClockChange(
            String clock, Optional<Instant> dueThen, boolean lateThen, Optional<Instant> dueNow, boolean lateNow) {}

    public ForeseenCase with(List<ClockChange> changes) {
        return new ForeseenCase(number, known, kind, days, took, then, now, why, changes);
    }

    /** As somebody sees it who may open these cases. */
    public ForeseenCase among(Set<String> visible) {
        var as = new Known(
                known.caseId(),
                known.receipt(),
                known.organisation(),
                known.openedAt(),
                known.version(),
                known.isOpen(),
                visible.contains(known.caseId()));
        return new ForeseenCase(number, as, kind, days, took, then, now, why, clocks);
    }
}

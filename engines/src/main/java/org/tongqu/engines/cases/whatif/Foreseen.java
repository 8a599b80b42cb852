package org.tongqu.engines.cases.whatif;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What another definition would have made of one case.
 *
 * @param then how it went, or stands today
 * @param now how it would have gone; empty where nobody can tell
 * @param unknown why not
 * @param workingDays how many later it would have ended; negative for sooner
 * @param gone the steps at which it stands today and that the other definition does not have
 * @param clocks those whose day or timeliness would be another
 */
public record Foreseen(
        Course then,
        Optional<Course> now,
        Optional<Unknown> unknown,
        Kind kind,
        int workingDays,
        List<String> gone,
        List<ClockChange> clocks) {

    /** What strikes most; what stands first hides what comes after it. */
    public enum Kind {
        /** Ended cases: with another result. */
        ENDS_OTHERWISE,
        /** Over other steps. */
        GOES_ANOTHER_WAY,
        /** A decision table says something else. */
        RULED_OTHERWISE,
        LATER,
        SOONER,
        /** A clock that was kept is missed, or the other way round. */
        TIMELINESS,
        /** A due day differs and nothing comes of it. */
        ANOTHER_DAY,
        SAME,
        /** Nobody can tell. */
        UNKNOWN,
        /** Open cases: stands on a step that is no longer there. */
        STEP_GONE,
        /** A clock that is not late would be late at once. */
        LATE_AT_ONCE,
        /** Would stand elsewhere by now, or have ended. */
        STANDS_ELSEWHERE,
        /** Goes on as it is, with another due day. */
        DUE_ANOTHER_DAY,
        GOES_ON;

        /** By which its word is found. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * @param dueThen empty for a clock that did not run
     * @param dueNow empty for a clock that would not run
     */
    public record ClockChange(
            String clock, Optional<Instant> dueThen, boolean lateThen, Optional<Instant> dueNow, boolean lateNow) {

        public boolean turnsLate() {
            return lateNow && !lateThen;
        }
    }

    public Foreseen {
        gone = List.copyOf(gone);
        clocks = List.copyOf(clocks);
    }

    public boolean isOfOpenCase() {
        return then.end().isEmpty();
    }
}

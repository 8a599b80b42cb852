package org.tongqu.platform.matter.supervision;

import java.util.List;
import java.util.Optional;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.RunningClock;

/**
 * Why a lamp shows what it shows: the clock and the events that made it, the first first.
 *
 * @param clock as it stands, empty where the clock is of a step, which nothing stops: the edition its due time was found by, the time it was not counting, the time it was given
 * @param events those of this clock: started, stopped, resumed, ended, each with the edition of the calendar used
 * @param causes the acts of people that brought each about, in the same order; the same act may stand there twice
 */
public record Evidence(ClockRow row, Optional<RunningClock> clock, List<CaseEvent> events, List<Cause> causes) {

    public Evidence {
        events = List.copyOf(events);
        causes = List.copyOf(causes);
    }

    /**
     * The act before an event of the clock.
     *
     * @param key of the sentence in the texts of casework, e.g. {@code story.completed}
     */
    public record Cause(String key, String byName) {}
}

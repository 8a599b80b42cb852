package org.tongqu.engines.cases.whatif;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.engines.cases.DoneTask;
import org.tongqu.engines.cases.RunningClock;
import org.tongqu.engines.cases.Task;
import org.tongqu.engines.cases.Token;

/**
 * How a case went, or would go.
 *
 * @param end empty while it goes on
 * @param path the steps that were done, in order
 * @param standing where it stands, while it goes on
 * @param clocks by name
 * @param ruled what each decision table said, by its id
 */
public record Course(
        Optional<End> end,
        List<String> path,
        List<String> standing,
        Map<String, ClockStand> clocks,
        Map<String, String> ruled) {

    public record End(String result, Instant at) {}

    /**
     * A clock at the end, or now.
     *
     * @param dueAt by which day it counts or counted
     * @param late it ended, stopped or is now after that day
     */
    public record ClockStand(Instant dueAt, boolean late) {}

    public Course {
        path = List.copyOf(path);
        standing = List.copyOf(standing);
        clocks = Collections.unmodifiableMap(new LinkedHashMap<>(clocks));
        ruled = Map.copyOf(ruled);
    }

    static Course of(CaseState state, Instant now) {
        var clocks = new LinkedHashMap<String, ClockStand>();
        state.clocks().forEach((name, clock) -> clocks.put(name, new ClockStand(clock.dueAt(), isLate(clock, now))));
        var ruled = new LinkedHashMap<String, String>();
        state.facts().fields("rules").forEach((table, said) -> ruled.put(table, said.canonical()));
        return new Course(
                state.ending().map(ending -> new End(ending.result(), ending.at())),
                state.doneTasks().stream()
                        .map(DoneTask::task)
                        .filter(Task::isStep)
                        .map(Task::nodeId)
                        .toList(),
                state.ending().isPresent()
                        ? List.of()
                        : state.tokens().stream().map(Token::nodeId).toList(),
                clocks,
                ruled);
    }

    private static boolean isLate(RunningClock clock, Instant now) {
        return switch (clock.status()) {
            case RUNNING -> !now.isBefore(clock.dueAt());
            case STOPPED -> !clock.since().isBefore(clock.dueAt());
            case ENDED -> clock.ended().filter(end -> !end.onTime()).isPresent();
        };
    }
}

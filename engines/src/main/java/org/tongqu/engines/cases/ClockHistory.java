package org.tongqu.engines.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How events change the clocks, and which passed step is said to have started or ended them. */
final class ClockHistory {

    private ClockHistory() {}

    static CaseState changed(CaseState state, String name, UnaryOperator<RunningClock> change) {
        return state.with(change.apply(clock(state, name)));
    }

    static CaseState started(CaseState state, CaseEvent.ClockStarted e) {
        var rule = state.opened()
                .clocks()
                .find(e.clock())
                .orElseThrow(() -> new IllegalStateException("The case was opened without a clock " + e.clock()));
        var started = new RunningClock(
                rule,
                RunningClock.Status.RUNNING,
                e.at(),
                e.at(),
                Spent.NOTHING,
                e.dueAt(),
                e.warnAt(),
                e.calendarEdition(),
                Optional.empty(),
                List.of(),
                Optional.ofNullable(state.clocks().get(e.clock())));
        return led(state.with(started), led -> led.startedToo(e.clock()));
    }

    static CaseState ended(CaseState state, CaseEvent.ClockEnded e) {
        return led(changed(state, e.clock(), clock -> clock.ended(e)), led -> led.endedToo(e.clock()));
    }

    static CaseState voided(CaseState state, String name) {
        return clock(state, name).before().map(state::with).orElseGet(() -> state.withoutClock(name));
    }

    /** The step that was passed last and has not gone on yet is the one that does it. */
    private static CaseState led(CaseState state, UnaryOperator<Passage.Led> change) {
        var passages = new ArrayList<>(state.handling().passages());
        if (passages.isEmpty() || passages.getLast().led().moved()) {
            return state;
        }
        var last = passages.getLast();
        return state.with(state.handling().changed(last, last.leading(change.apply(last.led()))));
    }

    private static RunningClock clock(CaseState state, String name) {
        var clock = state.clocks().get(name);
        if (clock == null) {
            throw new IllegalStateException("Clock " + name + " was never started");
        }
        return clock;
    }
}

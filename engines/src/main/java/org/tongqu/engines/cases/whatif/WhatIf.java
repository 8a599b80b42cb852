package org.tongqu.engines.cases.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.engines.cases.Cases;
import org.tongqu.engines.cases.Moment;
import org.tongqu.engines.cases.Token;
import org.tongqu.engines.cases.whatif.Foreseen.ClockChange;
import org.tongqu.engines.cases.whatif.Foreseen.Kind;
import org.tongqu.kernel.Outcome;

/**
 * Lays how a case went beside how it would have gone by another definition. A pure function of the case's events, both
 * definitions, today and its calendar.
 */
public final class WhatIf {

    private final Definition after;
    private final Moment today;

    private WhatIf(Definition after, Moment today) {
        this.after = after;
        this.today = today;
    }

    /**
     * @param before by which the case was handled
     * @param events all of the case, beginning with its opening
     */
    public static Foreseen of(Definition before, Definition after, List<CaseEvent> events, Moment today) {
        return new WhatIf(after, today).foresee(before, events);
    }

    private Foreseen foresee(Definition before, List<CaseEvent> events) {
        if (!(events.getFirst() instanceof CaseEvent.CaseOpened opened)) {
            throw new IllegalArgumentException("A case begins with its opening, not with " + events.getFirst());
        }
        var state = Cases.replay(before.process(), events);
        var then = Course.of(state, today.now());
        var gone = gone(state);
        var replayed = Replay.of(
                after,
                Observed.in(before.process(), events),
                opened,
                state.ending().isEmpty() ? Replay.Today.OPEN : Replay.Today.ENDED,
                today);
        return switch (replayed) {
            case Outcome.Refused<CaseState, Unknown>(var unknown) -> unknown(then, gone, unknown);
            case Outcome.Done<CaseState, Unknown>(var would) -> compared(then, Course.of(would, today.now()), gone);
        };
    }

    /** Where it stands today and the other process has no such place. */
    private List<String> gone(CaseState state) {
        return state.ending().isPresent()
                ? List.of()
                : state.tokens().stream()
                        .map(Token::nodeId)
                        .distinct()
                        .filter(nodeId -> after.process().findNode(nodeId).isEmpty())
                        .toList();
    }

    private static Foreseen unknown(Course then, List<String> gone, Unknown unknown) {
        return new Foreseen(
                then,
                Optional.empty(),
                Optional.of(unknown),
                gone.isEmpty() ? Kind.UNKNOWN : Kind.STEP_GONE,
                0,
                gone,
                List.of());
    }

    private Foreseen compared(Course then, Course now, List<String> gone) {
        var clocks = clocks(then, now);
        if (then.end().isEmpty()) {
            return new Foreseen(
                    then, Optional.of(now), Optional.empty(), ofOpen(then, now, gone, clocks), 0, gone, clocks);
        }
        var endThen = then.end().orElseThrow();
        var endNow = now.end().orElseThrow();
        return today.calendar()
                .workingDaysBetween(Shift.day(endThen.at()), Shift.day(endNow.at()))
                .fold(
                        days -> new Foreseen(
                                then,
                                Optional.of(now),
                                Optional.empty(),
                                ofEnded(then, now, days, clocks),
                                days,
                                gone,
                                clocks),
                        silent -> unknown(
                                then,
                                gone,
                                new Unknown(Unknown.Why.CALENDAR_SILENT, "", String.valueOf(silent.year()))));
    }

    private static Kind ofEnded(Course then, Course now, int days, List<ClockChange> clocks) {
        if (!then.end().map(Course.End::result).equals(now.end().map(Course.End::result))) {
            return Kind.ENDS_OTHERWISE;
        }
        if (!steps(then).equals(steps(now))) {
            return Kind.GOES_ANOTHER_WAY;
        }
        if (!then.ruled().equals(now.ruled())) {
            return Kind.RULED_OTHERWISE;
        }
        if (days != 0) {
            return days > 0 ? Kind.LATER : Kind.SOONER;
        }
        if (clocks.stream().anyMatch(clock -> clock.lateNow() != clock.lateThen())) {
            return Kind.TIMELINESS;
        }
        return clocks.isEmpty() ? Kind.SAME : Kind.ANOTHER_DAY;
    }

    private static Kind ofOpen(Course then, Course now, List<String> gone, List<ClockChange> clocks) {
        if (!gone.isEmpty()) {
            return Kind.STEP_GONE;
        }
        if (clocks.stream().anyMatch(ClockChange::turnsLate)) {
            return Kind.LATE_AT_ONCE;
        }
        if (now.end().isPresent() || !sorted(then.standing()).equals(sorted(now.standing()))) {
            return Kind.STANDS_ELSEWHERE;
        }
        if (!then.ruled().equals(now.ruled())) {
            return Kind.RULED_OTHERWISE;
        }
        return clocks.isEmpty() ? Kind.GOES_ON : Kind.DUE_ANOTHER_DAY;
    }

    /** Which of two branches was faster is no other way. */
    private static List<String> steps(Course course) {
        return sorted(course.path());
    }

    private static List<String> sorted(List<String> nodes) {
        return nodes.stream().sorted().toList();
    }

    private static List<ClockChange> clocks(Course then, Course now) {
        var names = new TreeSet<>(then.clocks().keySet());
        names.addAll(now.clocks().keySet());
        var changes = new ArrayList<ClockChange>();
        for (var name : names) {
            var was = Optional.ofNullable(then.clocks().get(name));
            var is = Optional.ofNullable(now.clocks().get(name));
            if (!was.equals(is)) {
                changes.add(new ClockChange(
                        name,
                        was.map(Course.ClockStand::dueAt),
                        was.filter(Course.ClockStand::late).isPresent(),
                        is.map(Course.ClockStand::dueAt),
                        is.filter(Course.ClockStand::late).isPresent()));
            }
        }
        return changes;
    }
}

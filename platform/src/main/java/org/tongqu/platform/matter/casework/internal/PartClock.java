package org.tongqu.platform.matter.casework.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.tongqu.engines.cases.DoneTask;
import org.tongqu.engines.cases.Moment;
import org.tongqu.engines.cases.Task;
import org.tongqu.engines.cases.process.Performer;
import org.tongqu.kernel.time.Limit;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.casework.CaseStory.Branch.Clock;
import org.tongqu.platform.matter.casework.CaseStory.Branch.State;
import org.tongqu.platform.matter.casework.CaseStory.Branch.Stretch;
import org.tongqu.platform.matter.casework.CaseStory.Branch.Whose;

/**
 * The clock of one part of a case: it runs while an office has the part, and stands still while the applicant is asked
 * for something. What the parts beside it do does not touch it.
 */
final class PartClock {

    private final Moment moment;

    PartClock(Moment moment) {
        this.moment = moment;
    }

    /**
     * @param limit of the whole part
     * @param done its finished tasks
     * @param open those that wait
     */
    Clock of(Optional<Limit> limit, List<DoneTask> done, List<Task> open) {
        var stretches = stretches(done, open);
        var standing = open.stream().anyMatch(PartClock::isApplicants);
        var used = limit.flatMap(most -> used(most.unit(), stretches));
        var left = limit.flatMap(most -> used.map(days -> most.amount() - days));
        var state = open.isEmpty() ? State.DONE : standing ? State.STOPPED : State.RUNNING;
        var due = state == State.DONE ? Optional.<Instant>empty() : limit.flatMap(most -> due(most, left));
        return new Clock(state, used, left, due, stretches);
    }

    private static boolean isApplicants(Task task) {
        return task.performer() instanceof Performer.Applicant;
    }

    /** Whose turn it was from one change to the next: the applicant's where they were asked, else the office's. */
    private List<Stretch> stretches(List<DoneTask> done, List<Task> open) {
        var all = new ArrayList<Stretch>();
        done.forEach(one -> all.add(stretch(one.task(), Optional.of(one.at()))));
        open.forEach(task -> all.add(stretch(task, Optional.empty())));
        var changes = new TreeSet<Instant>();
        all.forEach(stretch -> {
            changes.add(stretch.from());
            changes.add(end(stretch));
        });
        var turns = new ArrayList<Stretch>();
        for (var from : changes) {
            var until = changes.higher(from);
            if (until != null) {
                whose(all, from).ifPresent(whose -> add(turns, new Stretch(whose, from, Optional.of(until))));
            }
        }
        if (!open.isEmpty() && !turns.isEmpty()) {
            var last = turns.removeLast();
            turns.add(new Stretch(last.whose(), last.from(), Optional.empty()));
        }
        return turns;
    }

    private Optional<Whose> whose(List<Stretch> all, Instant from) {
        var theirs = all.stream()
                .filter(stretch -> !stretch.from().isAfter(from) && end(stretch).isAfter(from))
                .map(Stretch::whose)
                .toList();
        return theirs.contains(Whose.APPLICANT)
                ? Optional.of(Whose.APPLICANT)
                : theirs.stream().findFirst();
    }

    private static void add(List<Stretch> turns, Stretch next) {
        if (!turns.isEmpty()
                && turns.getLast().whose() == next.whose()
                && turns.getLast().until().equals(Optional.of(next.from()))) {
            var last = turns.removeLast();
            turns.add(new Stretch(last.whose(), last.from(), next.until()));
        } else {
            turns.add(next);
        }
    }

    private static Stretch stretch(Task task, Optional<Instant> until) {
        return new Stretch(isApplicants(task) ? Whose.APPLICANT : Whose.OFFICE, task.openedAt(), until);
    }

    private Instant end(Stretch stretch) {
        return stretch.until().orElse(moment.now());
    }

    /** What the offices' stretches used of it; empty where the calendar does not know the days. */
    private Optional<Integer> used(Limit.Unit unit, List<Stretch> stretches) {
        int sum = 0;
        for (var stretch : stretches) {
            if (stretch.whose() == Whose.OFFICE) {
                var used = between(unit, stretch.from(), end(stretch));
                if (used.isEmpty()) {
                    return Optional.empty();
                }
                sum += used.get();
            }
        }
        return Optional.of(sum);
    }

    private Optional<Integer> between(Limit.Unit unit, Instant from, Instant until) {
        return switch (unit) {
            case HOURS -> Optional.of((int) Duration.between(from, until).toHours());
            case NATURAL_DAYS -> Optional.of((int) ChronoUnit.DAYS.between(day(from), day(until)));
            case WORKING_DAYS ->
                moment.calendar().workingDaysBetween(day(from), day(until)).found();
        };
    }

    /** When the whole of it is too late, if its clock runs on from now; the day that uses up the last is in time. */
    private Optional<Instant> due(Limit limit, Optional<Integer> left) {
        if (left.filter(days -> days == 0).isPresent() && limit.unit() != Limit.Unit.HOURS) {
            return Optional.of(day(moment.now())
                    .plusDays(1)
                    .atStartOfDay(WorkingCalendar.ZONE)
                    .toInstant());
        }
        return left.filter(amount -> amount > 0)
                .flatMap(amount -> new Limit(amount, limit.unit())
                        .dueAfter(moment.now(), moment.calendar())
                        .found());
    }

    private static LocalDate day(Instant at) {
        return at.atZone(WorkingCalendar.ZONE).toLocalDate();
    }
}

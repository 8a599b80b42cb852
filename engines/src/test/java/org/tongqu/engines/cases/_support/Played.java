package org.tongqu.engines.cases._support;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tongqu.engines.cases.Actor;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.CaseRefusal;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.engines.cases.Cases;
import org.tongqu.engines.cases.ClockRule;
import org.tongqu.engines.cases.Clocks;
import org.tongqu.engines.cases.Moment;
import org.tongqu.engines.cases.RunningClock;
import org.tongqu.engines.cases.Service;
import org.tongqu.engines.cases.Task;
import org.tongqu.engines.cases.process.Process;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.time.Limit;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.kernel.time.WorkingCalendarTable;

/** One case played step by step, as a store would keep it: a list of events and nothing else. */
public final class Played {

    public static final String OFFICE = "office";
    public static final Actor WANG = Actor.applicant("wang", "王申请");
    public static final Actor LI = Actor.officer("li", "李接件", OFFICE, Set.of("acceptor"));
    public static final Actor QIAN = Actor.officer("qian", "钱接件", OFFICE, Set.of("acceptor"));
    public static final Actor ZHAO = Actor.officer("zhao", "赵核准", OFFICE, Set.of("decider"));
    public static final Actor PLATFORM = Actor.system("平台");

    /** 2026 as announced, and nothing of any other year. */
    public static final WorkingCalendar CALENDAR = WorkingCalendarTable.parse(String.join(
                    "\n",
                    "#edition 国办发明电〔2025〕7号",
                    "#years 2026",
                    holidays("2026-01-01", "2026-01-02", "2026-01-03"),
                    workdays("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"),
                    holidays("2026-02-15", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20"),
                    holidays("2026-02-21", "2026-02-22", "2026-02-23", "2026-04-04", "2026-04-05", "2026-04-06"),
                    holidays("2026-05-01", "2026-05-02", "2026-05-03", "2026-05-04", "2026-05-05"),
                    holidays("2026-06-19", "2026-06-20", "2026-06-21", "2026-09-25", "2026-09-26", "2026-09-27"),
                    holidays("2026-10-01", "2026-10-02", "2026-10-03", "2026-10-04", "2026-10-05", "2026-10-06"),
                    holidays("2026-10-07")))
            .orElseThrow();

    public static final Clocks CLOCKS = Clocks.of(
            clock("acceptance", Limit.workingDays(5)),
            clock(
                    "promised",
                    Limit.workingDays(10),
                    new ClockRule.Prolonging("decider", Limit.workingDays(3), 2, "条例")),
            clock("total", new Limit(60, Limit.Unit.NATURAL_DAYS)));

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Process process;
    private final List<CaseEvent> events = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private WorkingCalendar calendar = CALENDAR;

    public Played(Process process) {
        this.process = process;
    }

    public static Instant at(String local) {
        return LocalDateTime.parse(local, LOCAL).atZone(WorkingCalendar.ZONE).toInstant();
    }

    public static ClockRule clock(String name, Limit limit) {
        return new ClockRule(name, limit, Label.same(name), "", ClockRule.USUAL_WARN_PERCENT);
    }

    public static ClockRule clock(String name, Limit limit, ClockRule.Prolonging more) {
        return new ClockRule(name, limit, Label.same(name), "", ClockRule.USUAL_WARN_PERCENT, Optional.of(more));
    }

    public static CaseCommand open() {
        return open(CLOCKS, Map.of());
    }

    public static CaseCommand open(Clocks clocks, Map<String, Datum> facts) {
        return new CaseCommand.Open("c1", clocks, new Datum.Fields(facts), WANG.id(), OFFICE);
    }

    public static CaseCommand complete(String taskId, String outcome) {
        return complete(taskId, outcome, "因为");
    }

    public static CaseCommand complete(String taskId, String outcome, String reason) {
        return new CaseCommand.Complete(taskId, outcome, reason, new Datum.Fields(Map.of()));
    }

    public Played on(String local) {
        return on(at(local));
    }

    public Played on(Instant instant) {
        now = instant;
        return this;
    }

    /** From now on by another table of working days. */
    public Played by(WorkingCalendar other) {
        calendar = other;
        return this;
    }

    public Outcome<List<CaseEvent>, CaseRefusal> decide(CaseCommand command, Actor actor) {
        return Cases.decide(process, state(), command, actor, new Moment(now, calendar));
    }

    public Played does(CaseCommand command, Actor actor) {
        events.addAll(decide(command, actor).orElseThrow());
        return this;
    }

    /** Completes the one open task of a node. */
    public Played completes(String nodeId, String outcome, Actor actor) {
        return does(complete(task(nodeId).id(), outcome), actor);
    }

    /** Does what every service asks for, and what that leads to, as the platform does in one transaction. */
    public Played answersServices() {
        while (!state().services().isEmpty()) {
            Service service = state().services().getFirst();
            does(new CaseCommand.ServiceDone(service.id(), new Datum.Fields(Map.of())), PLATFORM);
        }
        return this;
    }

    public Task task(String nodeId) {
        return state().openTasks().stream()
                .filter(task -> task.nodeId().equals(nodeId))
                .findFirst()
                .orElseThrow(() -> new AssertionError(nodeId + " is not open, but " + openTasks()));
    }

    public List<String> openTasks() {
        return state().openTasks().stream().map(Task::nodeId).toList();
    }

    public CaseState state() {
        return Cases.replay(process, events);
    }

    public RunningClock clock(String name) {
        return Objects.requireNonNull(state().clocks().get(name), name);
    }

    public List<CaseEvent> events() {
        return List.copyOf(events);
    }

    private static String holidays(String... days) {
        return String.join(",holiday,休\n", days) + ",holiday,休";
    }

    private static String workdays(String... days) {
        return String.join(",workday,班\n", days) + ",workday,班";
    }
}

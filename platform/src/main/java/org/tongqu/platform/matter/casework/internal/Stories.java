package org.tongqu.platform.matter.casework.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.tongqu.engines.cases.Actor;
import org.tongqu.engines.cases.Assignee;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.engines.cases.Cases;
import org.tongqu.engines.cases.DoneTask;
import org.tongqu.engines.cases.Moment;
import org.tongqu.engines.cases.Task;
import org.tongqu.engines.cases.process.Charge;
import org.tongqu.engines.cases.process.OfferedOutcome;
import org.tongqu.engines.cases.process.Performer;
import org.tongqu.engines.forms.Forms;
import org.tongqu.engines.packs.Pack;
import org.tongqu.engines.packs.Sight;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.casework.CaseStory;
import org.tongqu.platform.matter.casework.CaseStory.Act;
import org.tongqu.platform.matter.casework.CaseStory.Kind;
import org.tongqu.platform.matter.casework.CaseStory.Line;
import org.tongqu.platform.matter.casework.CaseStory.OutcomeChoice;
import org.tongqu.platform.matter.casework.CaseView;

/** Tells a case from its events. What the reader may do is found by asking the engine and throwing its answer away. */
public final class Stories {

    private final Pack pack;
    private final CaseState state;
    private final Actor reader;
    private final Moment moment;

    private Stories(Pack pack, CaseState state, Actor reader, Moment moment) {
        this.pack = pack;
        this.state = state;
        this.reader = reader;
        this.moment = moment;
    }

    /** @param mayAct whether the reader may do anything at all but look, and what the house forbids them on this case */
    public static CaseStory tell(
            CaseView view,
            Pack pack,
            List<CaseEvent> events,
            Actor reader,
            Moment moment,
            BiPredicate<CaseState, CaseCommand> mayAct) {
        var state = Cases.replay(pack.process(), events);
        var stories = new Stories(pack, state, reader, moment);
        var nesting = new Nesting(pack.process());
        var ways = Ways.of(pack.process(), state, nesting);
        var operations = new Operations(
                pack, state, reader.id(), command -> mayAct.test(state, command) && stories.isAllowed(command));
        var answers = new Datum.Fields(state.facts().fields("answers"));
        var sight = Sight.of(pack, stories.kinds(view));
        var pages = Forms.visiblePages(pack.form(), answers);
        return new CaseStory(
                view,
                sight.map(seen -> seen.of(answers)).orElse(answers),
                sight.map(seen -> seen.of(pages)).orElse(pages),
                sight,
                events.stream()
                        .flatMap(
                                event -> stories.line(event).map(line -> line.of(stories.organisation(event))).stream())
                        .toList(),
                state.openTasks().stream().map(stories::task).toList(),
                List.copyOf(state.clocks().values()),
                operations.all(),
                Branches.of(pack, state, nesting, ways, new PartClock(moment)),
                Paths.of(pack, state, nesting, ways),
                stories.picture(events));
    }

    /** As what the reader's organisation works on a case that another one has; nothing for everybody else. */
    private List<String> kinds(CaseView view) {
        return reader.kind() != Actor.Kind.OFFICER
                        || reader.organisation()
                                .equals(view.head().organisation().code())
                ? List.of()
                : state.facts().fields("organisations").entrySet().stream()
                        .filter(body -> body.getValue().equals(Datum.of(reader.organisation())))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    private Optional<Line> line(CaseEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case CaseEvent.CaseOpened e -> opened(e);
                    case CaseEvent.CaseWithdrawn e -> by(e.at(), Kind.APPLICANT, "withdrawn", e.byName(), e.why());
                    case CaseEvent.CaseEnded e ->
                        plain(e.at(), Kind.END, "ended", CaseViews.named(pack, "result." + e.result(), e.result()));
                    case CaseEvent.TaskClaimed e ->
                        by(e.at(), Kind.OFFICE, "claimed", e.byName(), "", stepOf(e.taskId()));
                    case CaseEvent.TaskReleased e ->
                        by(e.at(), Kind.OFFICE, "released", e.byName(), "", stepOf(e.taskId()));
                    case CaseEvent.TaskTransferred e ->
                        by(
                                e.at(),
                                Kind.OFFICE,
                                "transferred",
                                e.byName(),
                                e.why(),
                                stepOf(e.taskId()),
                                Label.same(e.to().name()));
                    case CaseEvent.TaskCompleted e -> completed(e);
                    case CaseEvent.TaskCancelled e ->
                        plain(e.at(), Kind.SERVICE, "cancelled", CaseViews.step(pack, e.nodeId()));
                    case CaseEvent.ServiceDone e ->
                        plain(e.at(), Kind.SERVICE, "service-done", CaseViews.step(pack, e.nodeId()));
                    case CaseEvent.TimerFired e ->
                        plain(e.at(), Kind.SERVICE, "timer-fired", CaseViews.step(pack, e.nodeId()));
                    case CaseEvent.ClockStarted e ->
                        plain(e.at(), Kind.CLOCK, "clock-started", clock(e.clock()), lastDay(e.dueAt()));
                    case CaseEvent.ClockStopped e -> plain(e.at(), Kind.CLOCK, "clock-stopped", clock(e.clock()));
                    case CaseEvent.ClockResumed e ->
                        plain(e.at(), Kind.CLOCK, "clock-resumed", clock(e.clock()), lastDay(e.dueAt()));
                    case CaseEvent.ClockEnded e ->
                        plain(e.at(), Kind.CLOCK, e.onTime() ? "clock-on-time" : "clock-late", clock(e.clock()));
                    case CaseEvent.TokensMoved e -> null;
                    case CaseEvent.TaskOpened e -> null;
                    case CaseEvent.ServiceRequested e -> null;
                    case CaseEvent.ServiceCancelled e -> null;
                    case CaseEvent.TimerSet e -> null;
                    case CaseEvent.TimerCancelled e -> null;
                    default -> new HandlingLines(pack, this::stepOf).line(event);
                });
    }

    /** On the web by the applicant, or at a window by the clerk who took it down. */
    private static Line opened(CaseEvent.CaseOpened e) {
        var window = e.facts().at("reception");
        return window.text("clerk").isEmpty()
                ? by(e.at(), Kind.APPLICANT, "opened", e.byName(), "")
                : by(
                        e.at(),
                        Kind.HALL,
                        "opened-window",
                        window.text("clerk").orElseThrow(),
                        "",
                        new Label(
                                window.text("zh").orElse(""), window.text("en").orElse("")),
                        Label.same(window.number("scanned")
                                .map(BigDecimal::toPlainString)
                                .orElse("0")));
    }

    static Line by(Instant at, Kind kind, String key, String byName, String why, Label... args) {
        return new Line(
                at,
                kind,
                "story." + key,
                List.of(args),
                byName.isBlank() ? Optional.empty() : Optional.of(byName),
                why.isBlank() ? Optional.empty() : Optional.of(why));
    }

    private static Line plain(Instant at, Kind kind, String key, Label... args) {
        return by(at, kind, key, "", "", args);
    }

    private Label stepOf(String taskId) {
        return task(taskId).map(task -> CaseViews.step(pack, task.nodeId())).orElseGet(() -> Label.same(taskId));
    }

    private Optional<Task> task(String taskId) {
        return state.findDoneTask(taskId).map(DoneTask::task).or(() -> state.findOpenTask(taskId));
    }

    /** Whose step something was done to; several handle a case together. */
    private Optional<String> organisation(CaseEvent event) {
        var taskId = switch (event) {
            case CaseEvent.TaskClaimed e -> e.taskId();
            case CaseEvent.TaskReleased e -> e.taskId();
            case CaseEvent.TaskTransferred e -> e.taskId();
            case CaseEvent.TaskCompleted e -> e.taskId();
            case CaseEvent.TaskReturned e -> e.taskId();
            case CaseEvent.TaskRecalled e -> e.taskId();
            case CaseEvent.StepReopened e -> e.taskId();
            case CaseEvent.TaskDelegated e -> e.taskId();
            case CaseEvent.TaskGivenBack e -> e.taskId();
            case CaseEvent.SignersAdded e -> e.taskId();
            case CaseEvent.SignerRemoved e -> e.taskId();
            case CaseEvent.TaskUrged e -> e.taskId();
            default -> "";
        };
        return task(taskId)
                .filter(task -> !(task.performer() instanceof Performer.Applicant))
                .map(Task::organisation)
                .filter(code -> !code.isEmpty());
    }

    private boolean isApplicants(CaseEvent.TaskCompleted e) {
        return state.findDoneTask(e.taskId())
                .filter(done -> done.task().performer() instanceof Performer.Applicant)
                .isPresent();
    }

    private Label clock(String name) {
        return state.opened().clocks().find(name).map(rule -> rule.label()).orElseGet(() -> Label.same(name));
    }

    /** Due is the first instant that is too late; people are told the last day in time. */
    static Label lastDay(Instant dueAt) {
        return Label.same(
                dueAt.minusMillis(1).atZone(WorkingCalendar.ZONE).toLocalDate().toString());
    }

    private CaseStory.OpenTask task(Task task) {
        var acts = EnumSet.noneOf(Act.class);
        var outcomes = Cases.outcomes(pack.process(), task);
        var first = Cases.completing(state, task, outcomes.getFirst(), "?", moment);
        if (task.assignee().isEmpty() && isAllowed(new CaseCommand.Claim(task.id()))) {
            acts.add(Act.CLAIM);
        }
        if (isAllowed(new CaseCommand.Release(task.id()))) {
            acts.add(Act.RELEASE);
        }
        if (isAllowed(new CaseCommand.Transfer(task.id(), new Assignee("?", "?"), "?"))) {
            acts.add(Act.TRANSFER);
        }
        if (isAllowed(first)) {
            acts.add(Act.COMPLETE);
        }
        return new CaseStory.OpenTask(
                task.id(),
                task.nodeId(),
                CaseViews.step(pack, task.nodeId()),
                seat(task),
                task.assignee().map(Assignee::name),
                task.openedAt(),
                task.dueAt(),
                outcomes.stream().map(outcome -> choice(task, outcome)).toList(),
                acts);
    }

    private static Optional<CaseStory.Seat> seat(Task task) {
        return task.performer() instanceof Performer.Role(var role)
                ? Optional.of(new CaseStory.Seat(task.organisation(), role))
                : Optional.empty();
    }

    private CaseStory.Line completed(CaseEvent.TaskCompleted e) {
        var kind = isApplicants(e) ? Kind.APPLICANT : Kind.OFFICE;
        var step = CaseViews.step(pack, e.nodeId());
        var outcome = CaseViews.outcome(pack, e.outcome());
        return Charge.find(e.facts())
                .map(yuan -> by(
                        e.at(),
                        kind,
                        "completed-fee",
                        e.byName(),
                        e.reason(),
                        step,
                        outcome,
                        Label.same(yuan.toPlainString())))
                .orElseGet(() -> by(e.at(), kind, "completed", e.byName(), e.reason(), step, outcome));
    }

    private OutcomeChoice choice(Task task, OfferedOutcome outcome) {
        var leads = decide(Cases.completing(state, task, outcome, "?", moment))
                .fold(events -> events.stream().anyMatch(Stories::asksApplicant), refusal -> false);
        return new OutcomeChoice(
                outcome.code(),
                CaseViews.outcome(pack, outcome.code()),
                switch (outcome.reason()) {
                    case REQUIRED -> CaseStory.Reason.REQUIRED;
                    case OPTIONAL -> CaseStory.Reason.OPTIONAL;
                },
                leads ? CaseStory.Next.TO_APPLICANT : CaseStory.Next.ON,
                outcome.needs(OfferedOutcome.Need.DAY),
                outcome.fee().map(fee -> Charge.laidDown(outcome, state.facts()).orElse(BigDecimal.ZERO)));
    }

    private static boolean asksApplicant(CaseEvent event) {
        return event instanceof CaseEvent.TaskOpened opened && opened.performer() instanceof Performer.Applicant;
    }

    private boolean isAllowed(CaseCommand command) {
        return decide(command) instanceof Outcome.Done;
    }

    private Outcome<List<CaseEvent>, ?> decide(CaseCommand command) {
        return Cases.decide(pack.process(), state, command, reader, moment);
    }

    private CaseStory.Picture picture(List<CaseEvent> events) {
        Set<String> passed = new LinkedHashSet<>();
        passed.add(pack.process().start().id());
        for (var event : events) {
            if (event instanceof CaseEvent.TokensMoved moved) {
                for (var flowId : moved.flows()) {
                    passed.add(flowId);
                    pack.process().flows().stream()
                            .filter(flow -> flow.id().equals(flowId))
                            .forEach(flow -> {
                                passed.add(flow.from());
                                passed.add(flow.to());
                            });
                }
            }
        }
        Set<String> current = new LinkedHashSet<>(
                state.tokens().stream().map(token -> token.nodeId()).toList());
        passed.removeAll(current);
        return new CaseStory.Picture(pack.process().drawing(), current, passed);
    }
}

package org.tongqu.engines.cases;

import static org.tongqu.kernel.Outcome.refused;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tongqu.engines.cases.process.Appointment;
import org.tongqu.engines.cases.process.Charge;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.cases.process.OfferedOutcome;
import org.tongqu.engines.cases.process.Process;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.WorkingCalendar;

/** The rules of a case. Whoever stores the events under a check of {@link CaseState#version} has a safe case. */
public final class Cases {

    /** The result of every case that was withdrawn; a process may also end with it by itself. */
    public static final String WITHDRAWN = "withdrawn";

    /** The result of every case an officer ended. */
    public static final String TERMINATED = "terminated";

    private final Asked asked;

    private Cases(Asked asked) {
        this.asked = asked;
    }

    /** Everything that follows from the command up to the next wait for somebody; empty when nothing changes. */
    public static Outcome<List<CaseEvent>, CaseRefusal> decide(
            Process process, CaseState state, CaseCommand command, Actor actor, Moment moment) {
        return new Cases(new Asked(process, state, actor, moment)).decide(command);
    }

    public static CaseState apply(Process process, CaseState state, CaseEvent event) {
        return History.apply(process, state, event);
    }

    /** The state after all events of a case. */
    public static CaseState replay(Process process, List<CaseEvent> events) {
        return replay(process, CaseState.none(), events);
    }

    /** The state after some more events. */
    public static CaseState replay(Process process, CaseState before, List<CaseEvent> events) {
        var state = before;
        for (var event : events) {
            state = History.apply(process, state, event);
        }
        return state;
    }

    /**
     * What completes a task in this way: where a day is to be named with it, with the next working day, and where a
     * fee, with the one that is laid down or else none to pay.
     */
    public static CaseCommand.Complete completing(
            CaseState state, Task task, OfferedOutcome outcome, String reason, Moment moment) {
        Datum named = outcome.needs(OfferedOutcome.Need.DAY) ? Appointment.on(nextWorkingDay(moment)) : Datum.empty();
        if (outcome.fee().isPresent()) {
            named = named.with(
                    Charge.PATH,
                    Datum.of(Charge.laidDown(outcome, state.facts()).orElse(BigDecimal.ZERO)));
        }
        return new CaseCommand.Complete(task.id(), outcome.code(), reason, new Datum.Fields(named.fields("")));
    }

    private static String nextWorkingDay(Moment moment) {
        var today = moment.now().atZone(WorkingCalendar.ZONE).toLocalDate();
        return moment.calendar().plusWorkingDays(today, 1).fold(LocalDate::toString, silent -> today.toString());
    }

    /** What may be chosen to complete a task: the step's own outcomes, or those of what was asked in addition. */
    public static List<OfferedOutcome> outcomes(Process process, Task task) {
        if (task.isStep()) {
            return process.userTask(task.nodeId()).outcomes();
        }
        return task.tie().filter(tie -> tie.kind() == Task.Tie.Kind.SUPPLEMENT).isPresent()
                ? List.of(OfferedOutcome.RESUBMIT)
                : OfferedOutcome.OPINIONS;
    }

    private Outcome<List<CaseEvent>, CaseRefusal> decide(CaseCommand command) {
        if (command instanceof CaseCommand.Open open) {
            return open(open);
        }
        if (asked.state().file().isEmpty()) {
            return refused(new CaseRefusal.NotOpenYet());
        }
        return switch (command) {
            case CaseCommand.Open open -> open(open);
            case CaseCommand.FireTimer(var timerId) -> fire(timerId);
            case CaseCommand.ServiceDone serviceDone ->
                onService(serviceDone.taskId(), service -> serviceDone(service, serviceDone.facts()));
            case CaseCommand.ServiceFailed(var taskId, var why) ->
                onService(taskId, service -> serviceFailed(service, why));
            case CaseCommand.Receive receive -> receive(receive);
            case CaseCommand.Signal signal -> signal(signal);
            case CaseCommand.Withdraw(var why) -> new CaseActs(asked).withdraw(why);
            case CaseCommand.Terminate(var why) -> new CaseActs(asked).terminate(why);
            case CaseCommand.Suspend suspend -> new CaseActs(asked).suspend(suspend);
            case CaseCommand.Resume resume -> new CaseActs(asked).resume(resume);
            case CaseCommand.Copy copy -> new CaseActs(asked).copy(copy);
            case CaseCommand.Prolong prolong -> new CaseActs(asked).prolong(prolong);
            case CaseCommand.Recount recount -> new CaseActs(asked).recount();
            case CaseCommand.Recall recall -> new WayActs(asked).recall(recall);
            case CaseCommand.Redo redo -> new WayActs(asked).redo(redo);
            case CaseCommand.EndSpecial end -> new PauseActs(asked).end(end);
            case CaseCommand.KeepPromise keep -> new PauseActs(asked).keep(keep);
            default -> onTask(command);
        };
    }

    private Outcome<List<CaseEvent>, CaseRefusal> onTask(CaseCommand command) {
        var acts = new TaskActs(asked);
        return switch (command) {
            case CaseCommand.Claim(var taskId) -> asked.onTask(taskId, acts::claim);
            case CaseCommand.Release(var taskId) -> asked.onTask(taskId, acts::release);
            case CaseCommand.Transfer c -> asked.onTask(c.taskId(), task -> acts.transfer(task, c));
            case CaseCommand.Complete c -> asked.onTask(c.taskId(), task -> acts.complete(task, c));
            case CaseCommand.Delegate c -> asked.onTask(c.taskId(), task -> acts.delegate(task, c));
            case CaseCommand.GiveBack c -> asked.onTask(c.taskId(), task -> acts.giveBack(task, c));
            case CaseCommand.Urge c -> asked.onTask(c.taskId(), task -> acts.urge(task, c));
            case CaseCommand.Return c -> asked.onTask(c.taskId(), task -> new WayActs(asked).goBack(task, c));
            case CaseCommand.AddSigners c -> asked.onTask(c.taskId(), task -> new SignerActs(asked).add(task, c));
            case CaseCommand.AddVoices c -> asked.onTask(c.taskId(), task -> GroupActs.add(asked, task, c));
            case CaseCommand.RemoveVoice c -> asked.onTask(c.taskId(), task -> GroupActs.remove(asked, task, c));
            case CaseCommand.RemoveSigner c -> asked.onTask(c.taskId(), task -> new SignerActs(asked).remove(task, c));
            case CaseCommand.AskSupplement c ->
                asked.onTask(c.taskId(), task -> new PauseActs(asked).supplement(task, c));
            case CaseCommand.BeginSpecial c -> asked.onTask(c.taskId(), task -> new PauseActs(asked).begin(task, c));
            case CaseCommand.AcceptPromise c -> asked.onTask(c.taskId(), task -> new PauseActs(asked).promise(task, c));
            default -> throw new IllegalStateException("No task is concerned by " + command);
        };
    }

    private Outcome<List<CaseEvent>, CaseRefusal> open(CaseCommand.Open command) {
        if (asked.state().file().isPresent()) {
            return refused(new CaseRefusal.OpenAlready(asked.state().opened().caseId()));
        }
        var actor = asked.actor();
        var barred = Asked.first(() -> Rights.open(command, actor), () -> GroupActs.allKnown(asked.process(), command));
        if (barred.isPresent()) {
            return refused(barred.get());
        }
        var process = asked.process();
        for (var name : process.clockNames()) {
            if (command.clocks().find(name).isEmpty()) {
                throw new IllegalArgumentException("Process " + process.id() + " needs the clock " + name);
            }
        }
        var progress = asked.progress();
        var clocks = new ClockWork(progress);
        progress.add(new CaseEvent.CaseOpened(
                asked.now(),
                actor.id(),
                actor.name(),
                command.caseId(),
                process.id(),
                command.applicant(),
                command.organisation(),
                command.clocks(),
                command.facts()));
        clocks.start(process.start().starts());
        new Places(progress).openForTheCase();
        new Journey(progress, clocks).from(process.start(), "", Lineage.MAIN);
        return progress.outcome();
    }

    private Outcome<List<CaseEvent>, CaseRefusal> fire(String timerId) {
        var barred = Asked.first(() -> Rights.beThePlatform(asked.actor()), asked::notRunning);
        if (barred.isPresent()) {
            return refused(barred.get());
        }
        var found = asked.state().findTimer(timerId);
        if (found.isEmpty()) {
            return refused(new CaseRefusal.NoSuchTimer(timerId));
        }
        var timer = found.get();
        if (asked.now().isBefore(timer.dueAt())) {
            return refused(new CaseRefusal.NotYetDue(timer.dueAt()));
        }
        var progress = asked.progress();
        progress.add(new CaseEvent.TimerFired(asked.now(), timer.id(), timer.nodeId()));
        if (!new PauseActs(asked).fired(timer, progress)) {
            goOnAfter(timer, progress);
        }
        return progress.outcome();
    }

    private void goOnAfter(Timer timer, Progress progress) {
        var node = asked.process().node(timer.nodeId());
        if (node instanceof Node.Listener listener) {
            var host = timer.taskId().flatMap(asked.state()::findToken);
            new Catching(progress).caught(listener, host, CaseEvent.Cancellation.TIMER);
            return;
        }
        var token = asked.state().findToken(timer.taskId().orElse(timer.id())).orElseThrow();
        var clocks = new ClockWork(progress);
        var journey = new Journey(progress, clocks).givingUp(token, CaseEvent.Cancellation.TIMER);
        clocks.settle();
        journey.after(token, node);
    }

    private Outcome<List<CaseEvent>, CaseRefusal> receive(CaseCommand.Receive command) {
        return heard(command.message(), catching -> catching.message(command.message(), command.facts()));
    }

    private Outcome<List<CaseEvent>, CaseRefusal> signal(CaseCommand.Signal command) {
        return heard(command.signal(), catching -> catching.signal(command.signal(), command.facts()));
    }

    private Outcome<List<CaseEvent>, CaseRefusal> heard(String what, Predicate<Catching> by) {
        var barred = Asked.first(() -> Rights.beThePlatform(asked.actor()), asked::notRunning);
        if (barred.isPresent()) {
            return refused(barred.get());
        }
        var progress = asked.progress();
        return by.test(new Catching(progress)) ? progress.outcome() : refused(new CaseRefusal.NobodyWaitsFor(what));
    }

    private Outcome<List<CaseEvent>, CaseRefusal> serviceDone(Service service, Datum.Fields facts) {
        var token = asked.state().findToken(service.id()).orElseThrow();
        var progress = asked.progress();
        progress.add(new CaseEvent.ServiceDone(asked.now(), service.id(), service.nodeId(), facts));
        new Journey(progress, new ClockWork(progress))
                .leaving(service.id())
                .from(asked.process().node(service.nodeId()), token.outcome(), token.lineage());
        return progress.outcome();
    }

    private Outcome<List<CaseEvent>, CaseRefusal> serviceFailed(Service service, String why) {
        var error = Node.ServiceTask.ERROR;
        var edge = asked.process().node(service.nodeId()).catcherOf(error);
        if (edge.isEmpty()) {
            return refused(new CaseRefusal.ServiceRefused(service.action(), why));
        }
        var progress = asked.progress();
        var nothing = new Datum.Fields(Map.of());
        progress.add(
                new CaseEvent.ErrorCaught(asked.now(), service.id(), edge.get().id(), error, why, nothing));
        var token = asked.state().findToken(service.id()).orElseThrow();
        new Journey(progress, new ClockWork(progress)).after(token, edge.get());
        return progress.outcome();
    }

    private Outcome<List<CaseEvent>, CaseRefusal> onService(
            String taskId, Function<Service, Outcome<List<CaseEvent>, CaseRefusal>> act) {
        var barred = Asked.first(() -> Rights.beThePlatform(asked.actor()), asked::over);
        if (barred.isPresent()) {
            return refused(barred.get());
        }
        return asked.state().findService(taskId).map(act).orElseGet(() -> refused(new CaseRefusal.NoSuchTask(taskId)));
    }
}

package org.tongqu.engines.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.kernel.time.Limit;

/** Opens what a place of a case waits for, and closes what is open without its being done. */
final class Places {

    private final Progress progress;

    Places(Progress progress) {
        this.progress = progress;
    }

    /** @param givenTo who has a step at once, by the id of the place */
    void open(Token token, Map<String, Assignee> givenTo) {
        switch (progress.process().node(token.nodeId())) {
            case Node.UserTask node -> {
                task(node, token, Optional.ofNullable(givenTo.get(token.id())));
                new ClockWork(progress).settle();
                timers(node.listeners(), Optional.of(token.id()));
            }
            case Node.Inner node -> timers(token.listeners(node), Optional.of(token.id()));
            case Node.ServiceTask node ->
                progress.add(new CaseEvent.ServiceRequested(
                        progress.now(), token.id(), node.id(), node.action(), node.with()));
            case Node.WaitTimer node -> set(token.id(), node.id(), Optional.empty(), node.after());
            case Node.EventChoice events -> listen(events, token);
            case Node.WaitMessage message -> {}
            case Node.WaitSignal signal -> {}
            case Node.Throw sign -> {}
            case Node.RuleTask rule -> {}
            case Node other -> throw new IllegalStateException("Nothing waits at " + other.id());
        }
    }

    /** What is listened for as long as the case runs. */
    void openForTheCase() {
        timers(progress.process().listeners(), Optional.empty());
    }

    private void listen(Node.EventChoice events, Token token) {
        for (var flow : events.ways().out()) {
            if (progress.process().node(flow.to()) instanceof Node.WaitTimer timer) {
                set(token.id() + "." + timer.id(), timer.id(), Optional.of(token.id()), timer.after());
            }
        }
    }

    private void task(Node.UserTask node, Token token, Optional<Assignee> assignee) {
        if (node.voices().isPresent()) {
            new GroupActs(progress).open(node, node.voices().get(), token.id());
            return;
        }
        var deadline = node.limit().map(limit -> progress.deadline(limit, ClockRule.USUAL_WARN_PERCENT, Spent.NOTHING));
        progress.add(new CaseEvent.TaskOpened(
                progress.now(),
                token.id(),
                node.id(),
                node.performer(),
                GroupActs.organisation(progress.state(), node.organisation()),
                deadline.map(Deadline::dueAt),
                deadline.map(Deadline::warnAt),
                assignee,
                Optional.empty(),
                deadline.map(Deadline::edition)));
    }

    private void timers(List<Node.Listener> listeners, Optional<String> hostId) {
        for (var listener : listeners) {
            if (listener.trigger() instanceof Node.Trigger.Timer(var after)) {
                var timerId = hostId.map(host -> host + "." + listener.id()).orElse(listener.id());
                set(timerId, listener.id(), hostId, after);
            }
        }
    }

    private void set(String timerId, String nodeId, Optional<String> hostId, Limit after) {
        var due = progress.deadline(after, ClockRule.USUAL_WARN_PERCENT, Spent.NOTHING);
        progress.add(new CaseEvent.TimerSet(
                progress.now(), timerId, nodeId, hostId, due.dueAt(), Optional.of(due.edition())));
    }

    /** Closes all that is open. */
    void closeAll(CaseEvent.Cancellation why) {
        var now = progress.now();
        for (var special : progress.state().specials()) {
            end(special);
        }
        for (var task : progress.state().openTasks()) {
            progress.add(new CaseEvent.TaskCancelled(now, task.id(), task.nodeId(), why));
        }
        for (var service : progress.state().services()) {
            progress.add(new CaseEvent.ServiceCancelled(now, service.id(), service.nodeId(), why));
        }
        for (var timer : progress.state().timers()) {
            progress.add(new CaseEvent.TimerCancelled(now, timer.id(), timer.nodeId()));
        }
    }

    /** Whatever a place of the case waits for, and what hangs on that. */
    void close(String tokenId, CaseEvent.Cancellation why) {
        closeAround(tokenId, why);
        progress.state()
                .findOpenTask(tokenId)
                .ifPresent(task ->
                        progress.add(new CaseEvent.TaskCancelled(progress.now(), task.id(), task.nodeId(), why)));
        progress.state()
                .findService(tokenId)
                .ifPresent(service -> progress.add(
                        new CaseEvent.ServiceCancelled(progress.now(), service.id(), service.nodeId(), why)));
        progress.state()
                .findTimer(tokenId)
                .ifPresent(timer ->
                        progress.add(new CaseEvent.TimerCancelled(progress.now(), timer.id(), timer.nodeId())));
    }

    /** What hangs on a task: its timers, what was asked for in addition, its special procedures. */
    void closeAround(String taskId, CaseEvent.Cancellation why) {
        cancelTimersOf(taskId);
        for (var tied : progress.state().tiedTo(taskId)) {
            closeAround(tied.id(), why);
            progress.add(new CaseEvent.TaskCancelled(progress.now(), tied.id(), tied.nodeId(), why));
        }
        for (var special : progress.state().specials()) {
            if (special.taskId().equals(taskId)) {
                end(special);
            }
        }
    }

    /** What begins event subprocesses there is not listened for any more. */
    void stopListening(Optional<String> hostId) {
        for (var timer : progress.state().timers()) {
            if (timer.taskId().equals(hostId)
                    && progress.process().findNode(timer.nodeId()).orElse(null) instanceof Node.EventStart) {
                progress.add(new CaseEvent.TimerCancelled(progress.now(), timer.id(), timer.nodeId()));
            }
        }
    }

    void cancelTimersOf(String taskId) {
        for (var timer : progress.state().timers()) {
            if (timer.taskId().filter(taskId::equals).isPresent()) {
                progress.add(new CaseEvent.TimerCancelled(progress.now(), timer.id(), timer.nodeId()));
            }
        }
    }

    private void end(Handling.Special special) {
        progress.add(new CaseEvent.SpecialEnded(
                progress.now(), "", "", special.id(), special.procedure().code(), ""));
    }
}

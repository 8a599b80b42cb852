package org.tongqu.engines.cases;

/** Closes what is open without its being done. */
final class Closing {

    private final Progress progress;

    Closing(Progress progress) {
        this.progress = progress;
    }

    void everything(CaseEvent.Cancellation why) {
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
    void at(String tokenId, CaseEvent.Cancellation why) {
        around(tokenId, why);
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
    void around(String taskId, CaseEvent.Cancellation why) {
        timersOf(taskId);
        for (var tied : progress.state().tiedTo(taskId)) {
            around(tied.id(), why);
            progress.add(new CaseEvent.TaskCancelled(progress.now(), tied.id(), tied.nodeId(), why));
        }
        for (var special : progress.state().specials()) {
            if (special.taskId().equals(taskId)) {
                end(special);
            }
        }
    }

    void timersOf(String taskId) {
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

package org.tongqu.platform.matter.supervision.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.engines.cases.DoneTask;
import org.tongqu.engines.cases.RunningClock;
import org.tongqu.engines.cases.Task;
import org.tongqu.engines.cases.process.Performer;
import org.tongqu.engines.packs.Pack;
import org.tongqu.kernel.text.Label;

/**
 * The clocks of the steps that officers do within a limit, from the opening of the step until it is done. The limit of a
 * step is not stopped by anything, so they never stand still. The applicant's own steps have none: nobody supervises them.
 */
public final class StepClocks {

    /** Under which the clocks of steps are counted. */
    public static final String FAMILY = "step";

    private static final String PREFIX = "step.";

    private StepClocks() {}

    /** What the clock of a task is called. */
    static String name(String taskId) {
        return PREFIX + taskId;
    }

    /** The task a clock is of; empty for a clock of the case. */
    public static Optional<String> taskOf(String clock) {
        return clock.startsWith(PREFIX) ? Optional.of(clock.substring(PREFIX.length())) : Optional.empty();
    }

    /** Those that one act started, moved or ended. */
    static List<Entry> changed(Pack pack, CaseState before, CaseState after, Instant at) {
        var changed = new ArrayList<Entry>();
        for (var task : after.openTasks()) {
            if (isWatched(task)
                    && before.findOpenTask(task.id())
                            .filter(known -> known.dueAt().equals(task.dueAt()))
                            .isEmpty()) {
                changed.add(entry(pack, task, Optional.empty()));
            }
        }
        for (var task : before.openTasks()) {
            if (isWatched(task) && after.findOpenTask(task.id()).isEmpty()) {
                var ended = doneAt(after, task).orElse(at);
                changed.add(entry(
                        pack,
                        task,
                        Optional.of(
                                new Entry.End(ended, ended.isBefore(task.dueAt().orElseThrow())))));
            }
        }
        return changed;
    }

    private static boolean isWatched(Task task) {
        return task.performer() instanceof Performer.Role
                && task.isStep()
                && task.dueAt().isPresent();
    }

    private static Optional<Instant> doneAt(CaseState after, Task task) {
        return after.doneTasks().reversed().stream()
                .filter(done -> done.task().id().equals(task.id()))
                .findFirst()
                .map(DoneTask::at);
    }

    private static Entry entry(Pack pack, Task task, Optional<Entry.End> end) {
        return new Entry(
                name(task.id()),
                FAMILY,
                task.organisation(),
                label(pack, task.nodeId()),
                end.isPresent() ? RunningClock.Status.ENDED : RunningClock.Status.RUNNING,
                task.openedAt(),
                task.openedAt(),
                task.warnAt().or(task::dueAt).orElseThrow(),
                task.dueAt().orElseThrow(),
                end,
                Optional.empty());
    }

    private static Label label(Pack pack, String nodeId) {
        return pack.texts().find("task." + nodeId).orElseGet(() -> Label.same(nodeId));
    }
}

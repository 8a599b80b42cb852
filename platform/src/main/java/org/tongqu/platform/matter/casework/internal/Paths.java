package org.tongqu.platform.matter.casework.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.engines.cases.Task;
import org.tongqu.engines.cases.process.Appointment;
import org.tongqu.engines.cases.process.CriticalPath;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.packs.Pack;
import org.tongqu.platform.matter.casework.CaseStory.Path;

/** How long a case takes by the limits of its steps, which of them decide that, and how far its stages are. */
final class Paths {

    private Paths() {}

    static Path of(Pack pack, CaseState state, Nesting nesting, Ways ways) {
        var length = ways.whole();
        var ahead = ways.ahead().steps();
        var open = Ways.open(state);
        var named = new LinkedHashSet<>(
                ahead.stream().map(step -> nesting.item(step).orElse(step)).toList());
        return new Path(
                length.together(),
                length.serial(),
                ahead.stream()
                        .filter(open::contains)
                        .findFirst()
                        .flatMap(step -> state.openTasks().stream()
                                .filter(task -> task.nodeId().equals(step))
                                .findFirst())
                        .flatMap(task -> task.dueAt().map(due -> new Path.Awaited(task.organisation(), due))),
                named.stream().map(id -> CaseViews.step(pack, id)).toList(),
                stages(pack, state, nesting),
                Appointment.find(state.facts()));
    }

    private static List<Path.Stage> stages(Pack pack, CaseState state, Nesting nesting) {
        return nesting.stages().stream()
                .map(stage -> {
                    var length = CriticalPath.inside(pack.process(), stage, state.facts());
                    return new Path.Stage(
                            CaseViews.step(pack, stage.id()),
                            length.together(),
                            length.serial(),
                            standing(state, nesting, stage));
                })
                .toList();
    }

    private static Path.Standing standing(CaseState state, Nesting nesting, Node.Inner stage) {
        var here = (Predicate<Task>)
                task -> nesting.stage(task.nodeId()).filter(stage.id()::equals).isPresent();
        if (state.openTasks().stream().anyMatch(here)) {
            return Path.Standing.GOING;
        }
        return state.doneTasks().stream().anyMatch(done -> here.test(done.task()))
                ? Path.Standing.DONE
                : Path.Standing.AHEAD;
    }
}

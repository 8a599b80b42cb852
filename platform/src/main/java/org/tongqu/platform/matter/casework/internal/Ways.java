package org.tongqu.platform.matter.casework.internal;

import java.util.Set;
import java.util.stream.Collectors;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.engines.cases.Task;
import org.tongqu.engines.cases.process.CriticalPath;
import org.tongqu.engines.cases.process.CriticalPath.Length;
import org.tongqu.engines.cases.process.Process;

/**
 * The way of a case that takes longest by the limits of its steps (关键路径): the whole of it, and what of it is left.
 *
 * @param whole as it was when nothing was done yet
 */
record Ways(Length whole, Length ahead) {

    /** Of a stage that is over nothing is left, also of what in it was not needed. */
    static Ways of(Process process, CaseState state, Nesting nesting) {
        var passed =
                state.doneTasks().stream().map(done -> done.task().nodeId()).collect(Collectors.toSet());
        passed.removeAll(open(state));
        var over = passed.stream().flatMap(step -> nesting.stage(step).stream()).collect(Collectors.toSet());
        open(state).forEach(step -> nesting.stage(step).ifPresent(over::remove));
        return new Ways(
                CriticalPath.of(process, state.facts()),
                CriticalPath.remaining(
                        process,
                        state.facts(),
                        step -> passed.contains(step)
                                || nesting.stage(step).filter(over::contains).isPresent()));
    }

    /** The steps a case stands at. */
    static Set<String> open(CaseState state) {
        return state.openTasks().stream().map(Task::nodeId).collect(Collectors.toSet());
    }

    /** Whether one of the steps decides how long the case takes from now on. */
    boolean isAhead(Set<String> steps) {
        return ahead.steps().stream().anyMatch(steps::contains);
    }

    /** Whether one of the steps, by its limit, decided how long the case takes. */
    boolean wasAhead(Set<String> steps) {
        return whole.steps().stream().anyMatch(steps::contains);
    }
}

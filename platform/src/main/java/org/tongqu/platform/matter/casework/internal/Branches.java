package org.tongqu.platform.matter.casework.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tongqu.engines.cases.Assignee;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.engines.cases.Task;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.packs.Pack;
import org.tongqu.platform.matter.casework.CaseStory.Branch;

/** The steps of a case that other organisations do: those that are open and those that are done. */
final class Branches {

    private Branches() {}

    static List<Branch> of(Pack pack, CaseState state) {
        var branches = new ArrayList<Branch>();
        for (var done : state.doneTasks()) {
            node(pack, done.task())
                    .ifPresent(node -> branches.add(branch(
                            pack,
                            done.task(),
                            node,
                            new Has(
                                    Optional.of(done.byName()),
                                    Optional.of(new Branch.Closed(
                                            done.at(), CaseViews.outcome(pack, done.outcome()), done.reason()))))));
        }
        for (var task : state.openTasks()) {
            node(pack, task)
                    .ifPresent(node -> branches.add(
                            branch(pack, task, node, new Has(task.assignee().map(Assignee::name), Optional.empty()))));
        }
        branches.sort(Comparator.comparing((Branch branch) -> branch.span().openedAt())
                .thenComparing(branch -> branch.step().zh()));
        return branches;
    }

    /** Who has it, and how it ended. */
    private record Has(Optional<String> holder, Optional<Branch.Closed> closed) {}

    private static Optional<Node.UserTask> node(Pack pack, Task task) {
        return pack.process()
                .findNode(task.nodeId())
                .filter(Node.UserTask.class::isInstance)
                .map(Node.UserTask.class::cast)
                .filter(node -> !node.organisation().isEmpty());
    }

    private static Branch branch(Pack pack, Task task, Node.UserTask node, Has has) {
        return new Branch(
                CaseViews.step(pack, task.nodeId()),
                task.organisation(),
                has.holder(),
                node.limit(),
                new Branch.Span(task.openedAt(), task.warnAt(), task.dueAt()),
                has.closed());
    }
}

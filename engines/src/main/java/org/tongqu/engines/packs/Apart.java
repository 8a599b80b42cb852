package org.tongqu.engines.packs;

import java.util.Optional;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.cases.process.Performer;

/** Nobody checks their own work: who did one task of a case may be barred from another. */
public final class Apart {

    private Apart() {}

    /** The role in which this officer already worked on the case and which bars them from the task, if any. */
    public static Optional<Role> barredBy(Pack pack, CaseState state, String nodeId, String officerId) {
        var needed = role(pack, nodeId);
        return state.doneTasks().stream()
                .filter(done -> done.by().equals(officerId))
                .flatMap(done -> role(pack, done.task().nodeId()).stream())
                .filter(before -> needed.stream()
                        .anyMatch(role -> role.apart().contains(before.code())
                                || before.apart().contains(role.code())))
                .findFirst();
    }

    private static Optional<Role> role(Pack pack, String nodeId) {
        return pack.process()
                .findNode(nodeId)
                .flatMap(node ->
                        node instanceof Node.UserTask task && task.performer() instanceof Performer.Role(var code)
                                ? pack.findRole(code)
                                : Optional.empty());
    }
}

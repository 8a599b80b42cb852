package org.tongqu.engines.cases;

import java.util.Optional;

/**
 * A place where the case stands. It has the same id as the task, group, service or timer it waits for; one that waits at
 * a join has an id of its own.
 *
 * @param arrivedBy the flow it came by
 * @param outcome of the task last completed on its way; empty before the first
 * @param way the parallel branches and inner processes it lies in, as {@link Lineage} writes them; empty on the main way
 */
public record Token(String id, String nodeId, String arrivedBy, String outcome, Optional<String> way) {

    Lineage lineage() {
        return Lineage.read(way);
    }

    /** Where whatever goes on inside it lies, when it stands for an inner process. */
    Lineage insideOf() {
        return lineage().inside(id);
    }
}

package org.tongqu.engines.cases;

import java.util.List;
import java.util.Optional;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.cases.process.Repetition;

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

    /**
     * What is listened for here. Of an inner process that is repeated, one place stands for the whole and inside it one
     * for each instance, at the same node: the edge belongs to the whole, event subprocesses to each instance.
     */
    List<Node.Listener> listeners(Node node) {
        if (!(node instanceof Node.Inner inner) || inner.repeated().isEmpty()) {
            return node.listeners();
        }
        var one = lineage().isInstance();
        return node.listeners().stream()
                .filter(listener -> listener instanceof Node.EventStart == one)
                .toList();
    }

    /** Where an instance stands, inside this place that stands for the whole. */
    Token instance(Lineage.Instance which, int number) {
        return new Token(
                nodeId + "-" + number,
                nodeId,
                arrivedBy,
                outcome,
                insideOf().instance(which.number(), which.of()).text());
    }

    /** How many instances are over once this one is. */
    int instancesDone(Repetition repeated, List<Token> left) {
        var outside = lineage().outside();
        var open = left.stream()
                .filter(token ->
                        token.nodeId().equals(nodeId) && token.lineage().isWithin(outside))
                .count();
        var mine = lineage().instance();
        return repeated.isOneByOne() ? mine.number() + 1 : mine.of() - (int) open;
    }
}

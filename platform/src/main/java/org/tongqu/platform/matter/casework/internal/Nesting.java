package org.tongqu.platform.matter.casework.internal;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.cases.process.Process;

/** In which subprocesses the steps of a process stand: the outermost is a stage of the matter, the innermost an item of it. */
final class Nesting {

    private final Process process;
    private final Map<String, String> around = new HashMap<>();

    Nesting(Process process) {
        this.process = process;
        for (var node : process.nodes().values()) {
            if (node instanceof Node.Inner inner) {
                inner.inside().forEach(id -> around.put(id, inner.id()));
            }
        }
    }

    /** The subprocess around the step, where one organisation does all of it and no other stands in it. */
    Optional<String> item(String nodeId) {
        return Optional.ofNullable(around.get(nodeId)).filter(inner -> isItem((Node.Inner) process.node(inner)));
    }

    private boolean isItem(Node.Inner inner) {
        return inner.inside().stream()
                .noneMatch(id -> process.findNode(id)
                        .filter(Node.Inner.class::isInstance)
                        .isPresent());
    }

    /** The outermost subprocess around the step, where others stand in it. */
    Optional<String> stage(String nodeId) {
        var found = Optional.<String>empty();
        for (var at = around.get(nodeId); at != null; at = around.get(at)) {
            found = Optional.of(at);
        }
        return found.filter(inner -> hasNested((Node.Inner) process.node(inner)));
    }

    private boolean hasNested(Node.Inner inner) {
        return inner.inside().stream().anyMatch(id -> process.node(id) instanceof Node.Inner);
    }

    /** All stages in the order of the process. */
    List<Node.Inner> stages() {
        Set<Node.Inner> found = new LinkedHashSet<>();
        for (var node : process.nodes().values()) {
            if (node instanceof Node.Inner inner && !around.containsKey(inner.id()) && hasNested(inner)) {
                found.add(inner);
            }
        }
        return List.copyOf(found);
    }
}

package org.tongqu.engines.cases.process;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A process that passed every check of {@link ProcessReader}: it has one start, every node can be reached and can reach
 * an end, and no gateway can be left without a way. Immutable; one instance serves every case and thread.
 *
 * @param nodes by element id, in the order of the file
 */
public record Process(String id, String name, Map<String, Node> nodes, List<Flow> flows, Drawing drawing) {

    public Process {
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
        flows = List.copyOf(flows);
    }

    /** The node of an element id that the process itself or a case of it named. */
    public Node node(String nodeId) {
        var node = nodes.get(nodeId);
        if (node == null) {
            throw new IllegalArgumentException("Process " + id + " has no node " + nodeId);
        }
        return node;
    }

    /** The task of an element id that a case of this process named. */
    public Node.UserTask userTask(String nodeId) {
        if (node(nodeId) instanceof Node.UserTask task) {
            return task;
        }
        throw new IllegalArgumentException("Node " + nodeId + " of process " + id + " is no user task");
    }

    public Optional<Node> findNode(String nodeId) {
        return Optional.ofNullable(nodes.get(nodeId));
    }

    public Node.Start start() {
        return each(Node.Start.class)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Process " + id + " has no start"));
    }

    /** What is listened for as long as the case runs: the event subprocesses that stand in no other. */
    public List<Node.Listener> listeners() {
        return each(Node.Listener.class)
                .filter(listener -> listener.hostId().isEmpty())
                .toList();
    }

    public List<Node.UserTask> userTasks() {
        return each(Node.UserTask.class).toList();
    }

    /** The decision tables that its steps ask, with those they need. */
    public List<RuleTable> ruleTables() {
        return each(Node.RuleTask.class)
                .flatMap(task -> task.asks().steps().stream())
                .map(RuleGraph.Step::table)
                .toList();
    }

    /** The clocks that some start or outcome begins or ends; all must be known when a case is opened. */
    public Set<String> clockNames() {
        var names = new TreeSet<String>(start().starts());
        for (var task : userTasks()) {
            for (var outcome : task.outcomes()) {
                names.addAll(outcome.starts());
                names.addAll(outcome.ends());
            }
        }
        return names;
    }

    /** The kinds of organisations that some task waits for, besides the one that handles the case. */
    public Set<String> organisationKinds() {
        var kinds = new TreeSet<String>();
        for (var task : userTasks()) {
            kinds.add(task.organisation());
            task.voices().ifPresent(voices -> voices.fixed().forEach(voice -> kinds.add(voice.kind())));
        }
        kinds.remove("");
        return kinds;
    }

    /** The roles that some task waits for. */
    public Set<String> roles() {
        var roles = new TreeSet<String>();
        for (var task : userTasks()) {
            if (task.performer() instanceof Performer.Role(var code)) {
                roles.add(code);
            }
            task.voices()
                    .ifPresent(voices -> voices.fixed().forEach(voice -> {
                        if (voice.performer() instanceof Performer.Role(var code)) {
                            roles.add(code);
                        }
                    }));
        }
        return roles;
    }

    /** The ways a case of this process can end by itself; withdrawing comes on top. */
    public Set<String> results() {
        var results = new TreeSet<String>();
        each(Node.End.class).map(Node.End::result).forEach(results::add);
        return results;
    }

    private <N extends Node> Stream<N> each(Class<N> kind) {
        return nodes.values().stream().filter(kind::isInstance).map(kind::cast);
    }
}

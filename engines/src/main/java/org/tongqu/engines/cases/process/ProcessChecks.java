package org.tongqu.engines.cases.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Checks the shape of a process: whatever would let a case get stuck, lost or run in circles. */
final class ProcessChecks {

    private final Process process;
    private final Problems problems;

    private ProcessChecks(Process process, Problems problems) {
        this.process = process;
        this.problems = problems;
    }

    static void structure(Process process, Problems problems) {
        var checks = new ProcessChecks(process, problems);
        checks.startsAndEnds();
        process.nodes().values().forEach(checks::ways);
        process.flows().forEach(checks::conditions);
        if (problems.isEmpty()) {
            checks.reachability();
            checks.circles();
            InclusiveBlocks.check(process, problems);
        }
        if (problems.isEmpty()) {
            Soundness.check(process, problems);
        }
    }

    static void clocks(Process process, Set<String> known, Problems problems) {
        var allowed = known.isEmpty() ? "-" : String.join(", ", known);
        process.start().starts().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> problems.of(process.start().id(), "clock-unknown", name, allowed));
        for (var task : process.userTasks()) {
            for (var outcome : task.outcomes()) {
                var names = new HashSet<>(outcome.starts());
                names.addAll(outcome.ends());
                names.removeAll(known);
                names.forEach(name -> problems.of(task.id(), "clock-unknown", name, allowed));
            }
        }
    }

    private void startsAndEnds() {
        var starts = process.nodes().values().stream()
                .filter(Node.Start.class::isInstance)
                .toList();
        if (starts.size() != 1) {
            var second = starts.size() > 1 ? starts.get(1).id() : "";
            problems.of(second, "one-start", String.valueOf(starts.size()));
        }
        if (process.results().isEmpty()) {
            problems.of("", "no-end");
        }
    }

    private void ways(Node node) {
        var out = node.ways().out().size();
        switch (node) {
            case Node.End end -> {
                if (out > 0) {
                    problems.of(end.id(), "flow-out-of-end");
                }
            }
            case Node.Choice choice -> expectWayOn(choice, out);
            case Node.Parallel parallel -> expectWayOn(parallel, out);
            case Node.Inclusive inclusive -> expectWayOn(inclusive, out);
            case Node.EventChoice events -> events(events);
            case Node.WaitMessage message -> expectOneWayOn(message, out);
            case Node.Start start -> {
                expectOneWayOn(start, out);
                expectNoWayIn(start);
            }
            case Node.Listener listener -> {
                expectOneWayOn(listener, out);
                expectNoWayIn(listener);
            }
            case Node.WaitSignal signal -> expectOneWayOn(signal, out);
            case Node.Throw sign -> expectOneWayOn(sign, out);
            case Node.RuleTask rule -> expectOneWayOn(rule, out);
            case Node.UserTask task -> expectOneWayOn(task, out);
            case Node.ServiceTask task -> expectOneWayOn(task, out);
            case Node.WaitTimer timer -> expectOneWayOn(timer, out);
            case Node.Inner inner -> expectOneWayOn(inner, out);
            case Node.InnerStart start -> {
                expectOneWayOn(start, out);
                expectNoWayIn(start);
            }
            case Node.InnerEnd end -> {
                if (out > 0) {
                    problems.of(end.id(), "flow-out-of-end");
                }
            }
        }
    }

    private void expectWayOn(Node node, int out) {
        if (out == 0) {
            problems.of(node.id(), "no-way-on");
        }
    }

    private void expectOneWayOn(Node node, int out) {
        expectWayOn(node, out);
        if (out > 1) {
            problems.of(node.id(), "many-ways-on", String.valueOf(out));
        }
    }

    private void expectNoWayIn(Node node) {
        if (!node.ways().in().isEmpty()) {
            problems.of(node.id(), "no-way-in-allowed");
        }
    }

    private void conditions(Flow flow) {
        var from = process.node(flow.from());
        if (!(from instanceof Node.Choice) && !(from instanceof Node.Inclusive)) {
            if (flow.when().isPresent()) {
                problems.of(flow.id(), "condition-elsewhere");
            }
            return;
        }
        var isDefault = otherwise(from).filter(flow::equals).isPresent();
        var isOnlyWay = from.ways().out().size() == 1;
        if (from instanceof Node.Inclusive && !isOnlyWay && otherwise(from).isEmpty()) {
            problems.of(from.id(), "conditions-may-fail");
        }
        if (flow.when().isPresent() && (isDefault || isOnlyWay)) {
            problems.of(flow.id(), "condition-superfluous");
        }
        if (flow.when().isEmpty() && !isDefault && !isOnlyWay) {
            problems.of(flow.id(), "condition-missing", flow.from());
        }
    }

    private static Optional<Flow> otherwise(Node gateway) {
        return switch (gateway) {
            case Node.Choice choice -> choice.otherwise();
            case Node.Inclusive inclusive -> inclusive.otherwise();
            default -> Optional.empty();
        };
    }

    /** Behind it stand only what it can wait for, and nobody else leads there. */
    private void events(Node.EventChoice gateway) {
        expectWayOn(gateway, gateway.ways().out().size());
        for (var flow : gateway.ways().out()) {
            var next = process.node(flow.to());
            var waits = next instanceof Node.WaitTimer
                    || next instanceof Node.WaitMessage
                    || next instanceof Node.WaitSignal;
            if (!waits || next.ways().in().size() > 1) {
                problems.of(gateway.id(), "event-gateway", flow.to());
            }
        }
    }

    private void reachability() {
        var from = new ArrayList<Node>(process.listeners());
        from.add(process.start());
        var reached = walk(from, this::onwards);
        var ends = process.nodes().values().stream()
                .filter(node -> node instanceof Node.End || node instanceof Node.InnerEnd)
                .toList();
        var canEnd = walk(ends, this::backwards);
        for (var node : process.nodes().values()) {
            if (!reached.contains(node.id())) {
                problems.of(node.id(), "unreachable");
            } else if (!canEnd.contains(node.id())) {
                problems.of(node.id(), "no-way-to-an-end");
            }
        }
    }

    private List<Node> onwards(Node node) {
        var next = new ArrayList<Node>();
        node.ways().out().forEach(flow -> next.add(process.node(flow.to())));
        next.addAll(node.listeners());
        if (node instanceof Node.Inner inner) {
            next.add(process.node(inner.start()));
        }
        return next;
    }

    private List<Node> backwards(Node node) {
        if (node instanceof Node.Edge edge) {
            return List.of(process.node(edge.hostId()));
        }
        return node.ways().in().stream().map(flow -> process.node(flow.from())).toList();
    }

    private static Set<String> walk(List<Node> from, Function<Node, List<Node>> next) {
        var seen = new HashSet<String>();
        var ahead = new ArrayDeque<>(from);
        while (!ahead.isEmpty()) {
            var node = ahead.remove();
            if (seen.add(node.id())) {
                ahead.addAll(next.apply(node));
            }
        }
        return seen;
    }

    /** A circle in which nobody is asked and nothing is waited for would never come to rest. */
    private void circles() {
        for (var node : process.nodes().values()) {
            if (restless(node)) {
                var back = walk(restlessAfter(node), this::restlessAfter);
                if (back.contains(node.id())) {
                    problems.of(node.id(), "circle-without-rest");
                }
            }
        }
    }

    private List<Node> restlessAfter(Node node) {
        var next = node.ways().out().stream().map(flow -> process.node(flow.to()));
        var heard = node instanceof Node.Throw sign
                ? process.nodes().values().stream().filter(other -> hears(other, sign.signal()))
                : Stream.<Node>empty();
        var caught = Stream.<Node>concat(heard, node.listeners().stream());
        return Stream.concat(next, caught).filter(this::restless).toList();
    }

    private static boolean hears(Node node, String signal) {
        return switch (node) {
            case Node.WaitSignal waits -> waits.signal().equals(signal);
            case Node.Listener listens -> listens.trigger().equals(new Node.Trigger.Signal(signal));
            default -> false;
        };
    }

    /** Whether the process itself gives the sign the node hears: then it need not rest there. */
    private boolean hearsItself(Node node) {
        return process.nodes().values().stream()
                .anyMatch(other -> other instanceof Node.Throw sign && hears(node, sign.signal()));
    }

    /** An inner process through which a case can pass without resting is no rest itself. */
    private boolean passes(Node.Inner inner) {
        var start = process.node(inner.start());
        var mayBeForNobody =
                inner.repeated().filter(repeated -> repeated.times() == 0).isPresent();
        return mayBeForNobody
                || start.ways().out().stream().anyMatch(flow -> isEnd(process.node(flow.to())))
                || walk(restlessAfter(start), this::restlessAfter).stream()
                        .flatMap(id -> process.node(id).ways().out().stream())
                        .anyMatch(flow -> isEnd(process.node(flow.to())));
    }

    private static boolean isEnd(Node node) {
        return node instanceof Node.InnerEnd;
    }

    private boolean restless(Node node) {
        return node instanceof Node.Inner inner && passes(inner)
                || node instanceof Node.Inclusive
                || node instanceof Node.Throw
                || node instanceof Node.RuleTask
                || node instanceof Node.Edge edge && isDoneAtOnce(process.node(edge.hostId()))
                || hearsItself(node)
                || node instanceof Node.Choice
                || node instanceof Node.Parallel
                || node instanceof Node.ServiceTask;
    }

    /** What happens on the edge of such a step happens at once too. */
    private static boolean isDoneAtOnce(Node node) {
        return node instanceof Node.ServiceTask || node instanceof Node.RuleTask;
    }
}

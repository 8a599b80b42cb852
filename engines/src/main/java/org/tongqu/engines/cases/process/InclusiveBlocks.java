package org.tongqu.engines.cases.process;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Every inclusive split must have one inclusive join at which all that it can set off arrives, and nothing else: only
 * then does the join know for whom it waits.
 */
final class InclusiveBlocks {

    private final Process process;
    private final Problems problems;

    private InclusiveBlocks(Process process, Problems problems) {
        this.process = process;
        this.problems = problems;
    }

    static void check(Process process, Problems problems) {
        var blocks = new InclusiveBlocks(process, problems);
        var joined = new HashSet<String>();
        for (var node : process.nodes().values()) {
            if (node instanceof Node.Inclusive && node.ways().out().size() > 1) {
                blocks.join(node, joined);
            }
        }
        for (var node : process.nodes().values()) {
            if (isJoin(node) && !joined.contains(node.id())) {
                problems.of(node.id(), "inclusive-open");
            }
        }
    }

    private void join(Node split, Set<String> joined) {
        for (var candidate : process.nodes().values()) {
            if (isJoin(candidate) && !candidate.equals(split) && closes(split, candidate)) {
                if (!joined.add(candidate.id())) {
                    problems.of(candidate.id(), "inclusive-open");
                }
                return;
            }
        }
        problems.of(split.id(), "inclusive-open");
    }

    private boolean closes(Node split, Node join) {
        var inside = new LinkedHashSet<String>();
        var ahead = new ArrayDeque<Node>();
        split.ways().out().forEach(flow -> ahead.add(process.node(flow.to())));
        while (!ahead.isEmpty()) {
            var node = ahead.remove();
            var ends = node instanceof Node.End end && end.reach() == Node.End.Reach.THIS_WAY
                    || node instanceof Node.InnerEnd inner && inner.reach() == Node.InnerEnd.Reach.THIS_WAY;
            if (ends || node.equals(split)) {
                return false;
            }
            if (!node.equals(join) && inside.add(node.id())) {
                node.ways().out().forEach(flow -> ahead.add(process.node(flow.to())));
                node.listeners().stream()
                        .filter(listener -> listener instanceof Node.Edge && listener.interrupts())
                        .forEach(ahead::add);
            }
        }
        return isEnteredOnlyBy(join, split, inside)
                && inside.stream().allMatch(node -> isEnteredOnlyBy(process.node(node), split, inside));
    }

    private static boolean isEnteredOnlyBy(Node node, Node split, Set<String> inside) {
        return node instanceof Node.End
                || node instanceof Node.InnerEnd
                || node.ways().in().stream()
                        .allMatch(flow -> flow.from().equals(split.id()) || inside.contains(flow.from()));
    }

    private static boolean isJoin(Node node) {
        return node instanceof Node.Inclusive && node.ways().in().size() > 1;
    }
}

package org.tongqu.engines.cases.process;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tongqu.engines.expressions.Expression;
import org.tongqu.kernel.data.Datum;

/**
 * Checks that every exclusive gateway has a way for whatever was decided before it, and asks only for outcomes that
 * somebody can choose. Follows each outcome along the flows it can take; facts are taken as unknown.
 */
final class ConditionChecks {

    private static final String OUTCOME = "outcome";
    private static final String OUTCOMES = "outcomes.";

    private final Process process;
    private final Problems problems;
    private final Map<String, Set<String>> outcomesOn = new HashMap<>();

    /** Whether something can be true and whether it can be false, facts being unknown. */
    private record Chance(boolean yes, boolean no) {
        static final Chance OPEN = new Chance(true, true);
    }

    private ConditionChecks(Process process, Problems problems) {
        this.process = process;
        this.problems = problems;
    }

    static void check(Process process, Problems problems) {
        var checks = new ConditionChecks(process, problems);
        checks.follow();
        for (var node : process.nodes().values()) {
            if (node instanceof Node.Choice choice && choice.ways().out().size() > 1) {
                checks.check(choice);
            }
            if (node instanceof Node.Inner inner) {
                inner.repeated().flatMap(Repetition::until).ifPresent(until -> checks.until(inner, until));
            }
        }
    }

    private void follow() {
        var changed = new ArrayDeque<>(process.nodes().values());
        while (!changed.isEmpty()) {
            var node = changed.remove();
            for (var flow : node.ways().out()) {
                var before = outcomesOn.getOrDefault(flow.id(), Set.of());
                var after = new TreeSet<>(before);
                after.addAll(leavingBy(node, flow));
                if (!after.equals(before)) {
                    outcomesOn.put(flow.id(), after);
                    var next = process.node(flow.to());
                    changed.add(next);
                    changed.addAll(next.listeners());
                    if (next instanceof Node.Inner inner) {
                        changed.add(process.node(inner.start()));
                    }
                    if (next instanceof Node.InnerEnd) {
                        ended(next.id(), changed);
                    }
                }
            }
        }
    }

    private Set<String> leavingBy(Node node, Flow flow) {
        return switch (node) {
            case Node.Start start -> Set.of("");
            case Node.UserTask task -> new TreeSet<>(task.outcomeCodes());
            case Node.Listener listener -> heardAt(listener);
            case Node.WaitSignal signal -> entering(signal);
            case Node.Throw sign -> entering(sign);
            case Node.RuleTask rule -> entering(rule);
            case Node.Choice choice -> {
                var passing = new TreeSet<String>();
                for (var outcome : entering(choice)) {
                    if (open(choice, outcome).contains(flow)) {
                        passing.add(outcome);
                    }
                }
                yield passing;
            }
            case Node.Parallel parallel -> entering(parallel);
            case Node.Inclusive inclusive -> entering(inclusive);
            case Node.EventChoice events -> entering(events);
            case Node.WaitMessage message -> entering(message);
            case Node.ServiceTask task -> entering(task);
            case Node.WaitTimer timer -> entering(timer);
            case Node.End end -> Set.of();
            case Node.InnerEnd end -> Set.of();
            case Node.Inner inner -> leaving(inner);
            case Node.InnerStart start -> {
                var passing = new TreeSet<String>();
                inners(start.id()).forEach(inner -> passing.addAll(entering(inner)));
                yield passing;
            }
        };
    }

    /** One that is repeated for nobody is passed as it was entered. */
    private Set<String> leaving(Node.Inner inner) {
        var leaving = new TreeSet<>(endings(inner.inside(), ""));
        if (inner.repeated().filter(repeated -> repeated.times() == 0).isPresent()) {
            leaving.addAll(entering(inner));
        }
        return leaving;
    }

    /** The outcomes with which a listener's way can begin. */
    private Set<String> heardAt(Node.Listener listener) {
        var host = process.findNode(listener.hostId());
        var ofStep = host.filter(step -> !(step instanceof Node.Inner)).isPresent();
        if (!ofStep && listener.trigger() instanceof Node.Trigger.Error(var error)) {
            var inside = host.filter(Node.Inner.class::isInstance)
                    .map(inner -> ((Node.Inner) inner).inside())
                    .orElseGet(() -> List.copyOf(process.nodes().keySet()));
            return endings(inside, error);
        }
        return host.map(this::entering).orElse(Set.of(""));
    }

    /** The outcomes with which what stands inside ends, in this error, from whatever depth, or in none. */
    private Set<String> endings(List<String> inside, String error) {
        var endings = new TreeSet<String>();
        for (var id : inside) {
            var node = process.node(id);
            if (node instanceof Node.InnerEnd end && end.error().equals(error)) {
                endings.addAll(end.result().isEmpty() ? entering(end) : Set.of(end.result()));
            }
            if (node instanceof Node.Inner deeper && !error.isEmpty()) {
                endings.addAll(endings(deeper.inside(), error));
            }
        }
        return endings;
    }

    /** What an end of an inner process goes on to, and every process around it that may catch its error. */
    private void ended(String nodeId, Collection<Node> changed) {
        changed.addAll(process.listeners());
        for (var around : inners(nodeId)) {
            changed.add(around);
            changed.addAll(around.listeners());
            ended(around.id(), changed);
        }
    }

    /** The inner processes directly in which a node stands: one, or several that call it. */
    private List<Node.Inner> inners(String nodeId) {
        return process.nodes().values().stream()
                .filter(Node.Inner.class::isInstance)
                .map(Node.Inner.class::cast)
                .filter(inner -> inner.inside().contains(nodeId))
                .toList();
    }

    private Set<String> entering(Node node) {
        var entering = new TreeSet<String>();
        for (var flow : node.ways().in()) {
            entering.addAll(outcomesOn.getOrDefault(flow.id(), Set.of()));
        }
        return entering;
    }

    /** The ways that may be taken with the outcome; the default only when all conditions can fail. */
    private static Set<Flow> open(Node.Choice choice, String outcome) {
        var open = new LinkedHashSet<Flow>();
        if (choice.ways().out().size() == 1) {
            open.addAll(choice.ways().out());
            return open;
        }
        for (var flow : choice.ways().out()) {
            if (flow.when().isPresent()) {
                var chance = chance(flow.when().get(), outcome);
                if (chance.yes()) {
                    open.add(flow);
                }
                if (!chance.no()) {
                    return open;
                }
            }
        }
        choice.otherwise().ifPresent(open::add);
        return open;
    }

    private void check(Node.Choice choice) {
        var possible = entering(choice);
        for (var flow : choice.ways().out()) {
            flow.when().ifPresent(condition -> mentions(flow, condition, possible));
        }
        if (choice.otherwise().isPresent()) {
            return;
        }
        for (var outcome : possible) {
            if (open(choice, outcome).isEmpty()) {
                problems.of(choice.id(), "outcome-without-way", outcome.isEmpty() ? "-" : outcome);
            } else if (choice.ways().out().stream()
                    .flatMap(flow -> flow.when().stream())
                    .allMatch(condition -> chance(condition, outcome).no())) {
                problems.of(choice.id(), "conditions-may-fail");
            }
        }
    }

    private void until(Node.Inner inner, Expression until) {
        var possible = endings(inner.inside(), "");
        for (var outcome : until.textsComparedWith(OUTCOME)) {
            if (!possible.contains(outcome)) {
                problems.of(inner.id(), "outcome-not-offered", outcome, listed(possible));
            }
        }
    }

    private void mentions(Flow flow, Expression condition, Set<String> possible) {
        for (var outcome : condition.textsComparedWith(OUTCOME)) {
            if (!possible.contains(outcome)) {
                problems.of(flow.id(), "outcome-not-offered", outcome, listed(possible));
            }
        }
        for (var path : condition.paths()) {
            if (path.startsWith(OUTCOMES)) {
                mentionsTask(flow, condition, path);
            }
        }
    }

    private void mentionsTask(Flow flow, Expression condition, String path) {
        var nodeId = path.substring(OUTCOMES.length());
        if (!(process.nodes().get(nodeId) instanceof Node.UserTask task)) {
            problems.of(flow.id(), "task-not-there", nodeId);
            return;
        }
        for (var outcome : condition.textsComparedWith(path)) {
            if (task.findOutcome(outcome).isEmpty()) {
                problems.of(flow.id(), "outcome-not-offered", outcome, String.join(", ", task.outcomeCodes()));
            }
        }
    }

    private static String listed(Set<String> outcomes) {
        var named = outcomes.stream().filter(outcome -> !outcome.isEmpty()).toList();
        return named.isEmpty() ? "-" : String.join(", ", named);
    }

    private static Chance chance(Expression expression, String outcome) {
        return switch (expression) {
            case Expression.Not(var inner) -> {
                var chance = chance(inner, outcome);
                yield new Chance(chance.no(), chance.yes());
            }
            case Expression.Both(var left, var right) -> {
                var one = chance(left, outcome);
                var other = chance(right, outcome);
                yield new Chance(one.yes() && other.yes(), one.no() || other.no());
            }
            case Expression.Either(var left, var right) -> {
                var one = chance(left, outcome);
                var other = chance(right, outcome);
                yield new Chance(one.yes() || other.yes(), one.no() && other.no());
            }
            case Expression.Literal leaf -> leaf(leaf, outcome);
            case Expression.Path leaf -> leaf(leaf, outcome);
            case Expression.Call leaf -> leaf(leaf, outcome);
            case Expression.Compared leaf -> leaf(leaf, outcome);
            case Expression.OneOf leaf -> leaf(leaf, outcome);
        };
    }

    private static Chance leaf(Expression leaf, String outcome) {
        if (!Set.of(OUTCOME).containsAll(leaf.paths())) {
            return Chance.OPEN;
        }
        var holds = leaf.holds(new Datum.Fields(Map.of(OUTCOME, Datum.of(outcome))));
        return new Chance(holds, !holds);
    }
}

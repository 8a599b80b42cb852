package org.tongqu.engines.cases.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.Limit;

/**
 * The way through a process that takes longest by the limits of its steps (关键路径), nested processes included, against
 * what the same steps would take one after the other. What the applicant does is not counted, nor are ways back; of
 * branches only those are counted that the facts of the case open.
 */
public final class CriticalPath {

    private final Process process;
    private final Datum facts;
    private final Predicate<String> done;

    private CriticalPath(Process process, Datum facts, Predicate<String> done) {
        this.process = process;
        this.facts = facts;
        this.done = done;
    }

    /**
     * How long something takes, in working days.
     *
     * @param together when branches are done at the same time
     * @param serial when each waits for the one before
     * @param steps the tasks that decide how long it takes, in their order; those done already are left out
     */
    public record Length(int together, int serial, List<String> steps) {

        static final Length NONE = new Length(0, 0, List.of());

        public Length {
            steps = List.copyOf(steps);
        }

        Length then(Length next) {
            var all = new ArrayList<>(steps);
            all.addAll(next.steps);
            return new Length(together + next.together, serial + next.serial, all);
        }

        public int saved() {
            return serial - together;
        }
    }

    /** The whole process by the facts of a case. */
    public static Length of(Process process, Datum facts) {
        return remaining(process, facts, node -> false);
    }

    /** What is left of it when these tasks are done. */
    public static Length remaining(Process process, Datum facts, Predicate<String> done) {
        return new CriticalPath(process, facts, done)
                .from(process.start(), "", new HashSet<>())
                .orElse(Length.NONE);
    }

    /** What stands inside one of its subprocesses or called processes. */
    public static Length inside(Process process, Node.Inner inner, Datum facts) {
        return new CriticalPath(process, facts, node -> false)
                .from(process.node(inner.start()), "", new HashSet<>())
                .orElse(Length.NONE);
    }

    /** From the node to the join, which is not counted; empty where the way leads back or never gets there. */
    private Optional<Length> from(Node node, String join, Set<String> passed) {
        if (node.id().equals(join)) {
            return Optional.of(Length.NONE);
        }
        if (!passed.add(node.id())) {
            return Optional.empty();
        }
        try {
            var own = own(node);
            if (node.ways().out().isEmpty()) {
                return join.isEmpty() ? Optional.of(own) : Optional.empty();
            }
            return on(node, join, passed).map(own::then);
        } finally {
            passed.remove(node.id());
        }
    }

    private Optional<Length> on(Node node, String join, Set<String> passed) {
        var out = open(node);
        if (out.size() == 1) {
            return from(process.node(out.getFirst().to()), join, passed);
        }
        if (node instanceof Node.Parallel || node instanceof Node.Inclusive) {
            return together(out, join, passed);
        }
        return out.stream()
                .flatMap(flow -> from(process.node(flow.to()), join, passed).stream())
                .max(Comparator.comparing(Length::together));
    }

    private List<Flow> open(Node node) {
        return node instanceof Node.Inclusive inclusive && node.ways().out().size() > 1
                ? inclusive.ways(facts)
                : node.ways().out();
    }

    /** The longest of the branches counts, up to where they meet. */
    private Optional<Length> together(List<Flow> branches, String join, Set<String> passed) {
        var meeting = meeting(branches);
        var lengths = branches.stream()
                .flatMap(flow -> from(process.node(flow.to()), meeting.orElse(join), passed).stream())
                .toList();
        var serial = lengths.stream().mapToInt(Length::serial).sum();
        var block = lengths.stream()
                .max(Comparator.comparing(Length::together))
                .map(longest -> new Length(longest.together(), serial, longest.steps()));
        return meeting.isEmpty()
                ? block
                : block.flatMap(length ->
                        from(process.node(meeting.get()), join, passed).map(length::then));
    }

    /** The nearest gateway that every branch comes to. */
    private Optional<String> meeting(List<Flow> branches) {
        var common = new LinkedHashSet<>(reached(branches.getFirst()));
        branches.forEach(flow -> common.retainAll(reached(flow)));
        return common.stream()
                .filter(id -> process.node(id).ways().in().size() > 1)
                .findFirst();
    }

    private Set<String> reached(Flow first) {
        var found = new LinkedHashSet<String>();
        var ahead = new ArrayList<String>(List.of(first.to()));
        for (int i = 0; i < ahead.size(); i++) {
            if (found.add(ahead.get(i))) {
                process.node(ahead.get(i)).ways().out().forEach(flow -> ahead.add(flow.to()));
            }
        }
        return found;
    }

    private Length own(Node node) {
        return switch (node) {
            case Node.UserTask task -> length(task);
            case Node.Inner inner ->
                from(process.node(inner.start()), "", new HashSet<>()).orElse(Length.NONE);
            default -> Length.NONE;
        };
    }

    private Length length(Node.UserTask task) {
        if (task.performer() instanceof Performer.Applicant || done.test(task.id())) {
            return Length.NONE;
        }
        int days = task.limit()
                .filter(limit -> limit.unit() == Limit.Unit.WORKING_DAYS)
                .map(Limit::amount)
                .orElse(0);
        return new Length(days, days, List.of(task.id()));
    }
}

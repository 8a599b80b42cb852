package org.tongqu.engines.cases.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Plays every way a case can go, whatever people decide, and finds the parallel joins at which one could wait for ever:
 * a split that was not parallel, a branch that ends elsewhere, a way that brings two where one is expected.
 *
 * <p>Each inner process is played by itself; around it, it is one place that waits.
 *
 * <p>A situation is the list of places where tokens rest. Conditions are not evaluated: each way out of an exclusive
 * gateway may be taken. Services answer at once, as they do on the platform. Tokens that can no longer reach a join, as
 * those of reminders, are left out: without that, each reminder would double the number of situations. Where no token can
 * end another, tokens do not care which of them moves first, and moving one at a time finds every join that waits for ever
 * (a persistent set in the sense of Godefroid, Partial-Order Methods, 1996): sixteen departments side by side are some
 * twenty situations instead of 65,536.
 */
final class Soundness {

    /** Processes of public services have hundreds of situations; beyond this the drawing is too wild to be checked. */
    private static final int MOST_SITUATIONS = 20_000;

    /** More tokens than this in one place are not told apart. */
    private static final int MANY = 3;

    private final Process process;
    private final Problems problems;
    private final Set<String> counting;
    private final List<Node.Listener> starts;
    private final boolean apart;
    private final Set<List<String>> seen = new HashSet<>();
    private final Deque<List<String>> ahead = new ArrayDeque<>();

    private Soundness(Process process, List<Node.Listener> listeners, Problems problems) {
        this.process = process;
        this.problems = problems;
        this.counting = counting(process);
        this.starts =
                listeners.stream().filter(Node.EventStart.class::isInstance).toList();
        this.apart = starts.isEmpty() && process.nodes().values().stream().noneMatch(Soundness::endsOthers);
    }

    static void check(Process process, Problems problems) {
        if (process.nodes().values().stream().noneMatch(Soundness::isJoin)) {
            return;
        }
        new Soundness(process, process.listeners(), problems).play(process.start());
        for (var node : process.nodes().values()) {
            if (node instanceof Node.Inner inner) {
                new Soundness(process, inner.listeners(), problems).play(process.node(inner.start()));
            }
        }
    }

    private void play(Node start) {
        meet(new Situation(process).after(start));
        while (!ahead.isEmpty()) {
            if (seen.size() > MOST_SITUATIONS) {
                problems.of("", "too-many-situations", String.valueOf(MOST_SITUATIONS));
                return;
            }
            next(ahead.remove());
        }
    }

    private void next(List<String> places) {
        var moved = false;
        for (var place : new HashSet<>(places)) {
            var node = process.findNode(place);
            if (node.isEmpty()) {
                continue;
            }
            moved = true;
            var without = new ArrayList<>(places);
            without.remove(place);
            meet(new Situation(process, without).after(node.get()));
            for (var listener : node.get().listeners()) {
                if (listener instanceof Node.Edge) {
                    meet(new Situation(process, listener.interrupts() ? without : places).after(listener));
                }
            }
            if (apart) {
                break;
            }
        }
        if (moved) {
            begun(places);
        }
        if (!moved && !places.isEmpty()) {
            var join = process.node(Situation.joinOf(places.getFirst()));
            problems.of(join.id(), "join-waits-for-ever");
        }
    }

    /** An event subprocess can begin at any time, with what else goes on or instead of it. */
    private void begun(List<String> places) {
        for (var start : starts) {
            meet(new Situation(process, start.interrupts() ? List.of() : places).after(start));
        }
    }

    private void meet(Set<List<String>> situations) {
        for (var situation : situations) {
            var places = situation.stream().filter(this::counts).toList();
            if (places.stream().allMatch(place -> Collections.frequency(places, place) <= MANY) && seen.add(places)) {
                ahead.add(places);
            }
        }
    }

    private boolean counts(String place) {
        return process.findNode(place).isEmpty() || counting.contains(place);
    }

    /** The nodes from which a join, or an end of the whole case, can be reached: what rests elsewhere changes nothing. */
    private static Set<String> counting(Process process) {
        var found = new HashSet<String>();
        var back = new ArrayDeque<Node>();
        for (var node : process.nodes().values()) {
            if (isJoin(node) || endsOthers(node)) {
                back.add(node);
            }
        }
        while (!back.isEmpty()) {
            var node = back.remove();
            if (!found.add(node.id())) {
                continue;
            }
            node.ways().in().forEach(flow -> back.add(process.node(flow.from())));
            if (node instanceof Node.Edge edge) {
                back.add(process.node(edge.hostId()));
            }
        }
        return found;
    }

    private static boolean isJoin(Node node) {
        return node instanceof Node.Parallel && node.ways().in().size() > 1;
    }

    /** A token that comes here takes others with it. */
    private static boolean endsOthers(Node node) {
        return node instanceof Node.End end && end.reach() == Node.End.Reach.WHOLE_CASE
                || node instanceof Node.InnerEnd inner && inner.reach() != Node.InnerEnd.Reach.THIS_WAY;
    }

    /** Tokens at rest and tokens on their way; splits in two wherever a choice is left open. */
    private static final class Situation {

        private static final String AT_JOIN = " by ";

        private final Process process;
        private final List<String> resting;
        private final Deque<Flow> moving = new ArrayDeque<>();

        Situation(Process process) {
            this(process, List.of());
        }

        Situation(Process process, List<String> resting) {
            this.process = process;
            this.resting = new ArrayList<>(resting);
        }

        static String joinOf(String place) {
            return place.substring(0, place.indexOf(AT_JOIN));
        }

        /** Every situation that can follow when the node is left. */
        Set<List<String>> after(Node node) {
            moving.addAll(node.ways().out());
            var found = new HashSet<List<String>>();
            run(found);
            return found;
        }

        private void run(Set<List<String>> found) {
            while (!moving.isEmpty()) {
                var flow = moving.remove();
                switch (process.node(flow.to())) {
                    case Node.UserTask task -> resting.add(task.id());
                    case Node.WaitTimer timer -> resting.add(timer.id());
                    case Node.ServiceTask service -> doneAtOnce(service);
                    case Node.WaitMessage message -> resting.add(message.id());
                    case Node.WaitSignal signal -> resting.add(signal.id());
                    case Node.Throw sign -> moving.addAll(sign.ways().out());
                    case Node.RuleTask rule -> doneAtOnce(rule);
                    case Node.Choice choice -> {
                        split(choice, found);
                        return;
                    }
                    case Node.EventChoice choice -> {
                        split(choice, found);
                        return;
                    }
                    // branches of an inclusive block meet nobody but each other, so one at a time tells enough
                    case Node.Inclusive choice -> {
                        split(choice, found);
                        return;
                    }
                    case Node.Parallel parallel -> join(parallel, flow);
                    case Node.End end -> {
                        if (end.reach() == Node.End.Reach.WHOLE_CASE) {
                            resting.clear();
                            moving.clear();
                        }
                    }
                    case Node.Inner inner -> resting.add(inner.id());
                    case Node.InnerEnd end -> {
                        if (end.reach() != Node.InnerEnd.Reach.THIS_WAY) {
                            resting.clear();
                            moving.clear();
                        }
                    }
                    case Node.Start start -> {}
                    case Node.InnerStart start -> {}
                    case Node.Listener listener -> {}
                }
            }
            Collections.sort(resting);
            found.add(List.copyOf(resting));
        }

        /** One that may fail is left in two ways, as a place where the case rests. */
        private void doneAtOnce(Node step) {
            if (step.listeners().isEmpty()) {
                moving.addAll(step.ways().out());
            } else {
                resting.add(step.id());
            }
        }

        private void split(Node choice, Set<List<String>> found) {
            for (var way : choice.ways().out()) {
                var branch = new Situation(process, resting);
                branch.moving.addAll(moving);
                branch.moving.add(way);
                branch.run(found);
            }
        }

        private void join(Node.Parallel parallel, Flow by) {
            if (parallel.ways().in().size() > 1) {
                resting.add(parallel.id() + AT_JOIN + by.id());
                var needed = parallel.ways().in().stream()
                        .map(flow -> parallel.id() + AT_JOIN + flow.id())
                        .toList();
                if (!resting.containsAll(needed)) {
                    return;
                }
                needed.forEach(resting::remove);
            }
            moving.addAll(parallel.ways().out());
        }
    }
}

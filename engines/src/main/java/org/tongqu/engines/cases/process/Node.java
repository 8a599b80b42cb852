package org.tongqu.engines.cases.process;

import java.util.List;
import java.util.Optional;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.Limit;

/** One step of a process: everything the executor understands, and nothing else. */
public sealed interface Node {

    /** The element id of the BPMN file, by which tasks, timers and shapes refer to the node. */
    String id();

    /** What the drawing calls it; empty when it was left without a name. */
    String name();

    Ways ways();

    /** What is listened for while a case stands here. */
    default List<Listener> listeners() {
        return List.of();
    }

    /** What on its edge catches the error of the step itself. */
    default Optional<Listener> catcherOf(String error) {
        return listeners().stream()
                .filter(listener -> listener.trigger().equals(new Trigger.Error(error)))
                .findFirst();
    }

    /** The flows that leave and enter a node, found once so that no case has to search. */
    record Ways(List<Flow> out, List<Flow> in) {
        public Ways {
            out = List.copyOf(out);
            in = List.copyOf(in);
        }
    }

    /**
     * Where every case begins.
     *
     * @param starts the clocks that begin to run when a case is opened
     */
    record Start(String id, String name, Ways ways, List<String> starts) implements Node {
        public Start {
            starts = List.copyOf(starts);
        }
    }

    /**
     * Where a case ends, once nothing else of it is open.
     *
     * @param result how it ended, e.g. {@code issued}: a free code that lists and figures are made of
     */
    record End(String id, String name, Ways ways, String result, Reach reach) implements Node {

        public enum Reach {
            /** Ends only the way that led here; the case ends with its last way. */
            THIS_WAY,
            /** BPMN terminate: cancels all that is still open and ends the case at once. */
            WHOLE_CASE
        }
    }

    /**
     * A person decides or supplies something.
     *
     * @param limit how long the step may take, counted from its opening and not stopped by anything
     * @param form what the person fills in; the engine only carries it
     * @param outcomes never empty: a task that offers none in the file offers {@link OfferedOutcome#DONE}
     * @param listeners on its edge
     * @param rules what may be done there besides completing it
     * @param organisation the kind of organisation that does it; empty for the one that handles the case
     * @param voices where several decide it
     */
    record UserTask(
            String id,
            String name,
            Ways ways,
            Performer performer,
            Optional<Limit> limit,
            Clock clock,
            Optional<String> form,
            List<OfferedOutcome> outcomes,
            List<Listener> listeners,
            StepRules rules,
            String organisation,
            Optional<Voices> voices)
            implements Node {

        /** What the case's clocks do while the task is open. */
        public enum Clock {
            RUNS,
            STOPS
        }

        public UserTask {
            outcomes = List.copyOf(outcomes);
            listeners = List.copyOf(listeners);
        }

        /** The part of the form that is asked for from now on, where the form is named as {@code application#works}. */
        public Optional<String> formPart() {
            return form.filter(named -> named.contains("#")).map(named -> named.substring(named.indexOf('#') + 1));
        }

        public Optional<OfferedOutcome> findOutcome(String code) {
            return outcomes.stream()
                    .filter(outcome -> outcome.code().equals(code))
                    .findFirst();
        }

        public List<String> outcomeCodes() {
            return outcomes.stream().map(OfferedOutcome::code).toList();
        }
    }

    /**
     * The platform does something in the same transaction.
     *
     * @param action what, e.g. {@code licences.issue}
     * @param with which of them, e.g. the document to issue; may be empty
     * @param listeners on its edge, for nothing but {@link #ERROR}
     */
    record ServiceTask(String id, String name, Ways ways, String action, String with, List<Listener> listeners)
            implements Node {

        /** With what a service ends that the platform cannot do. */
        public static final String ERROR = "service-refused";

        public ServiceTask {
            listeners = List.copyOf(listeners);
        }
    }

    /**
     * A decision answers at once from what the case knows; its answer, and those of the decisions it needs, are facts
     * of the case.
     *
     * @param listeners on its edge, for nothing but {@link #ERROR}
     */
    record RuleTask(String id, String name, Ways ways, RuleGraph asks, List<Listener> listeners) implements Node {

        /** With what it ends when rows contradict each other. */
        public static final String ERROR = "rules-conflict";

        public RuleTask {
            listeners = List.copyOf(listeners);
        }

        /** The table whose answer the step is for. */
        public RuleTable table() {
            return asks.asked();
        }
    }

    /**
     * Exclusive gateway: the first flow whose condition holds is taken, in the order of the file; without one, the
     * otherwise. As a merge it lets everything through.
     */
    record Choice(String id, String name, Ways ways, Optional<Flow> otherwise) implements Node {

        /** The way on by what a case knows; a merge has only one. */
        public Flow way(Datum facts) {
            if (ways.out().size() == 1) {
                return ways.out().getFirst();
            }
            return ways.out().stream()
                    .filter(flow ->
                            flow.when().filter(when -> when.holds(facts)).isPresent())
                    .findFirst()
                    .or(() -> otherwise)
                    .orElseThrow(
                            () -> new IllegalStateException("No way leads on from " + id + " and it has no default"));
        }
    }

    /**
     * Inclusive gateway: every flow whose condition holds is taken, the otherwise when none does. Its counterpart waits for
     * exactly those that were taken.
     */
    record Inclusive(String id, String name, Ways ways, Optional<Flow> otherwise) implements Node {

        /** The ways on from a split by what a case knows, at least one. */
        public List<Flow> ways(Datum facts) {
            var open = ways.out().stream()
                    .filter(flow ->
                            flow.when().filter(when -> when.holds(facts)).isPresent())
                    .toList();
            return open.isEmpty() ? otherwise.stream().toList() : open;
        }
    }

    /** Event-based gateway: the first of the timers and messages behind it decides the way. */
    record EventChoice(String id, String name, Ways ways) implements Node {}

    /** The case waits for a message of another system, e.g. that a fee was paid. */
    record WaitMessage(String id, String name, Ways ways, String message) implements Node {}

    /** The case waits for a sign, given by the case itself or by the platform. */
    record WaitSignal(String id, String name, Ways ways, String signal) implements Node {}

    /** Gives a sign to whatever in the case waits for it once the case has come to rest, and goes on at once. */
    record Throw(String id, String name, Ways ways, String signal) implements Node {}

    /** Parallel gateway: waits for one token on each way in, then sends one along each way out. */
    record Parallel(String id, String name, Ways ways) implements Node {}

    /** Intermediate timer: the case waits here until the limit has passed. */
    record WaitTimer(String id, String name, Ways ways, Limit after) implements Node {}

    /**
     * Embedded subprocess or call activity: what stands inside happens first, and the case goes on from here once
     * nothing of it is left.
     *
     * @param start where it begins inside
     * @param inside the ids of what stands directly inside
     * @param listeners on its edge, and the event subprocesses inside
     * @param repeated where it runs for several
     */
    record Inner(
            String id,
            String name,
            Ways ways,
            String start,
            List<String> inside,
            List<Listener> listeners,
            Optional<Repetition> repeated)
            implements Node {
        public Inner {
            inside = List.copyOf(inside);
            listeners = List.copyOf(listeners);
        }
    }

    /** Where an inner process begins. */
    record InnerStart(String id, String name, Ways ways) implements Node {}

    /**
     * Where a way of an inner process ends, or of any process with an error.
     *
     * @param error which error it ends with; empty unless it does
     * @param result what a called process answers; empty in others
     */
    record InnerEnd(String id, String name, Ways ways, Reach reach, String error, String result) implements Node {

        public enum Reach {
            /** Only the way that led here. */
            THIS_WAY,
            /** BPMN terminate: everything inside; the case goes on from the inner process. */
            WHOLE_INNER,
            /** BPMN error: everything inside; the case goes on from what catches it, inside or around. */
            ERROR
        }
    }

    /**
     * Something a case listens for while a step or an inner process is open; when it happens, a way of its own begins.
     */
    sealed interface Listener extends Node {

        /** The step or inner process that must be open; empty for the process as a whole. */
        String hostId();

        Effect effect();

        Trigger trigger();

        default boolean interrupts() {
            return effect() == Effect.INTERRUPTS;
        }
    }

    /** What a listener does to its host. */
    enum Effect {
        /** The host is given up, with whatever goes on inside it. */
        INTERRUPTS,
        /** The host stays open and the listener's way runs beside it. */
        RUNS_BESIDE
    }

    /** What is listened for. */
    sealed interface Trigger {

        /** A limit has passed since the host was opened. */
        record Timer(Limit after) implements Trigger {}

        /** The platform was told something. */
        record Message(String message) implements Trigger {}

        /** The case, or the platform for many cases, gave a sign. */
        record Signal(String signal) implements Trigger {}

        /** Something inside ended with an error. */
        record Error(String error) implements Trigger {}
    }

    /** An event on the edge of a step or inner process; its way leaves the host. */
    record Edge(String id, String name, Ways ways, String hostId, Effect effect, Trigger trigger) implements Listener {}

    /** The start of an event subprocess; its way runs inside the host and ends with it. */
    record EventStart(String id, String name, Ways ways, String hostId, Effect effect, Trigger trigger)
            implements Listener {}
}

package org.tongqu.engines.cases.process;

import java.util.List;
import java.util.Optional;
import org.tongqu.kernel.time.Limit;

/** One step of a process: everything the executor understands, and nothing else. */
public sealed interface Node {

    /** The element id of the BPMN file, by which tasks, timers and shapes refer to the node. */
    String id();

    /** What the drawing calls it; empty when it was left without a name. */
    String name();

    Ways ways();

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
     * @param timers the boundary timers set while the task is open
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
            List<BoundaryTimer> timers,
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
            timers = List.copyOf(timers);
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
     */
    record ServiceTask(String id, String name, Ways ways, String action, String with) implements Node {}

    /**
     * Exclusive gateway: the first flow whose condition holds is taken, in the order of the file; without one, the
     * otherwise. As a merge it lets everything through.
     */
    record Choice(String id, String name, Ways ways, Optional<Flow> otherwise) implements Node {}

    /**
     * Inclusive gateway: every flow whose condition holds is taken, the otherwise when none does. Its counterpart waits for
     * exactly those that were taken.
     */
    record Inclusive(String id, String name, Ways ways, Optional<Flow> otherwise) implements Node {}

    /** Event-based gateway: the first of the timers and messages behind it decides the way. */
    record EventChoice(String id, String name, Ways ways) implements Node {}

    /** The case waits for a message of another system, e.g. that a fee was paid. */
    record WaitMessage(String id, String name, Ways ways, String message) implements Node {}

    /** Parallel gateway: waits for one token on each way in, then sends one along each way out. */
    record Parallel(String id, String name, Ways ways) implements Node {}

    /** Intermediate timer: the case waits here until the limit has passed. */
    record WaitTimer(String id, String name, Ways ways, Limit after) implements Node {}

    /**
     * Embedded subprocess: what stands inside happens first, and the case goes on from here once nothing of it is left.
     *
     * @param start where it begins inside
     * @param inside the ids of what stands directly inside
     * @param timers on its edge; one that interrupts gives up whatever goes on inside
     * @param errors on its edge, which give up whatever goes on inside
     */
    record Inner(
            String id,
            String name,
            Ways ways,
            String start,
            List<String> inside,
            List<BoundaryTimer> timers,
            List<BoundaryError> errors)
            implements Node {
        public Inner {
            inside = List.copyOf(inside);
            timers = List.copyOf(timers);
            errors = List.copyOf(errors);
        }
    }

    /** Where an inner process begins. */
    record InnerStart(String id, String name, Ways ways) implements Node {}

    /**
     * Where a way of an inner process ends.
     *
     * @param error which error it ends with; empty unless it does
     */
    record InnerEnd(String id, String name, Ways ways, Reach reach, String error) implements Node {

        public enum Reach {
            /** Only the way that led here. */
            THIS_WAY,
            /** BPMN terminate: everything inside; the case goes on from the inner process. */
            WHOLE_INNER,
            /** BPMN error: everything inside; the case goes on from the event on the edge that catches it. */
            ERROR
        }
    }

    /** Catches an error an inner process ends with. */
    record BoundaryError(String id, String name, Ways ways, String innerId, String error) implements Node {}

    /** A timer on a task: when the limit passes before the task is completed, its own way is taken. */
    record BoundaryTimer(String id, String name, Ways ways, String taskNodeId, Effect effect, Limit after)
            implements Node {

        public enum Effect {
            /** The task is cancelled. */
            INTERRUPTS,
            /** The task stays open and the timer's way runs beside it. */
            RUNS_BESIDE
        }
    }
}

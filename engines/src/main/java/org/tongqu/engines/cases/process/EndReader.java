package org.tongqu.engines.cases.process;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.operaton.bpm.model.bpmn.instance.EndEvent;
import org.operaton.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.operaton.bpm.model.bpmn.instance.EventDefinition;
import org.operaton.bpm.model.bpmn.instance.FlowElement;
import org.operaton.bpm.model.bpmn.instance.MessageEventDefinition;
import org.operaton.bpm.model.bpmn.instance.SignalEventDefinition;
import org.operaton.bpm.model.bpmn.instance.TerminateEventDefinition;

/**
 * Reads where ways end. An end that gives a sign or sends a message does that first, as a step of the end's own id, and
 * then ends in a node that is not drawn.
 */
final class EndReader {

    private final Problems problems;
    private final CalledProcesses called;
    private final EventReader events;
    private final InnerReader inners;
    private final Function<FlowElement, Node.Ways> ways;

    EndReader(
            Problems problems,
            CalledProcesses called,
            EventReader events,
            InnerReader inners,
            Function<FlowElement, Node.Ways> ways) {
        this.problems = problems;
        this.called = called;
        this.events = events;
        this.inners = inners;
        this.ways = ways;
    }

    /** Whether something is done there before the way ends. */
    static boolean acts(EndEvent end) {
        return end.getEventDefinitions().stream()
                .anyMatch(trigger ->
                        trigger instanceof SignalEventDefinition || trigger instanceof MessageEventDefinition);
    }

    /** Under which id the way ends once it is done. */
    static String endOf(EndEvent end) {
        return acts(end) ? end.getId() + ".end" : end.getId();
    }

    /** The way there, which is not drawn. */
    static Flow on(EndEvent end) {
        return new Flow(end.getId() + ".on", "", end.getId(), endOf(end), Optional.empty());
    }

    List<Node> nodes(EndEvent end) {
        var there = ways.apply(end);
        var definitions = end.getEventDefinitions();
        if (definitions.size() > 1 || !definitions.stream().allMatch(EndReader::mayStandThere)) {
            problems.of(end.getId(), "trigger-unknown");
        }
        if (!acts(end)) {
            events.actionOnlyOfMessage(end);
            return List.of(end(end, there));
        }
        if (there.out().size() > 1) {
            problems.of(end.getId(), "flow-out-of-end");
        }
        var act = events.thrown(end, ProcessBuilding.name(end.getName()), definitions);
        return List.of(act, end(end, new Node.Ways(List.of(), List.of(on(end)))));
    }

    private static boolean mayStandThere(EventDefinition trigger) {
        return trigger instanceof TerminateEventDefinition
                || trigger instanceof ErrorEventDefinition
                || trigger instanceof SignalEventDefinition
                || trigger instanceof MessageEventDefinition;
    }

    private Node end(EndEvent end, Node.Ways there) {
        var definitions = end.getEventDefinitions();
        var terminates = definitions.stream().anyMatch(TerminateEventDefinition.class::isInstance);
        var fails = definitions.stream().anyMatch(ErrorEventDefinition.class::isInstance);
        var result = ProcessBuilding.ours(end, "result");
        var inside = InnerReader.around(end).isPresent();
        if (!fails && !inside && !result.matches("[a-z][a-z0-9-]*")) {
            problems.of(end.getId(), "result-unreadable", result);
        }
        if (fails || inside || called.isCalled(end.getParentElement())) {
            return inners.end(end, there, inside ? "" : result);
        }
        return new Node.End(
                endOf(end),
                ProcessBuilding.name(end.getName()),
                there,
                result,
                terminates ? Node.End.Reach.WHOLE_CASE : Node.End.Reach.THIS_WAY);
    }
}

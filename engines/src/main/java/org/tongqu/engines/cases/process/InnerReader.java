package org.tongqu.engines.cases.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.operaton.bpm.model.bpmn.instance.BoundaryEvent;
import org.operaton.bpm.model.bpmn.instance.EndEvent;
import org.operaton.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.operaton.bpm.model.bpmn.instance.FlowElement;
import org.operaton.bpm.model.bpmn.instance.SequenceFlow;
import org.operaton.bpm.model.bpmn.instance.StartEvent;
import org.operaton.bpm.model.bpmn.instance.SubProcess;
import org.operaton.bpm.model.bpmn.instance.TerminateEventDefinition;

/** Reads inner processes, their ends, and the errors their edges catch. */
final class InnerReader {

    private final Problems problems;
    private final Map<String, List<Node.BoundaryError>> errorsOn = new LinkedHashMap<>();

    InnerReader(Problems problems) {
        this.problems = problems;
    }

    void readError(BoundaryEvent event, Node.Ways ways) {
        var error = error(event, ways);
        errorsOn.computeIfAbsent(error.innerId(), inner -> new ArrayList<>()).add(error);
    }

    Node.Inner inner(SubProcess inner, Node.Ways ways, List<Node.BoundaryTimer> timers) {
        var starts = inner.getFlowElements().stream()
                .filter(StartEvent.class::isInstance)
                .map(FlowElement::getId)
                .toList();
        if (starts.size() != 1 || inner.triggeredByEvent() || inner.getLoopCharacteristics() != null) {
            problems.of(inner.getId(), "inner-unreadable", String.valueOf(starts.size()));
        }
        var ends = inner.getFlowElements().stream().anyMatch(EndEvent.class::isInstance);
        if (!ends) {
            problems.of(inner.getId(), "inner-unreadable", String.valueOf(starts.size()));
        }
        return new Node.Inner(
                inner.getId(),
                ProcessBuilding.name(inner.getName()),
                ways,
                starts.isEmpty() ? "" : starts.getFirst(),
                inner.getFlowElements().stream()
                        .filter(element -> !(element instanceof SequenceFlow))
                        .map(FlowElement::getId)
                        .toList(),
                timers,
                errorsOn.getOrDefault(inner.getId(), List.of()));
    }

    Node.InnerEnd end(EndEvent end, SubProcess inner, Node.Ways ways) {
        var definitions = end.getEventDefinitions();
        if (definitions.size() > 1
                || definitions.stream()
                        .anyMatch(definition -> !(definition instanceof TerminateEventDefinition)
                                && !(definition instanceof ErrorEventDefinition))) {
            problems.of(end.getId(), "trigger-unknown");
        }
        var reach = Node.InnerEnd.Reach.THIS_WAY;
        var error = "";
        for (var definition : definitions) {
            reach = Node.InnerEnd.Reach.WHOLE_INNER;
            if (definition instanceof ErrorEventDefinition thrown) {
                reach = Node.InnerEnd.Reach.ERROR;
                error = code(end, thrown);
                var caught = error;
                if (errorsOn.getOrDefault(inner.getId(), List.of()).stream()
                        .noneMatch(edge -> edge.error().equals(caught))) {
                    problems.of(end.getId(), "error-uncaught", error);
                }
            }
        }
        return new Node.InnerEnd(end.getId(), ProcessBuilding.name(end.getName()), ways, reach, error);
    }

    static boolean isError(BoundaryEvent event) {
        return event.getEventDefinitions().stream().anyMatch(ErrorEventDefinition.class::isInstance);
    }

    Node.BoundaryError error(BoundaryEvent event, Node.Ways ways) {
        if (event.getEventDefinitions().size() != 1 || !(event.getAttachedTo() instanceof SubProcess)) {
            problems.of(event.getId(), "error-elsewhere");
        }
        var code = event.getEventDefinitions().stream()
                .filter(ErrorEventDefinition.class::isInstance)
                .map(ErrorEventDefinition.class::cast)
                .findFirst()
                .map(thrown -> code(event, thrown))
                .orElse("");
        var inner = event.getAttachedTo() == null ? "" : event.getAttachedTo().getId();
        return new Node.BoundaryError(event.getId(), ProcessBuilding.name(event.getName()), ways, inner, code);
    }

    private String code(FlowElement event, ErrorEventDefinition thrown) {
        var code = thrown.getError() == null
                ? ""
                : ProcessBuilding.name(thrown.getError().getErrorCode());
        if (!code.matches("[a-z][a-z0-9-]*")) {
            problems.of(event.getId(), "error-unreadable", code);
        }
        return code;
    }
}

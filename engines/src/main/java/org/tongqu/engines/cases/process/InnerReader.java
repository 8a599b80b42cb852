package org.tongqu.engines.cases.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.operaton.bpm.model.bpmn.instance.Activity;
import org.operaton.bpm.model.bpmn.instance.CallActivity;
import org.operaton.bpm.model.bpmn.instance.EndEvent;
import org.operaton.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.operaton.bpm.model.bpmn.instance.FlowElement;
import org.operaton.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.operaton.bpm.model.bpmn.instance.SequenceFlow;
import org.operaton.bpm.model.bpmn.instance.StartEvent;
import org.operaton.bpm.model.bpmn.instance.SubProcess;
import org.operaton.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.tongqu.engines.expressions.Expression;
import org.tongqu.engines.expressions.ExpressionProblem;
import org.tongqu.kernel.Outcome;

/** Reads inner processes and their ends. What stands in an event subprocess belongs to the process around it. */
final class InnerReader {

    private static final Pattern TIMES = Pattern.compile("[1-9][0-9]?|100");
    private static final Pattern PATH = Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]*(\\.[a-zA-Z][a-zA-Z0-9_-]*)*");

    private final Problems problems;
    private final CalledProcesses called;
    private final EventReader events;

    InnerReader(Problems problems, CalledProcesses called, EventReader events) {
        this.problems = problems;
        this.called = called;
        this.events = events;
    }

    /** The inner process whose way an element belongs to. */
    static Optional<SubProcess> around(FlowElement element) {
        var parent = element.getParentElement();
        while (parent instanceof SubProcess inner && inner.triggeredByEvent()) {
            parent = inner.getParentElement();
        }
        return parent instanceof SubProcess inner ? Optional.of(inner) : Optional.empty();
    }

    Node.Inner inner(SubProcess inner, Node.Ways ways) {
        var starts = inner.getFlowElements().stream()
                .filter(StartEvent.class::isInstance)
                .map(FlowElement::getId)
                .toList();
        expect(inner, starts.size() == 1);
        return new Node.Inner(
                inner.getId(),
                ProcessBuilding.name(inner.getName()),
                ways,
                starts.isEmpty() ? "" : starts.getFirst(),
                inside(inner.getFlowElements()),
                events.on(inner.getId()),
                repetition(inner));
    }

    /** What another file of the service says happens here, as an inner process. */
    Node.Inner call(CallActivity call, Node.Ways ways) {
        var process = called.find(call);
        if (process.isEmpty()) {
            problems.of(call.getId(), "called-unknown", CalledProcesses.called(call));
        }
        var elements = process.map(found -> found.getFlowElements()).orElse(List.of());
        var starts = elements.stream()
                .filter(StartEvent.class::isInstance)
                .map(FlowElement::getId)
                .toList();
        if (process.isPresent() && starts.size() != 1) {
            problems.of(process.get().getId(), "one-start", String.valueOf(starts.size()));
        }
        return new Node.Inner(
                call.getId(),
                ProcessBuilding.name(call.getName()),
                ways,
                starts.isEmpty() ? "" : starts.getFirst(),
                inside(elements),
                events.on(call.getId()),
                repetition(call));
    }

    /** An event subprocess is no step itself; only what stands in it is. */
    void eventSubprocess(SubProcess inner, Node.Ways ways) {
        var starts = inner.getFlowElements().stream()
                .filter(StartEvent.class::isInstance)
                .count();
        var alone = ways.in().isEmpty() && ways.out().isEmpty();
        expect(inner, starts == 1 && alone && inner.getLoopCharacteristics() == null);
        if (called.isCalled(inner.getParentElement())) {
            problems.of(inner.getId(), "called-event-subprocess");
        }
    }

    private Optional<Repetition> repetition(Activity inner) {
        if (!(inner.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics several)) {
            return Optional.empty();
        }
        var each = ProcessBuilding.ours(several, "each");
        var times = several.getLoopCardinality() == null
                ? ""
                : several.getLoopCardinality().getTextContent().strip();
        var ofVoices = ProcessBuilding.ours(several, "decides") + ProcessBuilding.ours(several, "voices");
        var readable = each.isEmpty()
                ? TIMES.matcher(times).matches()
                : times.isEmpty() && PATH.matcher(each).matches();
        if (!readable || !ofVoices.isEmpty()) {
            problems.of(inner.getId(), "repetition-unreadable", each.isEmpty() ? times : each);
        }
        return Optional.of(new Repetition(
                several.isSequential() ? Voices.Order.ONE_BY_ONE : Voices.Order.TOGETHER,
                readable && each.isEmpty() ? Integer.parseInt(times) : 0,
                each,
                until(inner, several)));
    }

    private Optional<Expression> until(Activity inner, MultiInstanceLoopCharacteristics several) {
        if (several.getCompletionCondition() == null) {
            return Optional.empty();
        }
        var text = several.getCompletionCondition().getTextContent().strip();
        return switch (Expression.read(text)) {
            case Outcome.Done<Expression, ?>(var expression) -> Optional.of(expression);
            case Outcome.Refused<Expression, ExpressionProblem>(var problem) -> {
                problems.of(
                        inner.getId(),
                        "condition-unreadable",
                        text,
                        String.valueOf(problem.column()),
                        problem.found().isEmpty() ? "…" : problem.found());
                yield Optional.empty();
            }
        };
    }

    private void expect(SubProcess inner, boolean begunOnce) {
        var ends = inner.getFlowElements().stream().anyMatch(EndEvent.class::isInstance);
        if (!begunOnce || !ends) {
            problems.of(inner.getId(), "inner-unreadable");
        }
    }

    private static List<String> inside(Collection<FlowElement> elements) {
        var inside = new ArrayList<String>();
        for (var element : elements) {
            if (element instanceof SubProcess inner && inner.triggeredByEvent()) {
                inside.addAll(inside(inner.getFlowElements()));
            } else if (!(element instanceof SequenceFlow)) {
                inside.add(element.getId());
            }
            if (element instanceof EndEvent end && EndReader.acts(end)) {
                inside.add(EndReader.endOf(end));
            }
        }
        return inside;
    }

    /** An end inside, of a called process, or anywhere with an error. */
    Node.InnerEnd end(EndEvent end, Node.Ways ways, String result) {
        var reach = Node.InnerEnd.Reach.THIS_WAY;
        var error = "";
        for (var definition : end.getEventDefinitions()) {
            if (definition instanceof ErrorEventDefinition thrown) {
                reach = Node.InnerEnd.Reach.ERROR;
                error = events.errorCode(end, thrown);
                if (!events.isCaught(end, error)) {
                    problems.of(end.getId(), "error-uncaught", error);
                }
            } else if (definition instanceof TerminateEventDefinition) {
                reach = Node.InnerEnd.Reach.WHOLE_INNER;
            }
        }
        return new Node.InnerEnd(EndReader.endOf(end), ProcessBuilding.name(end.getName()), ways, reach, error, result);
    }
}

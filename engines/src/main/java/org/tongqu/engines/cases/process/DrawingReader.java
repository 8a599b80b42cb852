package org.tongqu.engines.cases.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.instance.Association;
import org.operaton.bpm.model.bpmn.instance.BaseElement;
import org.operaton.bpm.model.bpmn.instance.BoundaryEvent;
import org.operaton.bpm.model.bpmn.instance.BusinessRuleTask;
import org.operaton.bpm.model.bpmn.instance.CallActivity;
import org.operaton.bpm.model.bpmn.instance.EndEvent;
import org.operaton.bpm.model.bpmn.instance.EventBasedGateway;
import org.operaton.bpm.model.bpmn.instance.ExclusiveGateway;
import org.operaton.bpm.model.bpmn.instance.FlowElement;
import org.operaton.bpm.model.bpmn.instance.InclusiveGateway;
import org.operaton.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.operaton.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.operaton.bpm.model.bpmn.instance.Lane;
import org.operaton.bpm.model.bpmn.instance.MessageFlow;
import org.operaton.bpm.model.bpmn.instance.ParallelGateway;
import org.operaton.bpm.model.bpmn.instance.Participant;
import org.operaton.bpm.model.bpmn.instance.ReceiveTask;
import org.operaton.bpm.model.bpmn.instance.SendTask;
import org.operaton.bpm.model.bpmn.instance.SequenceFlow;
import org.operaton.bpm.model.bpmn.instance.ServiceTask;
import org.operaton.bpm.model.bpmn.instance.StartEvent;
import org.operaton.bpm.model.bpmn.instance.SubProcess;
import org.operaton.bpm.model.bpmn.instance.TextAnnotation;
import org.operaton.bpm.model.bpmn.instance.UserTask;
import org.operaton.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.operaton.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.operaton.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.operaton.bpm.model.bpmn.instance.dc.Bounds;

/** Reads the diagram interchange of a file; shapes of elements that are not drawn here are left out. */
final class DrawingReader {

    private DrawingReader() {}

    static Drawing read(BpmnModelInstance model) {
        var shapes = new ArrayList<Drawing.Shape>();
        for (var shape : model.getModelElementsByType(BpmnShape.class)) {
            var element = shape.getBpmnElement();
            var kind = kind(element);
            if (kind.isPresent() && shape.getBounds() != null) {
                shapes.add(new Drawing.Shape(
                        element.getId(),
                        kind.get(),
                        name(element),
                        box(shape.getBounds()),
                        label(shape.getBpmnLabel())));
            }
        }
        shapes.sort(Comparator.comparingInt(DrawingReader::layer));
        var lines = new ArrayList<Drawing.Line>();
        for (var edge : model.getModelElementsByType(BpmnEdge.class)) {
            line(edge).ifPresent(lines::add);
        }
        return new Drawing(shapes, lines);
    }

    private static Optional<Drawing.Line> line(BpmnEdge edge) {
        var element = edge.getBpmnElement();
        var points = edge.getWaypoints().stream()
                .map(point -> new Drawing.Point(point.getX(), point.getY()))
                .toList();
        if (points.size() < 2) {
            return Optional.empty();
        }
        return switch (element) {
            case SequenceFlow flow ->
                Optional.of(new Drawing.Line(
                        flow.getId(), name(flow), Drawing.Line.Stroke.FLOW, points, label(edge.getBpmnLabel())));
            case Association tie ->
                Optional.of(
                        new Drawing.Line(tie.getId(), "", Drawing.Line.Stroke.ASSOCIATION, points, Optional.empty()));
            case MessageFlow message ->
                Optional.of(new Drawing.Line(
                        message.getId(),
                        ProcessBuilding.name(message.getName()),
                        Drawing.Line.Stroke.ASSOCIATION,
                        points,
                        label(edge.getBpmnLabel())));
            case null, default -> Optional.empty();
        };
    }

    private static Optional<Drawing.Kind> kind(@Nullable BaseElement element) {
        return switch (element) {
            case StartEvent start -> Optional.of(Drawing.Kind.START);
            case EndEvent end -> Optional.of(Drawing.Kind.END);
            case UserTask task -> Optional.of(Drawing.Kind.USER_TASK);
            case ServiceTask task -> Optional.of(Drawing.Kind.SERVICE_TASK);
            case SendTask task -> Optional.of(Drawing.Kind.SERVICE_TASK);
            case BusinessRuleTask task -> Optional.of(Drawing.Kind.SERVICE_TASK);
            case ReceiveTask task -> Optional.of(Drawing.Kind.SERVICE_TASK);
            case ExclusiveGateway gateway -> Optional.of(Drawing.Kind.CHOICE);
            case InclusiveGateway gateway -> Optional.of(Drawing.Kind.CHOICE);
            case EventBasedGateway gateway -> Optional.of(Drawing.Kind.CHOICE);
            case ParallelGateway gateway -> Optional.of(Drawing.Kind.PARALLEL);
            case IntermediateCatchEvent event -> Optional.of(Drawing.Kind.TIMER);
            case IntermediateThrowEvent event -> Optional.of(Drawing.Kind.TIMER);
            case BoundaryEvent event -> Optional.of(Drawing.Kind.TIMER);
            case CallActivity call -> Optional.of(Drawing.Kind.SERVICE_TASK);
            case SubProcess inner -> Optional.of(Drawing.Kind.LANE);
            case Participant pool -> Optional.of(Drawing.Kind.POOL);
            case Lane lane -> Optional.of(Drawing.Kind.LANE);
            case TextAnnotation note -> Optional.of(Drawing.Kind.NOTE);
            case null, default -> Optional.empty();
        };
    }

    private static String name(BaseElement element) {
        return ProcessBuilding.name(
                switch (element) {
                    case FlowElement flow -> flow.getName();
                    case Participant pool -> pool.getName();
                    case Lane lane -> lane.getName();
                    case TextAnnotation note ->
                        note.getText() == null ? "" : note.getText().getTextContent();
                    default -> "";
                });
    }

    /** Pools lie under lanes, lanes under steps, and timers on the edge of their task. */
    private static int layer(Drawing.Shape shape) {
        return switch (shape.kind()) {
            case POOL -> 0;
            case LANE -> 1;
            case START, END, USER_TASK, SERVICE_TASK, CHOICE, PARALLEL, NOTE -> 2;
            case TIMER -> 3;
        };
    }

    private static Optional<Drawing.Box> label(@Nullable BpmnLabel label) {
        return label == null || label.getBounds() == null ? Optional.empty() : Optional.of(box(label.getBounds()));
    }

    private static Drawing.Box box(Bounds bounds) {
        return new Drawing.Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }
}

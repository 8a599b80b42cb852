package org.tongqu.engines.cases.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
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
import org.operaton.bpm.model.bpmn.instance.ParallelGateway;
import org.operaton.bpm.model.bpmn.instance.ReceiveTask;
import org.operaton.bpm.model.bpmn.instance.SendTask;
import org.operaton.bpm.model.bpmn.instance.SequenceFlow;
import org.operaton.bpm.model.bpmn.instance.ServiceTask;
import org.operaton.bpm.model.bpmn.instance.StartEvent;
import org.operaton.bpm.model.bpmn.instance.SubProcess;
import org.operaton.bpm.model.bpmn.instance.UserTask;
import org.tongqu.engines.expressions.Expression;
import org.tongqu.engines.expressions.ExpressionProblem;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.Limit;

/** Turns the parsed elements into nodes and flows; each attribute that cannot be read is a problem of its element. */
final class ProcessBuilding {

    private final Problems problems;
    private final List<RuleGraph> decisions;
    private final CalledProcesses called;
    private final Map<String, Flow> flows = new LinkedHashMap<>();
    private final Map<String, List<Flow>> out = new LinkedHashMap<>();
    private final Map<String, List<Flow>> in = new LinkedHashMap<>();
    private final EventReader events;
    private final InnerReader inners;
    private final EndReader ends;

    private ProcessBuilding(List<RuleGraph> decisions, CalledProcesses called, Problems problems) {
        this.decisions = decisions;
        this.problems = problems;
        this.called = called;
        this.events = new EventReader(problems, called, this::ways);
        this.inners = new InnerReader(problems, called, events);
        this.ends = new EndReader(problems, called, events, inners, this::ways);
    }

    static Outcome<Process, List<ProcessProblem>> build(
            BpmnModelInstance model, List<BpmnModelInstance> others, List<RuleGraph> decisions, Problems problems) {
        var executable = model.getModelElementsByType(org.operaton.bpm.model.bpmn.instance.Process.class).stream()
                .filter(process -> !process.getFlowElements().isEmpty())
                .toList();
        if (executable.size() != 1) {
            problems.at(0, "", "one-process", String.valueOf(executable.size()));
            return Outcome.refused(problems.inOrder());
        }
        var process = executable.getFirst();
        var called = new CalledProcesses(others, problems);
        var elements = called.elements(process);
        if (!problems.allow()) {
            return Outcome.refused(problems.inOrder());
        }
        var building = new ProcessBuilding(decisions, called, problems);
        building.readFlows(elements);
        building.events.readListeners(elements);
        var nodes = building.readNodes(elements);
        return problems.allow()
                ? Outcome.done(new Process(
                        process.getId(),
                        name(process.getName()),
                        nodes,
                        List.copyOf(building.flows.values()),
                        DrawingReader.read(model)))
                : Outcome.refused(problems.inOrder());
    }

    private void readFlows(Collection<FlowElement> elements) {
        for (var element : elements) {
            if (element instanceof SequenceFlow sequence) {
                var flow = new Flow(
                        sequence.getId(),
                        name(sequence.getName()),
                        sequence.getSource().getId(),
                        sequence.getTarget().getId(),
                        condition(sequence));
                if (sequence.getSource().getParentElement()
                        != sequence.getTarget().getParentElement()) {
                    problems.of(flow.id(), "flow-crosses");
                }
                keep(flow);
            } else if (element instanceof EndEvent end && EndReader.acts(end)) {
                keep(EndReader.on(end));
            }
        }
    }

    private void keep(Flow flow) {
        if (flows.put(flow.id(), flow) != null) {
            problems.of(flow.id(), "id-twice", flow.id());
        }
        out.computeIfAbsent(flow.from(), node -> new ArrayList<>()).add(flow);
        in.computeIfAbsent(flow.to(), node -> new ArrayList<>()).add(flow);
    }

    private Map<String, Node> readNodes(Collection<FlowElement> elements) {
        var nodes = new LinkedHashMap<String, Node>();
        for (var element : elements) {
            var read = element instanceof EndEvent end
                    ? ends.nodes(end)
                    : node(element).stream().toList();
            for (var node : read) {
                if (nodes.put(node.id(), node) != null) {
                    problems.of(node.id(), "id-twice", node.id());
                }
            }
        }
        return nodes;
    }

    private Optional<Node> node(FlowElement element) {
        return switch (element) {
            case SubProcess inner
            when inner.triggeredByEvent() -> {
                inners.eventSubprocess(inner, ways(inner));
                yield Optional.empty();
            }
            case SubProcess inner -> Optional.of(inners.inner(inner, ways(inner)));
            case CallActivity call -> Optional.of(inners.call(call, ways(call)));
            case StartEvent start -> Optional.of(start(start));
            case UserTask task -> Optional.of(userTask(task));
            case ServiceTask task -> Optional.of(events.service(task, name(task.getName())));
            case SendTask task -> Optional.of(events.service(task, name(task.getName())));
            case BusinessRuleTask task -> ruleTask(task);
            case ReceiveTask task -> Optional.of(events.received(task));
            case ExclusiveGateway gateway ->
                Optional.of(new Node.Choice(
                        gateway.getId(),
                        name(gateway.getName()),
                        ways(gateway),
                        otherwise(gateway, gateway.getDefault())));
            case InclusiveGateway gateway ->
                Optional.of(new Node.Inclusive(
                        gateway.getId(),
                        name(gateway.getName()),
                        ways(gateway),
                        otherwise(gateway, gateway.getDefault())));
            case EventBasedGateway gateway ->
                Optional.of(new Node.EventChoice(gateway.getId(), name(gateway.getName()), ways(gateway)));
            case ParallelGateway gateway ->
                Optional.of(new Node.Parallel(gateway.getId(), name(gateway.getName()), ways(gateway)));
            case IntermediateCatchEvent event -> Optional.of(events.intermediate(event));
            case IntermediateThrowEvent event ->
                Optional.of(events.thrown(event, name(event.getName()), event.getEventDefinitions()));
            case BoundaryEvent event -> Optional.of(events.listener(event));
            default -> Optional.empty();
        };
    }

    private Node start(StartEvent start) {
        if (EventReader.beginsEventSubprocess(start)) {
            return events.listener(start);
        }
        if (!start.getEventDefinitions().isEmpty() || !ours(start, "after").isEmpty()) {
            problems.of(start.getId(), "trigger-unknown");
        }
        var isCalled = called.isCalled(start.getParentElement());
        if (isCalled && !ours(start, "starts").isEmpty()) {
            problems.of(start.getId(), "called-start");
        }
        return isCalled || start.getParentElement() instanceof SubProcess
                ? new Node.InnerStart(start.getId(), name(start.getName()), ways(start))
                : new Node.Start(start.getId(), name(start.getName()), ways(start), words(ours(start, "starts")));
    }

    private Node.UserTask userTask(UserTask task) {
        var performer = Performer.parse(ours(task, "performer"));
        if (performer.isEmpty() || performer.get() instanceof Performer.Person) {
            problems.of(task.getId(), "performer-unknown", ours(task, "performer"));
        }
        var limit = ours(task, "limit");
        var clock = ours(task, "clock");
        if (!clock.isEmpty() && !clock.equals("stops") && !clock.equals("runs")) {
            problems.of(task.getId(), "clock-effect-unknown", clock);
        }
        var form = ours(task, "form");
        var reader = new StepReader(task, problems);
        var outcomes = reader.outcomes();
        return new Node.UserTask(
                task.getId(),
                name(task.getName()),
                ways(task),
                performer.orElseGet(Performer.Applicant::new),
                limit.isEmpty() ? Optional.empty() : Optional.of(limit(task, "limit", limit)),
                clock.equals("stops") ? Node.UserTask.Clock.STOPS : Node.UserTask.Clock.RUNS,
                form.isEmpty() ? Optional.empty() : Optional.of(form),
                outcomes.isEmpty() ? List.of(OfferedOutcome.DONE) : outcomes,
                events.on(task.getId()),
                reader.rules(),
                reader.kind(ours(task, "organisation")),
                reader.voices(outcomes));
    }

    private Optional<Node> ruleTask(BusinessRuleTask task) {
        var asked = ours(task, "decision");
        var known = decisions.stream().filter(one -> one.id().equals(asked)).findFirst();
        if (known.isEmpty()) {
            problems.of(
                    task.getId(),
                    "decision-unknown",
                    asked,
                    decisions.isEmpty()
                            ? "-"
                            : String.join(
                                    ", ", decisions.stream().map(RuleGraph::id).toList()));
        }
        return known.map(
                one -> new Node.RuleTask(task.getId(), name(task.getName()), ways(task), one, events.on(task.getId())));
    }

    private Optional<Flow> otherwise(FlowElement gateway, @Nullable SequenceFlow named) {
        if (named == null) {
            return Optional.empty();
        }
        var otherwise = Optional.ofNullable(flows.get(named.getId()));
        if (otherwise.filter(flow -> flow.from().equals(gateway.getId())).isEmpty()) {
            problems.of(gateway.getId(), "default-elsewhere", named.getId());
        }
        return otherwise;
    }

    private Optional<Expression> condition(SequenceFlow flow) {
        var text = ours(flow, "when");
        if (text.isEmpty() && flow.getConditionExpression() != null) {
            text = flow.getConditionExpression().getTextContent().strip();
        }
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (Expression.read(text)) {
            case Outcome.Done<Expression, ?>(var expression) -> Optional.of(expression);
            case Outcome.Refused<Expression, ExpressionProblem>(var problem) -> {
                problems.of(
                        flow.getId(),
                        "condition-unreadable",
                        text,
                        String.valueOf(problem.column()),
                        problem.found().isEmpty() ? "…" : problem.found());
                yield Optional.empty();
            }
        };
    }

    private Limit limit(FlowElement element, String attribute, String text) {
        return Limit.parse(text).fold(limit -> limit, refusal -> {
            problems.of(element.getId(), "limit-unreadable", attribute, text);
            return new Limit(0, Limit.Unit.HOURS);
        });
    }

    private Node.Ways ways(FlowElement node) {
        return new Node.Ways(out.getOrDefault(node.getId(), List.of()), in.getOrDefault(node.getId(), List.of()));
    }

    static String ours(BaseElement element, String attribute) {
        var value = element.getAttributeValueNs(Inventory.TONGQU, attribute);
        return value == null ? "" : value.strip();
    }

    static String name(@Nullable String name) {
        return name == null ? "" : name.strip();
    }

    static List<String> words(@Nullable String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }
}

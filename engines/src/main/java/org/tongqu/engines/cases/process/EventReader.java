package org.tongqu.engines.cases.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.model.bpmn.instance.Activity;
import org.operaton.bpm.model.bpmn.instance.BoundaryEvent;
import org.operaton.bpm.model.bpmn.instance.BusinessRuleTask;
import org.operaton.bpm.model.bpmn.instance.CallActivity;
import org.operaton.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.operaton.bpm.model.bpmn.instance.EventDefinition;
import org.operaton.bpm.model.bpmn.instance.FlowElement;
import org.operaton.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.operaton.bpm.model.bpmn.instance.MessageEventDefinition;
import org.operaton.bpm.model.bpmn.instance.ReceiveTask;
import org.operaton.bpm.model.bpmn.instance.SendTask;
import org.operaton.bpm.model.bpmn.instance.ServiceTask;
import org.operaton.bpm.model.bpmn.instance.SignalEventDefinition;
import org.operaton.bpm.model.bpmn.instance.StartEvent;
import org.operaton.bpm.model.bpmn.instance.SubProcess;
import org.operaton.bpm.model.bpmn.instance.TimerEventDefinition;
import org.operaton.bpm.model.bpmn.instance.UserTask;
import org.tongqu.kernel.time.Limit;

/** Reads what a case waits and listens for: timers, messages, signs and errors. */
final class EventReader {

    private static final String NAME = "[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)*";

    private final Problems problems;
    private final CalledProcesses called;
    private final Function<FlowElement, Node.Ways> ways;
    private final Map<String, List<Node.Listener>> listenersOn = new LinkedHashMap<>();
    private final Map<String, String> eventSubprocessOf = new HashMap<>();

    EventReader(Problems problems, CalledProcesses called, Function<FlowElement, Node.Ways> ways) {
        this.problems = problems;
        this.called = called;
        this.ways = ways;
    }

    /** Finds every listener first, since those who are listened on name them. */
    void readListeners(Collection<FlowElement> elements) {
        for (var element : elements) {
            if (element instanceof BoundaryEvent event) {
                keep(edge(event));
            } else if (element instanceof StartEvent start && beginsEventSubprocess(start)) {
                keep(eventStart(start));
                eventSubprocessOf.put(start.getId(), start.getParentElement().getAttributeValue("id"));
            }
        }
    }

    private void keep(Node.Listener listener) {
        listenersOn
                .computeIfAbsent(listener.hostId(), host -> new ArrayList<>())
                .add(listener);
    }

    /** What is listened for on a step or inner process, or with an empty id for the whole process. */
    List<Node.Listener> on(String hostId) {
        return listenersOn.getOrDefault(hostId, List.of());
    }

    /** A listener that was found before. */
    Node.Listener listener(FlowElement element) {
        return listenersOn.values().stream()
                .flatMap(List::stream)
                .filter(listener -> listener.id().equals(element.getId()))
                .findFirst()
                .orElseThrow();
    }

    static boolean beginsEventSubprocess(StartEvent start) {
        return start.getParentElement() instanceof SubProcess inner && inner.triggeredByEvent();
    }

    private Node.Edge edge(BoundaryEvent event) {
        var host = event.getAttachedTo();
        var trigger = trigger(event, event.getEventDefinitions());
        var fails = ownError(host);
        if (fails.isPresent()) {
            atOnce(event, trigger, fails.get());
        } else if (!(host instanceof UserTask) && !isProcess(host)) {
            problems.of(event.getId(), "attached-to-nothing");
        }
        var mayFail = isProcess(host) || fails.isPresent();
        if (trigger instanceof Node.Trigger.Error && !(mayFail && event.cancelActivity())) {
            problems.of(event.getId(), "error-elsewhere");
        }
        return new Node.Edge(
                event.getId(),
                ProcessBuilding.name(event.getName()),
                ways.apply(event),
                host == null ? "" : host.getId(),
                event.cancelActivity() ? Node.Effect.INTERRUPTS : Node.Effect.RUNS_BESIDE,
                trigger);
    }

    /** With what a step ends that does its work at once and can fail. */
    private static Optional<String> ownError(@Nullable Activity host) {
        return switch (host) {
            case ServiceTask service -> Optional.of(Node.ServiceTask.ERROR);
            case SendTask letter -> Optional.of(Node.ServiceTask.ERROR);
            case BusinessRuleTask rule -> Optional.of(Node.RuleTask.ERROR);
            case null, default -> Optional.empty();
        };
    }

    /** Nothing else can happen on the edge of a step that is over at once, and it once. */
    private void atOnce(BoundaryEvent event, Node.Trigger trigger, String fails) {
        if (!(trigger instanceof Node.Trigger.Error(var error))) {
            problems.of(event.getId(), "timer-on-service", fails);
        } else if (!error.equals(fails)
                || on(String.valueOf(event.getAttachedTo().getId())).stream()
                        .anyMatch(other -> other.trigger().equals(trigger))) {
            problems.of(event.getId(), "error-of-step", error, fails);
        }
    }

    private Node.EventStart eventStart(StartEvent start) {
        var trigger = trigger(start, start.getEventDefinitions());
        if (trigger instanceof Node.Trigger.Error && !start.isInterrupting()) {
            problems.of(start.getId(), "error-elsewhere");
        }
        return new Node.EventStart(
                start.getId(),
                ProcessBuilding.name(start.getName()),
                ways.apply(start),
                InnerReader.around(start).map(SubProcess::getId).orElse(""),
                start.isInterrupting() ? Node.Effect.INTERRUPTS : Node.Effect.RUNS_BESIDE,
                trigger);
    }

    private Node.Trigger trigger(FlowElement event, Collection<EventDefinition> definitions) {
        var only = only(definitions);
        if (only instanceof TimerEventDefinition) {
            return new Node.Trigger.Timer(after(event));
        }
        if (!ProcessBuilding.ours(event, "after").isEmpty()) {
            problems.of(event.getId(), "after-without-timer");
        }
        return switch (only) {
            case MessageEventDefinition told -> new Node.Trigger.Message(messageName(event, told));
            case SignalEventDefinition sign -> new Node.Trigger.Signal(signalName(event, sign));
            case ErrorEventDefinition error -> new Node.Trigger.Error(errorCode(event, error));
            case null, default -> {
                problems.of(event.getId(), "trigger-unknown");
                yield new Node.Trigger.Timer(new Limit(0, Limit.Unit.HOURS));
            }
        };
    }

    Node intermediate(IntermediateCatchEvent event) {
        var name = ProcessBuilding.name(event.getName());
        return switch (trigger(event, event.getEventDefinitions())) {
            case Node.Trigger.Timer(var after) -> new Node.WaitTimer(event.getId(), name, ways.apply(event), after);
            case Node.Trigger.Message(var message) ->
                new Node.WaitMessage(event.getId(), name, ways.apply(event), message);
            case Node.Trigger.Signal(var signal) -> new Node.WaitSignal(event.getId(), name, ways.apply(event), signal);
            case Node.Trigger.Error(var error) -> {
                problems.of(event.getId(), "error-elsewhere");
                yield new Node.WaitSignal(event.getId(), name, ways.apply(event), error);
            }
        };
    }

    /** What an event does when a case comes there: gives a sign, or has the platform send a message. */
    Node thrown(FlowElement event, String name, Collection<EventDefinition> definitions) {
        var only = only(definitions);
        if (only instanceof MessageEventDefinition) {
            return service(event, name);
        }
        actionOnlyOfMessage(event);
        var signal = "";
        if (only instanceof SignalEventDefinition sign) {
            signal = signalName(event, sign);
        } else {
            problems.of(event.getId(), "throw-unknown");
        }
        return new Node.Throw(event.getId(), name, ways.apply(event), signal);
    }

    /** What sends nothing has no action. */
    void actionOnlyOfMessage(FlowElement event) {
        if (!ProcessBuilding.ours(event, "action").isEmpty()
                || !ProcessBuilding.ours(event, "with").isEmpty()) {
            problems.of(event.getId(), "action-without-message");
        }
    }

    Node.ServiceTask service(FlowElement step, String name) {
        var action = ProcessBuilding.ours(step, "action");
        if (!action.matches("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+")) {
            problems.of(step.getId(), "action-unreadable", action);
        }
        return new Node.ServiceTask(
                step.getId(), name, ways.apply(step), action, ProcessBuilding.ours(step, "with"), on(step.getId()));
    }

    Node.WaitMessage received(ReceiveTask task) {
        var message = task.getMessage();
        var name = message == null ? "" : ProcessBuilding.name(message.getName());
        return new Node.WaitMessage(
                task.getId(),
                ProcessBuilding.name(task.getName()),
                ways.apply(task),
                checked(task, name, "message-unreadable"));
    }

    private String messageName(FlowElement event, MessageEventDefinition told) {
        var message = told.getMessage();
        return checked(event, message == null ? "" : ProcessBuilding.name(message.getName()), "message-unreadable");
    }

    private String signalName(FlowElement event, SignalEventDefinition sign) {
        var signal = sign.getSignal();
        return checked(event, signal == null ? "" : ProcessBuilding.name(signal.getName()), "signal-unreadable");
    }

    private String checked(FlowElement event, String name, String problem) {
        if (!name.matches(NAME)) {
            problems.of(event.getId(), problem, name);
        }
        return name;
    }

    String errorCode(FlowElement event, ErrorEventDefinition thrown) {
        var code = thrown.getError() == null
                ? ""
                : ProcessBuilding.name(thrown.getError().getErrorCode());
        if (!code.matches("[a-z][a-z0-9-]*")) {
            problems.of(event.getId(), "error-unreadable", code);
        }
        return code;
    }

    private static boolean isProcess(@Nullable Activity host) {
        return host instanceof SubProcess || host instanceof CallActivity;
    }

    /** Whether an error that leaves the element is caught by a process around it, whoever calls that. */
    boolean isCaught(FlowElement end, String error) {
        FlowElement from = end;
        while (true) {
            var own = String.valueOf(from.getParentElement().getAttributeValue("id"));
            var around = InnerReader.around(from);
            var callers = around.isPresent() ? List.<CallActivity>of() : called.callers(from.getParentElement());
            if (!callers.isEmpty()) {
                return callers.stream().allMatch(call -> catches(call.getId(), error, "") || isCaught(call, error));
            }
            var caught = catches(around.map(SubProcess::getId).orElse(""), error, own);
            if (caught || around.isEmpty()) {
                return caught;
            }
            from = around.get();
        }
    }

    /** @param own the event subprocess the error comes from, which does not catch it again */
    private boolean catches(String hostId, String error, String own) {
        return on(hostId).stream()
                .anyMatch(listener -> listener.trigger().equals(new Node.Trigger.Error(error))
                        && !own.equals(eventSubprocessOf.get(listener.id())));
    }

    private Limit after(FlowElement event) {
        var text = ProcessBuilding.ours(event, "after");
        return Limit.parse(text).fold(limit -> limit, refusal -> {
            problems.of(event.getId(), "limit-unreadable", "after", text);
            return new Limit(0, Limit.Unit.HOURS);
        });
    }

    private static @Nullable EventDefinition only(Collection<EventDefinition> definitions) {
        return definitions.size() == 1 ? definitions.iterator().next() : null;
    }
}

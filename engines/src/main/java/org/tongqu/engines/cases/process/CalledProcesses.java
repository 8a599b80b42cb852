package org.tongqu.engines.cases.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.instance.CallActivity;
import org.operaton.bpm.model.bpmn.instance.FlowElement;
import org.operaton.bpm.model.bpmn.instance.Process;
import org.operaton.bpm.model.bpmn.instance.SubProcess;
import org.operaton.bpm.model.xml.instance.ModelElementInstance;

/**
 * The processes of the other files of a service, which call activities call. Their steps stand once among those of the
 * process, however often they are called: which call a case is in, its place says.
 */
final class CalledProcesses {

    private final Problems problems;
    private final Map<String, Process> byId = new LinkedHashMap<>();
    private final Map<String, List<CallActivity>> calls = new LinkedHashMap<>();

    CalledProcesses(List<BpmnModelInstance> models, Problems problems) {
        this.problems = problems;
        for (var model : models) {
            for (var process : model.getModelElementsByType(Process.class)) {
                if (!process.getFlowElements().isEmpty() && byId.put(process.getId(), process) != null) {
                    problems.of(process.getId(), "id-twice", process.getId());
                }
            }
        }
    }

    /** Every element of the process, of those inside it, and of those that can be called. */
    List<FlowElement> elements(Process main) {
        var elements = all(main.getFlowElements());
        byId.values().forEach(called -> elements.addAll(all(called.getFlowElements())));
        var ids = new HashSet<String>();
        for (var element : elements) {
            if (!ids.add(element.getId())) {
                problems.of(element.getId(), "id-twice", element.getId());
            }
            if (element instanceof CallActivity call) {
                calls.computeIfAbsent(called(call), id -> new ArrayList<>()).add(call);
            }
        }
        for (var id : byId.keySet()) {
            if (callsItself(id, id, new HashSet<>())) {
                problems.of(id, "call-circle", id);
            }
        }
        return elements;
    }

    private static List<FlowElement> all(Collection<FlowElement> elements) {
        var all = new ArrayList<FlowElement>();
        for (var element : elements) {
            all.add(element);
            if (element instanceof SubProcess inner) {
                all.addAll(all(inner.getFlowElements()));
            }
        }
        return all;
    }

    private boolean callsItself(String id, String sought, Set<String> seen) {
        var called = byId.get(id);
        if (called == null || !seen.add(id)) {
            return false;
        }
        return all(called.getFlowElements()).stream()
                .filter(CallActivity.class::isInstance)
                .map(element -> called((CallActivity) element))
                .anyMatch(next -> next.equals(sought) || callsItself(next, sought, seen));
    }

    static String called(CallActivity call) {
        return ProcessBuilding.name(call.getCalledElement());
    }

    Optional<Process> find(CallActivity call) {
        return Optional.ofNullable(byId.get(called(call)));
    }

    /** Whether it is one of the processes that are called, and not the one every case runs by. */
    boolean isCalled(ModelElementInstance process) {
        return byId.containsValue(process);
    }

    /** Who calls the process in which an element stands directly; none where nobody does. */
    List<CallActivity> callers(ModelElementInstance process) {
        return process instanceof Process called ? calls.getOrDefault(called.getId(), List.of()) : List.of();
    }
}

package org.tongqu.engines.cases.whatif;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.Token;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.cases.process.Process;

/** Where a run of a case stood, from when, and until when. Follows its events. */
final class Stands {

    private final Process process;
    private final Map<String, Integer> times = new HashMap<>();
    private final Map<String, Stay> byId = new LinkedHashMap<>();

    /**
     * @param id of the task, the group, or the token that waits
     * @param nodeId where in the process
     */
    record Stay(String id, String nodeId, Stand stand, Instant from, Optional<Instant> until) {

        boolean isOpen() {
            return until.isEmpty();
        }
    }

    Stands(Process process) {
        this.process = process;
    }

    void follow(CaseEvent event) {
        switch (event) {
            case CaseEvent.TaskOpened e -> open(e.taskId(), e.nodeId(), Stand.task(e), e.at());
            case CaseEvent.TaskCompleted e -> close(e.taskId(), e.at());
            case CaseEvent.TaskCancelled e -> close(e.taskId(), e.at());
            case CaseEvent.TaskReturned e -> close(e.taskId(), e.at());
            case CaseEvent.ServiceRequested e -> open(e.taskId(), e.nodeId(), Stand.service(e.nodeId()), e.at());
            case CaseEvent.ServiceDone e -> close(e.taskId(), e.at());
            case CaseEvent.ErrorCaught e -> close(e.taskId(), e.at());
            case CaseEvent.ServiceCancelled e -> close(e.taskId(), e.at());
            case CaseEvent.GroupOpened e -> open(e.groupId(), e.nodeId(), Stand.group(e.nodeId()), e.at());
            case CaseEvent.GroupDecided e -> close(e.groupId(), e.at());
            case CaseEvent.TokensMoved e -> moved(e);
            default -> {}
        }
    }

    Optional<Stay> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Those a case stands at, or once did. */
    List<Stay> all() {
        return List.copyOf(byId.values());
    }

    /** The last stay at the place. */
    Optional<Stay> last(String place) {
        return byId.values().stream()
                .filter(stay -> stay.stand().place().equals(place))
                .reduce((before, later) -> later);
    }

    private void moved(CaseEvent.TokensMoved event) {
        var now = event.tokens().stream().map(Token::id).collect(Collectors.toSet());
        for (var stay : new ArrayList<>(byId.values())) {
            if (stay.isOpen() && stay.stand().place().startsWith(Stand.message("")) && !now.contains(tokenOf(stay))) {
                close(stay.id(), event.at());
            }
        }
        for (var token : event.tokens()) {
            for (var message : waitedFor(token.nodeId())) {
                var id = token.id() + " " + message;
                if (!byId.containsKey(id)) {
                    open(id, token.nodeId(), Stand.message(message), event.at());
                }
            }
        }
    }

    private static String tokenOf(Stay stay) {
        return stay.id().substring(0, stay.id().indexOf(' '));
    }

    /** What the case waits for where a token rests at the node, itself or at one of the events behind it. */
    private Set<String> waitedFor(String nodeId) {
        var messages = new TreeSet<String>();
        var node = process.findNode(nodeId);
        if (node.isPresent() && node.get() instanceof Node.WaitMessage wait) {
            messages.add(wait.message());
        }
        if (node.isPresent() && node.get() instanceof Node.EventChoice choice) {
            for (var flow : choice.ways().out()) {
                if (process.node(flow.to()) instanceof Node.WaitMessage wait) {
                    messages.add(wait.message());
                }
            }
        }
        return messages;
    }

    private void open(String id, String nodeId, String place, Instant at) {
        var time = times.merge(place, 1, Integer::sum);
        byId.put(id, new Stay(id, nodeId, new Stand(place, time), at, Optional.empty()));
    }

    private void close(String id, Instant at) {
        byId.computeIfPresent(
                id,
                (same, stay) -> stay.isOpen()
                        ? new Stay(same, stay.nodeId(), stay.stand(), stay.from(), Optional.of(at))
                        : stay);
    }
}

package org.tongqu.platform.matter.supervision;

import java.util.Optional;
import org.tongqu.engines.cases.CaseEvent;

/** What an event of a case is about. */
final class Events {

    private Events() {}

    static Optional<String> taskOf(CaseEvent event) {
        return switch (event) {
            case CaseEvent.TaskOpened e -> Optional.of(e.taskId());
            case CaseEvent.TaskClaimed e -> Optional.of(e.taskId());
            case CaseEvent.TaskTransferred e -> Optional.of(e.taskId());
            case CaseEvent.TaskCompleted e -> Optional.of(e.taskId());
            case CaseEvent.TaskCancelled e -> Optional.of(e.taskId());
            case CaseEvent.TaskRecounted e -> Optional.of(e.taskId());
            default -> Optional.empty();
        };
    }

    static Optional<String> clockOf(CaseEvent event) {
        return switch (event) {
            case CaseEvent.ClockStarted e -> Optional.of(e.clock());
            case CaseEvent.ClockStopped e -> Optional.of(e.clock());
            case CaseEvent.ClockResumed e -> Optional.of(e.clock());
            case CaseEvent.ClockEnded e -> Optional.of(e.clock());
            case CaseEvent.ClockReopened e -> Optional.of(e.clock());
            case CaseEvent.ClockVoided e -> Optional.of(e.clock());
            case CaseEvent.ClockProlonged e -> Optional.of(e.clock());
            case CaseEvent.ClockRecounted e -> Optional.of(e.clock());
            default -> Optional.empty();
        };
    }
}

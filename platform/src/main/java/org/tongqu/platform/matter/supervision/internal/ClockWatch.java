package org.tongqu.platform.matter.supervision.internal;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.platform.matter.casework.CaseMoved;

/** Follows the clocks of every case, in the transaction that moves the case. */
@Component
class ClockWatch {

    private final ClockStore clocks;

    ClockWatch(ClockStore clocks) {
        this.clocks = clocks;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CaseMoved moved) {
        var changed = moved.after().clocks().values().stream()
                .filter(clock -> !clock.equals(moved.before().clocks().get(clock.name())))
                .toList();
        if (!changed.isEmpty()) {
            clocks.put(moved.view().head(), changed, moved.view().movedAt());
        }
        for (var name : moved.before().clocks().keySet()) {
            if (!moved.after().clocks().containsKey(name)) {
                clocks.remove(moved.view().head().caseId(), name);
            }
        }
    }
}

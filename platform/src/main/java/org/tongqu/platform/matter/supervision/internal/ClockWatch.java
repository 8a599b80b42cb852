package org.tongqu.platform.matter.supervision.internal;

import java.util.ArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.platform.matter.casework.CaseMoved;
import org.tongqu.platform.matter.services.ServiceCatalogue;

/** Follows the clocks of every case and of its steps, in the transaction that moves the case. */
@Component
class ClockWatch {

    private final ClockStore clocks;
    private final ServiceCatalogue catalogue;

    ClockWatch(ClockStore clocks, ServiceCatalogue catalogue) {
        this.clocks = clocks;
        this.catalogue = catalogue;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CaseMoved moved) {
        var head = moved.view().head();
        var changed = new ArrayList<Entry>();
        moved.after().clocks().values().stream()
                .filter(clock -> !clock.equals(moved.before().clocks().get(clock.name())))
                .forEach(clock -> changed.add(Entry.of(head, clock)));
        var pack = catalogue.packByHash(head.pack().contentHash());
        changed.addAll(StepClocks.changed(
                pack, moved.before(), moved.after(), moved.view().movedAt()));
        if (!changed.isEmpty()) {
            clocks.put(head, changed, moved.view().movedAt());
        }
        for (var name : moved.before().clocks().keySet()) {
            if (!moved.after().clocks().containsKey(name)) {
                clocks.remove(head.caseId(), name);
            }
        }
    }
}

package org.tongqu.platform.matter.supervision.internal;

import java.util.ArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.platform.matter.casework.CaseMoved;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.trust.directory.Directory;

/** Follows the clocks of every case and of its steps, and keeps what the rules find, in the transaction that moves the case. */
@Component
class ClockWatch {

    private final ClockStore clocks;
    private final FindingStore findings;
    private final RuleWatch rules;
    private final ServiceCatalogue catalogue;
    private final Directory directory;

    ClockWatch(
            ClockStore clocks,
            FindingStore findings,
            RuleWatch rules,
            ServiceCatalogue catalogue,
            Directory directory) {
        this.clocks = clocks;
        this.findings = findings;
        this.rules = rules;
        this.catalogue = catalogue;
        this.directory = directory;
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
        var at = moved.view().movedAt();
        var seen = rules.see(
                new RuleWatch.Act(head, pack, moved.before(), moved.events(), moved.after(), at),
                changed,
                directory.calendar());
        if (!changed.isEmpty()) {
            clocks.put(head, seen.clocks(), at);
        }
        findings.put(seen.found());
        findings.relieve(seen.relieved());
        for (var name : moved.before().clocks().keySet()) {
            if (!moved.after().clocks().containsKey(name)) {
                clocks.remove(head.caseId(), name);
            }
        }
    }
}

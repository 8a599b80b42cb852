package org.tongqu.platform.matter.supervision.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.RunningClock;
import org.tongqu.platform.matter.casework.CaseLoad.Past;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.operate.store.CopyStream;

/** Copies clocks into their table. */
@Component
public class ClockCopy {

    private final CopyStream copy;
    private final ServiceCatalogue catalogue;

    ClockCopy(CopyStream copy, ServiceCatalogue catalogue) {
        this.copy = copy;
        this.catalogue = catalogue;
    }

    public void load(List<Past> cases) {
        try (var rows =
                copy.into("supervision.clock (case_id, clock, family, pack_id, organisation, division, receipt, title,"
                        + " label, state, started_at, warn_at, due_at, stopped_at, stopped_for, ended_at, on_time)")) {
            for (var past : cases) {
                past.state().clocks().values().forEach(clock -> put(rows, past, Entry.of(past.head(), clock)));
                steps(past).forEach(step -> put(rows, past, step));
            }
            rows.finish();
        }
    }

    /** The clocks of all steps of a case, as they stand after its last act. */
    private Collection<Entry> steps(Past past) {
        var pack = catalogue.packByHash(past.head().pack().contentHash());
        var steps = new LinkedHashMap<String, Entry>();
        for (var act : past.acts()) {
            var at = act.events().getLast().at();
            StepClocks.changed(pack, act.before(), act.after(), at).forEach(step -> steps.put(step.name(), step));
        }
        return steps.values();
    }

    private static void put(CopyStream.Rows rows, Past past, Entry clock) {
        var head = past.head();
        var stops = Stops.of(past, clock.name());
        rows.text(head.caseId())
                .text(clock.name())
                .text(clock.family())
                .text(head.pack().id())
                .text(clock.organisation())
                .text(head.organisation().division())
                .text(head.receipt().value())
                .text(head.title())
                .text(ClockStore.json(clock.label()))
                .text(clock.status().name())
                .moment(clock.startedAt())
                .moment(clock.warnAt())
                .moment(clock.dueAt())
                .moment(clock.status() == RunningClock.Status.STOPPED ? stops.since() : null)
                .text(stops.total().toString())
                .moment(clock.end().map(Entry.End::at).orElse(null));
        if (clock.end().isPresent()) {
            rows.truth(clock.end().get().onTime());
        } else {
            rows.text(null);
        }
        rows.end();
    }

    /** How long a clock stood still in all, and since when it does now. */
    private record Stops(Duration total, @Nullable Instant since) {

        static Stops of(Past past, String clock) {
            var stops = new Stops(Duration.ZERO, null);
            for (var act : past.acts()) {
                for (var event : act.events()) {
                    stops = stops.after(event, clock);
                }
            }
            return stops;
        }

        private Stops after(CaseEvent event, String clock) {
            return switch (event) {
                case CaseEvent.ClockStopped e when e.clock().equals(clock) -> new Stops(total, e.at());
                case CaseEvent.ClockResumed e when e.clock().equals(clock) -> ended(e.at());
                case CaseEvent.ClockEnded e when e.clock().equals(clock) -> ended(e.at());
                default -> this;
            };
        }

        private Stops ended(Instant at) {
            return since == null ? this : new Stops(total.plus(Duration.between(since, at)), null);
        }
    }
}

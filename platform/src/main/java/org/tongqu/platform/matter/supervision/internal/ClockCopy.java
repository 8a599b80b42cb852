package org.tongqu.platform.matter.supervision.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.RunningClock;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.casework.CaseLoad.Past;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.operate.store.CopyStream;
import org.tongqu.platform.trust.directory.Directory;

/** Copies clocks, and what the rules found, into their tables. */
@Component
public class ClockCopy {

    private final CopyStream copy;
    private final FindingStore findings;
    private final RuleWatch rules;
    private final ServiceCatalogue catalogue;
    private final Directory directory;

    ClockCopy(
            CopyStream copy, FindingStore findings, RuleWatch rules, ServiceCatalogue catalogue, Directory directory) {
        this.copy = copy;
        this.findings = findings;
        this.rules = rules;
        this.catalogue = catalogue;
        this.directory = directory;
    }

    public void load(List<Past> cases) {
        var calendar = directory.calendar();
        var found = new ArrayList<Found>();
        try (var rows = copy.into(
                "supervision.clock (case_id, clock, family, pack_id, organisation, division, receipt, title,"
                        + " label, state, started_at, warn_at, due_at, stopped_at, stopped_for, ended_at, on_time, watch_at)")) {
            for (var past : cases) {
                var seen = seen(past, calendar);
                found.addAll(seen.found());
                seen.clocks().forEach(clock -> put(rows, past, clock));
            }
            rows.finish();
        }
        findings.copy(Found.once(found));
    }

    /** The clocks of a case and its steps as they stand after its last act, and what was found on the way. */
    private RuleWatch.Seen seen(Past past, WorkingCalendar calendar) {
        var pack = catalogue.packByHash(past.head().pack().contentHash());
        var clocks = new LinkedHashMap<String, Entry>();
        var found = new ArrayList<Found>();
        for (var act : past.acts()) {
            var at = act.events().getLast().at();
            var changed = new ArrayList<Entry>();
            act.after().clocks().values().stream()
                    .filter(clock -> !clock.equals(act.before().clocks().get(clock.name())))
                    .forEach(clock -> changed.add(Entry.of(past.head(), clock)));
            changed.addAll(StepClocks.changed(pack, act.before(), act.after(), at));
            var seen = rules.see(
                    new RuleWatch.Act(past.head(), pack, act.before(), act.events(), act.after(), at),
                    changed,
                    calendar);
            seen.clocks().forEach(clock -> clocks.put(clock.name(), clock));
            found.addAll(seen.found());
            found.removeIf(one -> one.redAt().isEmpty() && seen.relieved().contains(one.id()));
        }
        clocks.keySet()
                .removeIf(name -> StepClocks.taskOf(name).isEmpty()
                        && !past.state().clocks().containsKey(name));
        return new RuleWatch.Seen(List.copyOf(clocks.values()), found, List.of());
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
        rows.moment(clock.watchAt().orElse(null));
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

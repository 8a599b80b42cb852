package org.tongqu.platform.matter.supervision.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.engines.cases.RunningClock;
import org.tongqu.engines.cases.Task;
import org.tongqu.engines.packs.Pack;
import org.tongqu.engines.supervision.DueMoment;
import org.tongqu.engines.supervision.Finding;
import org.tongqu.engines.supervision.Standing;
import org.tongqu.engines.supervision.WatchRules;
import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.casework.CaseHead;

/** What the rules find in one act, and when they will look at its clocks again. */
@Component
class RuleWatch {

    private final RuleBook rules;

    RuleWatch(RuleBook rules) {
        this.rules = rules;
    }

    /** One act on a case as the watch sees it. */
    record Act(CaseHead head, Pack pack, CaseState before, List<CaseEvent> events, CaseState after, Instant at) {
        Act {
            events = List.copyOf(events);
        }
    }

    /**
     * @param clocks with the moment at which each is looked at next
     * @param relieved what warned of clocks that ended in time after all, or have time again: their ids
     */
    record Seen(List<Entry> clocks, List<Found> found, List<UUID> relieved) {}

    Seen see(Act act, List<Entry> changed, WorkingCalendar calendar) {
        var watching = rules.of(act.head().pack().id());
        var found = new ArrayList<Found>();
        for (var finding :
                watching.found(new WatchRules.Act(act.pack().process(), act.before(), act.events(), act.after()))) {
            found.add(found(act, watching, finding, organisation(act, finding.subject())));
        }
        var clocks = new ArrayList<Entry>();
        var relieved = new ArrayList<UUID>();
        for (var entry : changed) {
            var kept = entry.end().filter(Entry.End::onTime).isPresent();
            var moments = new ArrayList<DueMoment>();
            before(act, entry).ifPresent(clock -> moments.addAll(watching.moments(clock, calendar)));
            var now = watching.moments(entry.standing(), calendar);
            moments.addAll(now);
            moments.stream()
                    .filter(moment -> moment.finds() && !moment.at().isAfter(act.at()))
                    .filter(moment -> !kept || !watching.isOverdue(moment.rule()))
                    .forEach(moment -> found.add(found(act, watching, passed(entry, moment), entry.organisation())));
            clocks.add(entry.watched(now.stream()
                    .map(DueMoment::at)
                    .filter(at -> at.isAfter(act.at()))
                    .findFirst()));
            if (isRelieved(act, entry)) {
                relieved.addAll(warnings(act, watching, entry));
            }
        }
        return new Seen(clocks, Found.once(found), relieved);
    }

    /**
     * It was yellow, and ended in time after all or has time again: because it stood still meanwhile, was given more or
     * counted anew, perhaps in the act that ended it.
     */
    private static boolean isRelieved(Act act, Entry entry) {
        var known = act.before().clocks().get(entry.name());
        var hasTime = entry.warnAt().isAfter(act.at());
        var warned = !hasTime || known != null && !known.warnAt().isAfter(act.at());
        return warned
                && (entry.end().filter(Entry.End::onTime).isPresent()
                        || hasTime && entry.status() == RunningClock.Status.RUNNING);
    }

    /** What may have warned of the clock. */
    private static List<UUID> warnings(Act act, WatchRules rules, Entry entry) {
        return rules.rules().stream()
                .map(rule -> rule.head().name())
                .filter(rules::isOverdue)
                .map(rule -> Found.id(act.head().caseId(), rule, entry.name()))
                .toList();
    }

    /** How the clock stood until this act; what fell due before it was found by then, whether or not anybody looked. */
    private static Optional<Standing> before(Act act, Entry entry) {
        var known = act.before().clocks().get(entry.name());
        if (known != null && known.status() != RunningClock.Status.ENDED) {
            return Optional.of(Entry.of(act.head(), known).standing());
        }
        return entry.end().isPresent() && StepClocks.taskOf(entry.name()).isPresent()
                ? Optional.of(entry.standingBefore())
                : Optional.empty();
    }

    private static Finding passed(Entry entry, DueMoment moment) {
        return new Finding(moment.rule(), entry.name(), moment.level(), moment.at(), List.of());
    }

    private static Found found(Act act, WatchRules rules, Finding finding, String organisation) {
        var head = act.head();
        var matter =
                new Found.Matter(head.caseId(), head.pack().id(), head.receipt().value(), head.title());
        return Found.of(matter, organisation, label(rules, finding.rule()), finding);
    }

    static Label label(WatchRules rules, String rule) {
        return rules.find(rule).map(known -> known.head().label()).orElseGet(() -> Label.same(rule));
    }

    /** Whose step it is; for whatever is of the case, the office that handles it. */
    private static String organisation(Act act, String subject) {
        return act.before()
                .findOpenTask(subject)
                .map(Task::organisation)
                .orElseGet(() -> act.head().organisation().code());
    }
}

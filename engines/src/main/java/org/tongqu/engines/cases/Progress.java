package org.tongqu.engines.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.cases.process.Process;
import org.tongqu.engines.cases.process.RuleTable;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.Limit;
import org.tongqu.kernel.time.YearWithoutData;

/**
 * One decision in the making: the events so far, and the state they lead to. Every event is applied as it is added, so
 * that what is decided and what is replayed cannot differ. The first refusal is final: nothing is added after it.
 */
final class Progress {

    /** A due time nobody sees, because the decision it would belong to is already refused. */
    private static final Deadline UNKNOWN = new Deadline(Instant.MAX, Instant.MAX, "");

    /** Under which name the facts keep what decision tables answered. */
    private static final String RULES = "rules";

    private final Process process;
    private final Moment moment;
    private final List<CaseEvent> events = new ArrayList<>();
    private CaseState state;
    private @Nullable CaseRefusal refusal;

    Progress(Process process, CaseState state, Moment moment) {
        this.process = process;
        this.state = state;
        this.moment = moment;
    }

    Process process() {
        return process;
    }

    CaseState state() {
        return state;
    }

    Instant now() {
        return moment.now();
    }

    Moment moment() {
        return moment;
    }

    void add(CaseEvent event) {
        if (refusal == null) {
            events.add(event);
            state = History.apply(process, state, event);
        }
    }

    /** What conditions ask: what the case knows, and what was decided on this way and at each step. */
    Datum facts(String outcome) {
        var outcomes = new LinkedHashMap<String, Datum>();
        state.handling().outcomes().forEach((node, last) -> outcomes.put(node, Datum.of(last)));
        var facts = new LinkedHashMap<>(state.facts().values());
        facts.put("outcome", Datum.of(outcome));
        facts.put("outcomes", new Datum.Fields(outcomes));
        return new Datum.Fields(facts);
    }

    /** Asks a decision table; its answer becomes a fact, replacing an earlier answer of the same table. */
    void decide(Node.RuleTask rule, Token token) {
        var table = rule.table();
        switch (table.decide((Datum.Fields) facts(token.outcome()))) {
            case Outcome.Done<RuleTable.Verdict, RuleTable.Conflict>(var verdict) -> {
                var rules = state.facts().at(RULES).with(table.id(), verdict.answer());
                add(new CaseEvent.RuleDecided(
                        now(),
                        rule.id(),
                        table.id(),
                        table.name(),
                        verdict.asked(),
                        verdict.matched(),
                        new Datum.Fields(Map.of(RULES, rules))));
            }
            case Outcome.Refused<RuleTable.Verdict, RuleTable.Conflict>(var conflict) -> {
                if (refusal == null) {
                    refusal = new CaseRefusal.RulesConflict(table.name(), conflict.rules());
                }
            }
        }
    }

    Outcome<List<CaseEvent>, CaseRefusal> outcome() {
        return refusal == null ? Outcome.done(List.copyOf(events)) : Outcome.refused(refusal);
    }

    Deadline deadline(Limit limit, int warnPercent, Spent spent) {
        return known(Deadline.of(limit, warnPercent, spent, now(), moment.calendar()))
                .orElse(UNKNOWN);
    }

    Deadline deadlineSince(Limit limit, int warnPercent, Spent spent, Instant since) {
        return known(Deadline.of(limit, warnPercent, spent, since, moment.calendar()))
                .orElse(UNKNOWN);
    }

    Spent spent(RunningClock clock) {
        return known(Deadline.spent(clock.limit(), clock.since(), now(), moment.calendar()))
                .orElse(Spent.NOTHING);
    }

    private <T> Optional<T> known(Outcome<T, YearWithoutData> answer) {
        return switch (answer) {
            case Outcome.Done<T, YearWithoutData>(var value) -> Optional.of(value);
            case Outcome.Refused<T, YearWithoutData>(var silence) -> {
                if (refusal == null) {
                    refusal = new CaseRefusal.CalendarSilent(silence.year());
                }
                yield Optional.empty();
            }
        };
    }
}

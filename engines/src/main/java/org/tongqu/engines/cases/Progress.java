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
import org.tongqu.engines.cases.process.Repetition;
import org.tongqu.engines.cases.process.RuleGraph;
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

    /** What conditions ask at a place: what the case knows, and what was decided on this way and at each step. */
    Datum facts(String outcome, Lineage way) {
        var outcomes = new LinkedHashMap<String, Datum>();
        state.handling().outcomes().forEach((node, last) -> outcomes.put(node, Datum.of(last)));
        var facts = new LinkedHashMap<>(state.facts().values());
        item(way).ifPresent(row -> facts.put(Repetition.ITEM, row));
        facts.put("outcome", Datum.of(outcome));
        facts.put("outcomes", new Datum.Fields(outcomes));
        return new Datum.Fields(facts);
    }

    /** The row of the list that the instance of an inner process is for. */
    private Optional<Datum> item(Lineage way) {
        return way.turn()
                .flatMap(turn -> process.node(turn.nodeId()) instanceof Node.Inner inner
                        ? inner.repeated().map(repeated -> repeated.item(state.facts(), turn.number()))
                        : Optional.empty());
    }

    /**
     * Asks for a decision; its answer, and those of the decisions it needs, become facts and replace earlier ones.
     *
     * @return from where the case goes on: the step, or what on its edge catches that rows contradict each other
     */
    Node decide(Node.RuleTask rule, Token token) {
        switch (rule.asks().decide((Datum.Fields) facts(token.outcome(), token.lineage()))) {
            case Outcome.Done<List<RuleGraph.Decided>, RuleGraph.Clash>(var all) -> {
                all.forEach(one -> decided(rule, one.table(), one.verdict()));
                return rule;
            }
            case Outcome.Refused<List<RuleGraph.Decided>, RuleGraph.Clash>(var clash) -> {
                return contradicted(rule, token, clash);
            }
        }
    }

    private void decided(Node.RuleTask rule, RuleTable table, RuleTable.Verdict verdict) {
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

    private Node contradicted(Node.RuleTask rule, Token token, RuleGraph.Clash clash) {
        var table = clash.table();
        var edge = rule.catcherOf(Node.RuleTask.ERROR);
        if (edge.isEmpty()) {
            if (refusal == null) {
                refusal = new CaseRefusal.RulesConflict(table.name(), clash.rules());
            }
            return rule;
        }
        var unknown = state.facts().at(RULES);
        for (var step : rule.asks().steps()) {
            unknown = unknown.with(step.table().id(), Datum.nothing());
        }
        add(new CaseEvent.ErrorCaught(
                now(),
                token.id(),
                edge.get().id(),
                Node.RuleTask.ERROR,
                table.name() + " " + clash.rules(),
                new Datum.Fields(Map.of(RULES, unknown))));
        return edge.get();
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

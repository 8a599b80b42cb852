package org.tongqu.platform.data.checks.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tongqu.engines.comparisons.CounterCheck.Query;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.identity.CitizenNumber;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.agreements.Purpose;
import org.tongqu.platform.data.checks.CheckAnswer.Answered;
import org.tongqu.platform.data.checks.CheckAnswer.Beside;
import org.tongqu.platform.data.checks.CheckAnswer.Row;
import org.tongqu.platform.data.checks.CheckAnswer.Said;
import org.tongqu.platform.data.checks.CheckAnswer.Why;
import org.tongqu.platform.data.checks.PlannedCheck;
import org.tongqu.platform.data.exchange.DeliveredTables;
import org.tongqu.platform.data.exchange.DeliveredTables.Barred;
import org.tongqu.platform.data.exchange.DeliveredTables.Held;
import org.tongqu.platform.data.exchange.ExchangeBoard;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.trust.identity.SignedIn;

/** Asks deliveries about a few people. What could not be asked is never answered by "nothing". */
@Component
public class Asking {

    private final DeliveredTables tables;
    private final ExchangeBoard board;
    private final Clock clock;

    Asking(DeliveredTables tables, ExchangeBoard board, Clock clock) {
        this.tables = tables;
        this.board = board;
        this.clock = clock;
    }

    /** About whom, and what for. */
    public record About(List<CitizenNumber> people, Purpose purpose) {}

    public List<Answered> ask(SignedIn.Officer who, PlannedCheck planned, About about) {
        return planned.check().queries().stream()
                .map(query -> new Answered(query, planned.flow(query), said(who, planned, query, about)))
                .toList();
    }

    private Said said(SignedIn.Officer who, PlannedCheck planned, Query query, About about) {
        var flow = planned.flow(query);
        if (flow.isEmpty()) {
            return new Said.Untold(Why.NO_FLOW, query.side().flow());
        }
        if (!flow.get().consumer().equals(planned.organisation())) {
            return new Said.Untold(Why.NOT_PERMITTED, flow.get().id());
        }
        if (flow.get().purpose() != about.purpose()) {
            return new Said.Untold(Why.OTHER_PURPOSE, flow.get().purpose().code());
        }
        return switch (tables.held(flow.get(), query.side(), keys(about.people()))) {
            case Outcome.Refused<Held, Barred>(var barred) -> untold(barred);
            case Outcome.Done<Held, Barred>(var held) -> told(who, flow.get(), query, held);
        };
    }

    /** The last sign of a number is a letter with some; departments write it large or small. */
    private static Set<String> keys(List<CitizenNumber> people) {
        Set<String> keys = new LinkedHashSet<>();
        for (var person : people) {
            keys.add(person.value());
            keys.add(person.value().toLowerCase(Locale.ROOT));
        }
        return keys;
    }

    private static Said untold(Barred barred) {
        return switch (barred.why()) {
            case NOT_PERMITTED -> new Said.Untold(Why.NOT_PERMITTED, barred.flow());
            case NO_COLUMN -> new Said.Untold(Why.NO_COLUMN, barred.detail());
            case COVERED_KEY -> new Said.Untold(Why.COVERED_KEY, barred.flow());
            case TOO_MANY -> new Said.Untold(Why.TOO_MANY, barred.detail());
            case AWAY, APART, CLUSTER_AWAY, INCOMPARABLE -> new Said.Untold(Why.AWAY, barred.flow());
        };
    }

    private Said told(SignedIn.Officer who, PlannedFlow flow, Query query, Held held) {
        var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        Map<String, List<Row>> rows = new HashMap<>();
        for (var row : held.rows()) {
            rows.computeIfAbsent(row.getOrDefault(query.key(), "").toUpperCase(Locale.ROOT), key -> new ArrayList<>())
                    .add(new Row(row, beside(query, row)));
        }
        return board.find(who, flow.id(), today)
                .flatMap(standing -> standing.timing().complete())
                .<Said>map(asOf -> new Said.Told(held.agreement(), asOf, rows))
                .orElseGet(() -> new Said.Untold(Why.NOT_DELIVERED, flow.id()));
    }

    private static Beside beside(Query query, Map<String, String> row) {
        return query.line()
                .map(line -> line.condition())
                .filter(condition -> !row.getOrDefault(condition.column(), "").isEmpty())
                .map(condition ->
                        condition.holds(row.getOrDefault(condition.column(), "")) ? Beside.BEYOND : Beside.WITHIN)
                .orElse(Beside.NONE);
    }
}

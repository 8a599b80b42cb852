package org.tongqu.platform.data.exchange.internal;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.tongqu.exchange.Drivers;
import org.tongqu.exchange.mapping.TargetColumn;
import org.tongqu.exchange.source.SourceTable;
import org.tongqu.exchange.source.Sources;
import org.tongqu.exchange.table.ComparedSide;
import org.tongqu.exchange.table.ExchangeRefusal;
import org.tongqu.exchange.table.Reconciler;
import org.tongqu.exchange.table.Reconciliation;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.agreements.Covering;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.catalog.Catalog;
import org.tongqu.platform.data.catalog.Edition;
import org.tongqu.platform.data.catalog.Item;
import org.tongqu.platform.data.catalog.Item.Sensitivity;
import org.tongqu.platform.data.exchange.Comparison;
import org.tongqu.platform.data.exchange.Comparison.State;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.data.exchange.Reason;

/** Lays both sides of a flow side by side under its agreement, and says how far it came. */
@Component
public class Comparer {

    private static final Duration SAYS_EVERY = Duration.ofSeconds(1);

    private final Runner runner;
    private final Preparing preparing;
    private final NodeQuestions questions;
    private final Comparisons comparisons;
    private final Covering covering;
    private final Catalog catalog;
    private final Clock clock;

    Comparer(
            Runner runner,
            Preparing preparing,
            NodeQuestions questions,
            Comparisons comparisons,
            Covering covering,
            Catalog catalog,
            Clock clock) {
        this.runner = runner;
        this.preparing = preparing;
        this.questions = questions;
        this.comparisons = comparisons;
        this.covering = covering;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** Compares to the end, on a virtual thread. */
    public void compare(PlannedFlow planned, Comparison begun) {
        if (!runner.hold(planned, mine -> compare(planned, begun, mine))) {
            comparisons.end(begun, State.REFUSED, new Reason("already-running", ""));
        }
    }

    private void compare(PlannedFlow planned, Comparison begun, Live mine) {
        switch (preparing.prepareSides(planned, clock.instant())) {
            case Outcome.Refused<Preparing.Sides, Preparing.Barred>(var barred) ->
                comparisons.end(begun, State.REFUSED, barred.reason());
            case Outcome.Done<Preparing.Sides, Preparing.Barred>(var ready) -> {
                mine.begins(ready);
                compare(ready, begun, mine);
            }
        }
    }

    private void compare(Preparing.Sides ready, Comparison begun, Live mine) {
        try {
            var outcome = compared(ready, new Said(ready, begun, mine));
            mine.ends();
            switch (outcome) {
                case Outcome.Refused<Reconciliation, Reason>(var why) -> comparisons.end(begun, State.REFUSED, why);
                case Outcome.Done<Reconciliation, Reason>(var found) ->
                    comparisons.complete(begun, found, covered(ready));
            }
        } catch (SQLException | RuntimeException fault) {
            mine.ends();
            mine.told()
                    .ifPresentOrElse(
                            why -> comparisons.end(begun, State.STOPPED, why),
                            () -> comparisons.end(begun, State.FAILED, Runner.reason(fault)));
        }
    }

    private Outcome<Reconciliation, Reason> compared(Preparing.Sides ready, Reconciler.Watch watch)
            throws SQLException {
        return switch (opened(ready)) {
            case Outcome.Refused<Optional<SourceTable>, Reason>(var why) -> Outcome.refused(why);
            case Outcome.Done<Optional<SourceTable>, Reason>(var source) ->
                new Reconciler(target(ready), columns -> source(ready, source, columns))
                        .compare(watch)
                        .mapRefusal((ExchangeRefusal why) -> Reason.of(why));
        };
    }

    /** The source, when it is not a node that reads it, and there are drivers for both sides. */
    static Outcome<Optional<SourceTable>, Reason> opened(Preparing.Sides sides) throws SQLException {
        var connector = sides.flow().target().connector();
        if (sides.target() instanceof Preparing.Way.Direct && !Drivers.isThere(connector)) {
            return Outcome.refused(
                    new Reason("no-driver", Drivers.needed(connector).driver()));
        }
        return switch (sides.source()) {
            case Preparing.Way.Node node -> Outcome.done(Optional.empty());
            case Preparing.Way.Direct(var login) ->
                Sources.open(sides.flow(), login)
                        .mapRefusal(missing -> new Reason("no-driver", missing.driver()))
                        .map(Optional::of);
        };
    }

    private ComparedSide source(Preparing.Sides sides, Optional<SourceTable> source, List<TargetColumn> columns) {
        return switch (sides.source()) {
            case Preparing.Way.Node(var node) -> questions.source(new NodeQuestions.About(node, sides), columns);
            case Preparing.Way.Direct direct -> ComparedSide.source(sides.flow(), source.orElseThrow(), columns);
        };
    }

    private ComparedSide target(Preparing.Sides sides) {
        return switch (sides.target()) {
            case Preparing.Way.Node(var node) -> questions.target(new NodeQuestions.About(node, sides));
            case Preparing.Way.Direct(var login) -> ComparedSide.target(sides.flow(), login);
        };
    }

    /** Writes down how far it came, now and then, and ends it when the flow may not go on. */
    private final class Said implements Reconciler.Watch {
        private final Preparing.Sides ready;
        private final Comparison begun;
        private final Live mine;
        private Instant last = Instant.EPOCH;

        Said(Preparing.Sides ready, Comparison begun, Live mine) {
            this.ready = ready;
            this.begun = begun;
            this.mine = mine;
        }

        @Override
        public void came(long sourceRows, long targetRows) throws SQLException {
            if (!runner.mayGoOn(ready, mine)) {
                throw new SQLException("The comparison was told to stop");
            }
            var now = clock.instant();
            if (!now.isBefore(last.plus(SAYS_EVERY))) {
                last = now;
                comparisons.came(begun, new Comparison.Read(sourceRows, targetRows));
            }
        }
    }

    /** What tells who somebody is is shown by its ends alone. */
    private Covered covered(Preparing.Sides ready) {
        var sensitivities =
                catalog.findPublished(ready.planned().resource()).map(Edition::items).orElse(List.of()).stream()
                        .collect(Collectors.toMap(Item::field, Item::sensitivity));
        var ends = covering.of(Masking.MASKED, ready.permit().agreement());
        return new Covered(ready.flow().target().key(), sensitivities, ends);
    }

    /** How the key of a row is shown. @param columns of the key */
    record Covered(List<String> columns, Map<String, Sensitivity> sensitivities, UnaryOperator<String> ends) {

        String shown(Reconciliation.Difference row) {
            return IntStream.range(0, columns.size())
                    .mapToObj(i -> cell(columns.get(i), row.key().get(i)))
                    .collect(Collectors.joining(","));
        }

        private String cell(String column, String value) {
            return switch (sensitivities.getOrDefault(column, Sensitivity.SENSITIVE)) {
                case PUBLIC, INTERNAL -> value;
                case PERSONAL, SENSITIVE -> ends.apply(value);
            };
        }
    }
}

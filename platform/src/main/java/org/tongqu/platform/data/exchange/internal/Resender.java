package org.tongqu.platform.data.exchange.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.tongqu.exchange.mapping.TargetColumn;
import org.tongqu.exchange.questions.Question.Asked;
import org.tongqu.exchange.source.SourceTable;
import org.tongqu.exchange.table.ExchangeRefusal;
import org.tongqu.exchange.table.Receipt;
import org.tongqu.exchange.table.Resending;
import org.tongqu.exchange.table.Resending.Beside;
import org.tongqu.exchange.table.Resending.Picked;
import org.tongqu.exchange.table.Resending.Resent;
import org.tongqu.exchange.table.Resending.Wanted;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.exchange.Comparison;
import org.tongqu.platform.data.exchange.Reason;
import org.tongqu.platform.data.exchange.Run;
import org.tongqu.platform.data.exchange.internal.NodeQuestions.About;

/** Sends the rows that a comparison named once more: a run of its own, with meter, journal and receipt. */
@Component
public class Resender {

    private final Runner runner;
    private final Runs runs;
    private final NodeQuestions questions;
    private final ComparisonStore store;

    Resender(Runner runner, Runs runs, NodeQuestions questions, ComparisonStore store) {
        this.runner = runner;
        this.runs = runs;
        this.questions = questions;
        this.store = store;
    }

    /** Sends to the end, on a virtual thread. @param run begun for it */
    public void send(Preparing.Sides ready, Comparison of, Run run) {
        if (!runner.hold(ready.planned(), mine -> {
            mine.begins(ready);
            var end = sent(ready, of, mine);
            runs.endBeside(ready.planned(), run, end);
            if (end.rows().setAside() > 0 && ready.target() instanceof Preparing.Way.Direct(var login)) {
                runner.count(ready, login);
            }
        })) {
            runs.endBeside(ready.planned(), run, Runner.End.refused(new Reason("already-running", "")));
        }
    }

    private Runner.End sent(Preparing.Sides ready, Comparison of, Live mine) {
        try {
            var source = Comparer.opened(ready);
            if (source instanceof Outcome.Refused<Optional<SourceTable>, Reason>(var why)) {
                return Runner.End.refused(why);
            }
            var sending = new Sending(ready, source.orElseThrow(), store.wanted(of.id()), mine);
            var outcome = sending.send();
            mine.ends();
            return outcome.fold(resent -> end(resent, of, mine), why -> Runner.End.refused(Reason.of(why)));
        } catch (SQLException | RuntimeException fault) {
            mine.ends();
            return mine.told()
                    .map(why -> end(Run.State.STOPPED, why, Run.Rows.NONE))
                    .orElseGet(() -> end(Run.State.FAILED, Runner.reason(fault), Run.Rows.NONE));
        }
    }

    /** Rows picked on the one side and written on the other, here or by the nodes that keep them. */
    private final class Sending {
        private final Preparing.Sides sides;
        private final Optional<SourceTable> source;
        private final Wanted wanted;
        private final Live mine;

        Sending(Preparing.Sides sides, Optional<SourceTable> source, Wanted wanted, Live mine) {
            this.sides = sides;
            this.source = source;
            this.wanted = wanted;
            this.mine = mine;
        }

        Outcome<Resent, ExchangeRefusal> send() throws SQLException {
            return switch (sides.target()) {
                case Preparing.Way.Node(var node) -> byNode(new About(node, sides));
                case Preparing.Way.Direct(var login) ->
                    switch (Beside.open(sides.flow(), login)) {
                        case Outcome.Refused<Beside, ExchangeRefusal>(var why) -> Outcome.refused(why);
                        case Outcome.Done<Beside, ExchangeRefusal>(var opened) -> {
                            try (var beside = opened) {
                                yield pick(beside.columns(), () -> true, beside::write)
                                        .map(beside::resent);
                            }
                        }
                    };
            };
        }

        private Outcome<Resent, ExchangeRefusal> byNode(About about) throws SQLException {
            return switch (questions.columns(about, this::goesOn)) {
                case Outcome.Refused<List<TargetColumn>, ExchangeRefusal>(var why) -> Outcome.refused(why);
                case Outcome.Done<List<TargetColumn>, ExchangeRefusal>(var columns) -> {
                    try (var writing = questions.writing(about, this::goesOn)) {
                        yield switch (pick(columns, () -> !writing.isOver(), writing::write)) {
                            case Outcome.Refused<Receipt.End, ExchangeRefusal>(var why) -> Outcome.refused(why);
                            case Outcome.Done<Receipt.End, ExchangeRefusal>(var end) -> writing.end(end);
                        };
                    }
                }
            };
        }

        private Outcome<Receipt.End, ExchangeRefusal> pick(
                List<TargetColumn> columns, BooleanSupplier isTaken, Taking taking) throws SQLException {
            var picking = new Resending.Picking() {
                @Override
                public boolean mayGoOn() {
                    return isTaken.getAsBoolean() && runner.mayGoOn(sides, mine);
                }

                @Override
                public void take(Picked rows) throws SQLException {
                    taking.take(rows);
                }
            };
            return switch (sides.source()) {
                case Preparing.Way.Direct direct ->
                    Resending.pick(
                            sides.flow(),
                            source.orElseThrow(),
                            columns,
                            wanted,
                            sides.permit().rows(),
                            picking);
                case Preparing.Way.Node(var node) ->
                    questions.pick(
                            new About(node, sides),
                            columns,
                            new Asked.Pick(wanted, sides.permit().rows().orElse(Long.MAX_VALUE)),
                            picking,
                            this::goesOn);
            };
        }

        private void goesOn() throws SQLException {
            if (!runner.mayGoOn(sides, mine)) {
                throw new SQLException("The sending was told to stop");
            }
        }
    }

    /** Takes rows that were picked. */
    private interface Taking {
        void take(Picked rows) throws SQLException;
    }

    private static Runner.End end(Resent resent, Comparison of, Live mine) {
        var rows = new Run.Rows(resent.written() + resent.setAside(), resent.written(), resent.setAside());
        if (resent.end() == Receipt.End.COMPLETE) {
            return end(Run.State.COMPLETE, new Reason("sent-again", String.valueOf(of.id())), rows);
        }
        return mine.told()
                .map(why -> end(Run.State.STOPPED, why, rows))
                .orElseGet(() -> end(Run.State.LIMITED, new Reason("limit", ""), rows));
    }

    private static Runner.End end(Run.State state, Reason reason, Run.Rows rows) {
        return new Runner.End(state, reason, rows, "", Runner.End.NOTHING);
    }
}

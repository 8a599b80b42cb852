package org.tongqu.platform.data.exchange.internal;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.tongqu.engines.exchanges.Connector;
import org.tongqu.exchange.table.ExchangeRefusal;
import org.tongqu.exchange.table.TargetFilling;
import org.tongqu.exchange.table.TargetFilling.Filled;
import org.tongqu.exchange.wire.BrokenWire;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.exchange.PlannedFlow;

/** Counts how full the targets are, which reads them whole: after a run that wrote something, and not again and again. */
@Component
class Filling {

    private static final Logger LOG = LoggerFactory.getLogger(Filling.class);
    private static final Duration REST = Duration.ofMinutes(10);

    private final FigureStore store;
    private final Preparing preparing;
    private final NodeQuestions questions;
    private final Clock clock;

    Filling(FigureStore store, Preparing preparing, NodeQuestions questions, Clock clock) {
        this.store = store;
        this.preparing = preparing;
        this.questions = questions;
        this.clock = clock;
    }

    void count(Preparing.Ready ready) {
        if (isDue(ready.planned())) {
            try {
                keep(ready.planned(), new TargetFilling(ready.flow(), ready.target()).count());
            } catch (SQLException away) {
                later(ready.planned(), away);
            }
        }
    }

    /** Of a flow that a node reads or writes: counted by whoever reaches the target, beside the caller. */
    void countBeside(PlannedFlow planned) {
        if (isDue(planned)) {
            Thread.ofVirtual().name("filling").start(() -> count(planned));
        }
    }

    private void count(PlannedFlow planned) {
        try {
            switch (preparing.prepareSides(planned, clock.instant())) {
                case Outcome.Refused<Preparing.Sides, Preparing.Barred>(var barred) ->
                    LOG.info("The target of {} is not counted: {}", planned.id(), barred.reason());
                case Outcome.Done<Preparing.Sides, Preparing.Barred>(var sides) -> {
                    switch (filled(sides)) {
                        case Outcome.Refused<List<Filled>, ExchangeRefusal>(var why) ->
                            LOG.info("The target of {} is not counted: {}", planned.id(), why);
                        case Outcome.Done<List<Filled>, ExchangeRefusal>(var filled) -> keep(planned, filled);
                    }
                }
            }
        } catch (SQLException | DataAccessException | TransactionException | BrokenWire fault) {
            later(planned, fault);
        }
    }

    private Outcome<List<Filled>, ExchangeRefusal> filled(Preparing.Sides sides) throws SQLException {
        return switch (sides.target()) {
            case Preparing.Way.Direct(var login) -> Outcome.done(new TargetFilling(sides.flow(), login).count());
            case Preparing.Way.Node(var node) ->
                questions.filled(new NodeQuestions.About(node, sides), () -> {
                    var objection = preparing.objection(sides, clock.instant());
                    if (objection.isPresent()) {
                        throw new SQLException("No longer agreed: " + objection.get());
                    }
                });
        };
    }

    private boolean isDue(PlannedFlow planned) {
        // What becomes of delivered files is the receiver's business.
        return planned.flow().target().connector() != Connector.FILES
                && store.counted(planned.id())
                        .filter(last -> last.plus(REST).isAfter(clock.instant()))
                        .isEmpty();
    }

    private void keep(PlannedFlow planned, List<Filled> filled) {
        store.keep(planned.id(), filled, clock.instant());
    }

    private static void later(PlannedFlow planned, Exception away) {
        LOG.info("How full the target of {} is is counted after a later run", planned.id(), away);
    }
}

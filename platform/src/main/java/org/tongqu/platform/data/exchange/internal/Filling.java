package org.tongqu.platform.data.exchange.internal;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tongqu.engines.exchanges.Connector;
import org.tongqu.exchange.table.TargetFilling;

/** Counts how full the targets are, which reads them whole: after a run that wrote something, and not again and again. */
@Component
class Filling {

    private static final Logger LOG = LoggerFactory.getLogger(Filling.class);
    private static final Duration REST = Duration.ofMinutes(10);

    private final FigureStore store;
    private final Clock clock;

    Filling(FigureStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    void count(Preparing.Ready ready) {
        var flow = ready.planned().id();
        if (ready.flow().target().connector() == Connector.FILES) {
            // What becomes of delivered files is the receiver's business.
            return;
        }
        var now = clock.instant();
        if (store.counted(flow).filter(last -> last.plus(REST).isAfter(now)).isPresent()) {
            return;
        }
        try {
            store.keep(flow, new TargetFilling(ready.flow(), ready.target()).count(), now);
        } catch (SQLException away) {
            LOG.info("How full the target of {} is is counted after a later run", flow, away);
        }
    }
}

package org.tongqu.platform.data.exchange;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.tongqu.engines.exchanges.Connector;
import org.tongqu.exchange.table.TargetCell;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.exchange.internal.Preparing;

/** Looks at what a flow delivered, as its agreement shows it. Whoever asks says who may. */
@Service
public class DeliveredRows {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveredRows.class);

    private final Preparing preparing;
    private final Clock clock;

    DeliveredRows(Preparing preparing, Clock clock) {
        this.preparing = preparing;
        this.clock = clock;
    }

    /** A value as it stands in the target. @param agreement under which it was delivered */
    public record Cell(String agreement, String value) {}

    /** Why nothing can be said of a value. */
    public enum Unseen {
        /** No agreement permits the flow any more, or never did. */
        NOT_PERMITTED,
        /** The target does not answer. */
        AWAY,
        NO_SUCH_ROW
    }

    /** The agreement under which the flow delivers now, if one permits it. */
    public Optional<String> agreement(PlannedFlow planned) {
        return preparing
                .prepare(planned, clock.instant())
                .fold(ready -> Optional.of(ready.permit().agreement()), barred -> Optional.empty());
    }

    /** @param key in the order of the flow's target key */
    public Outcome<Cell, Unseen> find(PlannedFlow planned, List<String> key, String column) {
        return switch (preparing.prepare(planned, clock.instant())) {
            case Outcome.Refused<Preparing.Ready, Preparing.Barred> barred -> Outcome.refused(Unseen.NOT_PERMITTED);
            case Outcome.Done<Preparing.Ready, Preparing.Barred>(var ready) -> find(ready, key, column);
        };
    }

    private static Outcome<Cell, Unseen> find(Preparing.Ready ready, List<String> key, String column) {
        if (isFiles(ready)) {
            return Outcome.refused(Unseen.AWAY);
        }
        try {
            Optional<String> found = new TargetCell(ready.flow(), ready.target()).find(key, column);
            return found.<Outcome<Cell, Unseen>>map(
                            value -> Outcome.done(new Cell(ready.permit().agreement(), value)))
                    .orElseGet(() -> Outcome.refused(Unseen.NO_SUCH_ROW));
        } catch (SQLException away) {
            LOG.info("The target of {} does not answer", ready.planned().id(), away);
            return Outcome.refused(Unseen.AWAY);
        }
    }

    /**
     * The values of one column in many rows, by their keys; those that cannot be seen, or are not there, are left out.
     *
     * @param keys each in the order of the flow's target key
     */
    public Map<List<String>, String> findAll(PlannedFlow planned, Collection<List<String>> keys, String column) {
        return preparing
                .prepare(planned, clock.instant())
                .fold(ready -> findAll(ready, keys, column), barred -> Map.of());
    }

    private static Map<List<String>, String> findAll(
            Preparing.Ready ready, Collection<List<String>> keys, String column) {
        if (isFiles(ready)) {
            return Map.of();
        }
        try {
            return new TargetCell(ready.flow(), ready.target()).find(keys, column);
        } catch (SQLException away) {
            LOG.info("The target of {} does not answer", ready.planned().id(), away);
            return Map.of();
        }
    }

    /** What was delivered in files stands in a system that nobody here can ask. */
    private static boolean isFiles(Preparing.Ready ready) {
        return ready.flow().target().connector() == Connector.FILES;
    }
}

package org.tongqu.platform.data.exchange;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import org.tongqu.platform.data.exchange.internal.NodeQuestions;
import org.tongqu.platform.data.exchange.internal.NodeQuestions.About;
import org.tongqu.platform.data.exchange.internal.Preparing;

/** Looks at what a flow delivered, as its agreement shows it. Whoever asks says who may. */
@Service
public class DeliveredRows {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveredRows.class);

    /** As long as a page may keep somebody waiting. */
    private static final Duration WHILE_SOMEBODY_WAITS = Duration.ofSeconds(15);

    private static final Duration UNTIL_A_NODE_CALLS = Duration.ofMinutes(2);

    private final Preparing preparing;
    private final NodeQuestions questions;
    private final Clock clock;

    DeliveredRows(Preparing preparing, NodeQuestions questions, Clock clock) {
        this.preparing = preparing;
        this.questions = questions;
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
                .prepareSides(planned, clock.instant())
                .fold(sides -> Optional.of(sides.permit().agreement()), barred -> Optional.empty());
    }

    /** Whether a node has to be asked what stands there, which takes until it calls. */
    public boolean isAsked(PlannedFlow planned) {
        return preparing.isWrittenByNode(planned);
    }

    /** @param key in the order of the flow's target key */
    public Outcome<Cell, Unseen> find(PlannedFlow planned, List<String> key, String column) {
        return switch (preparing.prepareSides(planned, clock.instant())) {
            case Outcome.Refused<Preparing.Sides, Preparing.Barred> barred -> Outcome.refused(Unseen.NOT_PERMITTED);
            case Outcome.Done<Preparing.Sides, Preparing.Barred>(var sides) ->
                cells(sides, List.of(key), column, WHILE_SOMEBODY_WAITS)
                        .then(found -> found.values().stream()
                                .findFirst()
                                .<Outcome<Cell, Unseen>>map(value ->
                                        Outcome.done(new Cell(sides.permit().agreement(), value)))
                                .orElseGet(() -> Outcome.refused(Unseen.NO_SUCH_ROW)));
        };
    }

    /**
     * The values of one column in many rows, by their keys; those that cannot be seen, or are not there, are left out.
     *
     * @param keys each in the order of the flow's target key
     */
    public Map<List<String>, String> findAll(PlannedFlow planned, Collection<List<String>> keys, String column) {
        return preparing
                .prepareSides(planned, clock.instant())
                .fold(
                        sides ->
                                cells(sides, keys, column, UNTIL_A_NODE_CALLS).fold(found -> found, unseen -> Map.of()),
                        barred -> Map.of());
    }

    private Outcome<Map<List<String>, String>, Unseen> cells(
            Preparing.Sides sides, Collection<List<String>> keys, String column, Duration patience) {
        if (isFiles(sides)) {
            return Outcome.refused(Unseen.AWAY);
        }
        try {
            return switch (sides.target()) {
                case Preparing.Way.Direct(var login) ->
                    Outcome.done(new TargetCell(sides.flow(), login).find(keys, column));
                case Preparing.Way.Node(var node) -> {
                    var until = clock.instant().plus(patience);
                    yield questions
                            .cells(new About(node, sides), keys, column, () -> goesOn(until))
                            .mapRefusal(why -> Unseen.AWAY);
                }
            };
        } catch (SQLException away) {
            LOG.info("The target of {} does not answer", sides.planned().id(), away);
            return Outcome.refused(Unseen.AWAY);
        }
    }

    private void goesOn(Instant until) throws SQLException {
        if (clock.instant().isAfter(until)) {
            throw new SQLException("The node has not called");
        }
    }

    /** What was delivered in files stands in a system that nobody here can ask. */
    private static boolean isFiles(Preparing.Sides sides) {
        return sides.flow().target().connector() == Connector.FILES;
    }
}

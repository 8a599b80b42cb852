package org.tongqu.platform.data.exchange.internal;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tongqu.exchange.source.SourceTable;
import org.tongqu.exchange.table.Arriving;
import org.tongqu.exchange.table.ChangeFollower;
import org.tongqu.exchange.table.ChangeFollower.Followed;
import org.tongqu.exchange.table.FollowRefusal;
import org.tongqu.exchange.table.Span;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.exchange.Reason;
import org.tongqu.platform.data.exchange.Run;
import org.tongqu.platform.data.exchange.internal.Runner.End;

/**
 * Follows the changes of a flow's source for a stretch, which is a run like any other: with its agreement asked every
 * second, its meter and its receipt. Between two stretches the source keeps its log.
 */
@Component
class Following {

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    private final FlowStore flows;
    private final Runs runs;
    private final Clock clock;

    Following(FlowStore flows, Runs runs, Clock clock) {
        this.flows = flows;
        this.runs = runs;
        this.clock = clock;
    }

    /** Until the stretch is over or it is told to stop. */
    End follow(Preparing.Ready ready, Live mine) {
        if (ready.permit().rows().isPresent()) {
            return End.refused(new Reason("follow-limited", ""));
        }
        var follower = new ChangeFollower(
                ready.flow(), ready.source(), ready.target(), clock, (committed, changes) -> mine.applied(committed));
        var before = Runs.Stands.NOTHING;
        try {
            var source = Runner.source(ready);
            if (source instanceof Outcome.Refused<SourceTable, Reason>(var why)) {
                return End.refused(why);
            }
            before = begun(ready, follower);
            return follow(ready, follower, before, mine);
        } catch (SQLException | RuntimeException fault) {
            mine.ends();
            var stands = found(ready);
            var rows = since(stands, before);
            return mine.told()
                    .map(why -> new End(Run.State.STOPPED, why, rows, "", End.NOTHING))
                    .orElseGet(() -> new End(Run.State.FAILED, Runner.reason(fault), rows, "", End.NOTHING))
                    .at(stands);
        }
    }

    private End follow(Preparing.Ready ready, ChangeFollower follower, Runs.Stands before, Live mine)
            throws SQLException {
        var until = clock.instant()
                .plus(Duration.ofMinutes(ready.planned().running().minutes()));
        var outcome = follower.follow(
                () -> mine.told().isEmpty(),
                () -> mine.told().isEmpty() && clock.instant().isBefore(until));
        mine.ends();
        var stands = found(ready);
        var rows = since(stands, before);
        var end = switch (outcome) {
            case Outcome.Refused<Followed, FollowRefusal>(var why) ->
                new End(Run.State.REFUSED, Reason.of(why), rows, "", End.NOTHING);
            case Outcome.Done<Followed, FollowRefusal>(var followed) -> end(rows, followed, mine);
        };
        return end.at(stands);
    }

    /** Begins anew when the source no longer tells what changed meanwhile. */
    private Runs.Stands begun(Preparing.Ready ready, ChangeFollower follower) throws SQLException {
        var id = ready.planned().id();
        if (flows.isLetGo(id)) {
            follower.forget();
            runs.countFrom(ready.planned(), stands(ready));
        }
        flows.followed(id);
        return stands(ready);
    }

    private static End end(Run.Rows rows, Followed followed, Live mine) {
        var span = new Span(Optional.empty(), "", List.of(followed.place()));
        return mine.told()
                .map(why -> new End(Run.State.STOPPED, why, rows, "", span))
                .orElseGet(() -> new End(Run.State.COMPLETE, Reason.NONE, rows, "", span));
    }

    /** Rows filled and changes followed in this stretch alone; what is not known now is counted when the next begins. */
    private static Run.Rows since(Optional<Runs.Stands> stands, Runs.Stands before) {
        return stands.map(known -> known.since(before)).orElse(Run.Rows.NONE);
    }

    private Optional<Runs.Stands> found(Preparing.Ready ready) {
        try {
            return Optional.of(stands(ready));
        } catch (SQLException away) {
            LOG.info("What was followed is not known before the target answers again", away);
            return Optional.empty();
        }
    }

    /** What the target remembers: of the filling, and of what was followed since. */
    Runs.Stands stands(Preparing.Ready ready) throws SQLException {
        var filled = new Arriving(ready.flow(), ready.target(), clock)
                .last()
                .map(Runs.Stands::of)
                .orElse(Runs.Stands.NOTHING);
        var followed = new ChangeFollower(
                        ready.flow(), ready.source(), ready.target(), clock, (committed, changes) -> {})
                .reached();
        return new Runs.Stands(
                filled.run(),
                filled.read() + followed.map(Followed::changes).orElse(0L),
                filled.setAside() + followed.map(Followed::setAside).orElse(0L));
    }
}

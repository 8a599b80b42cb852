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
import org.tongqu.exchange.table.ChangeFollower;
import org.tongqu.exchange.table.ChangeFollower.Followed;
import org.tongqu.exchange.table.FollowRefusal;
import org.tongqu.exchange.table.Receipt;
import org.tongqu.exchange.table.Span;
import org.tongqu.exchange.table.TableExchange;
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
    private final Clock clock;

    Following(FlowStore flows, Clock clock) {
        this.flows = flows;
        this.clock = clock;
    }

    /** Until the stretch is over or it is told to stop. */
    End follow(Preparing.Ready ready, Live mine) {
        if (ready.permit().rows().isPresent()) {
            return End.refused(new Reason("follow-limited", ""));
        }
        var follower = new ChangeFollower(
                ready.flow(), ready.source(), ready.target(), clock, (committed, changes) -> mine.applied(committed));
        var before = Standing.NONE;
        try {
            if (Runner.source(ready) instanceof Outcome.Refused<SourceTable, Reason>(var why)) {
                return End.refused(why);
            }
            beginAnewWhenLetGo(ready, follower);
            before = standing(ready, follower);
            var until = clock.instant()
                    .plus(Duration.ofMinutes(ready.planned().running().minutes()));
            var outcome = follower.follow(
                    () -> mine.told().isEmpty(),
                    () -> mine.told().isEmpty() && clock.instant().isBefore(until));
            mine.ends();
            return switch (outcome) {
                case Outcome.Refused<Followed, FollowRefusal>(var why) -> refused(why, moved(ready, follower, before));
                case Outcome.Done<Followed, FollowRefusal>(var followed) ->
                    end(moved(ready, follower, before), followed, mine);
            };
        } catch (SQLException | RuntimeException fault) {
            mine.ends();
            var rows = moved(ready, follower, before);
            return mine.told()
                    .map(why -> new End(Run.State.STOPPED, why, rows, "", End.NOTHING))
                    .orElseGet(() -> new End(Run.State.FAILED, Runner.reason(fault), rows, "", End.NOTHING));
        }
    }

    /** What changed since the source's log was let go of is told by nobody: everything is moved once more. */
    private void beginAnewWhenLetGo(Preparing.Ready ready, ChangeFollower follower) throws SQLException {
        var id = ready.planned().id();
        if (flows.isLetGo(id)) {
            follower.forget();
        }
        flows.followed(id);
    }

    private static End refused(FollowRefusal why, Run.Rows rows) {
        return new End(Run.State.REFUSED, Reason.of(why), rows, "", End.NOTHING);
    }

    private static End end(Run.Rows rows, Followed followed, Live mine) {
        var span = new Span(Optional.empty(), "", List.of(followed.place()));
        return mine.told()
                .map(why -> new End(Run.State.STOPPED, why, rows, "", span))
                .orElseGet(() -> new End(Run.State.COMPLETE, Reason.NONE, rows, "", span));
    }

    /** What the target remembers: of the filling, and of what was followed since. */
    private record Standing(long read, long setAside) {
        static final Standing NONE = new Standing(0, 0);
    }

    private Standing standing(Preparing.Ready ready, ChangeFollower follower) throws SQLException {
        var filled = Runner.source(ready) instanceof Outcome.Done<SourceTable, Reason>(var source)
                ? new TableExchange(ready.flow(), source, ready.target(), clock).last()
                : Optional.<Receipt>empty();
        var followed = follower.reached();
        return new Standing(
                filled.map(Receipt::read).orElse(0L)
                        + followed.map(Followed::changes).orElse(0L),
                filled.map(Receipt::setAside).orElse(0L)
                        + followed.map(Followed::setAside).orElse(0L));
    }

    /** Rows filled and changes followed in this stretch alone. */
    private Run.Rows moved(Preparing.Ready ready, ChangeFollower follower, Standing before) {
        try {
            var now = standing(ready, follower);
            var read = Math.max(0, now.read() - before.read());
            var setAside = Math.clamp(now.setAside() - before.setAside(), 0, read);
            return new Run.Rows(read, read - setAside, setAside);
        } catch (SQLException away) {
            LOG.info("What was followed is not known before the target answers again", away);
            return Run.Rows.NONE;
        }
    }
}

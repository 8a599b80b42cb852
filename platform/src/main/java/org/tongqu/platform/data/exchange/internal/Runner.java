package org.tongqu.platform.data.exchange.internal;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tongqu.engines.exchanges.FileFormat;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Drivers;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.source.SourceTable;
import org.tongqu.exchange.source.Sources;
import org.tongqu.exchange.table.Arriving;
import org.tongqu.exchange.table.ExchangeRefusal;
import org.tongqu.exchange.table.Mode;
import org.tongqu.exchange.table.Quarantine;
import org.tongqu.exchange.table.Receipt;
import org.tongqu.exchange.table.Span;
import org.tongqu.exchange.table.TableExchange;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.data.exchange.Reason;
import org.tongqu.platform.data.exchange.Run;

/** Runs flows of this program, and stops them. */
@Component
public class Runner {

    /** The state of SQL for a disk without room, and what MariaDB and MySQL say then: a full disk, a full table. */
    private static final String FULL = "53100";

    private static final Set<Integer> FULL_OF_MARIADB = Set.of(1021, 1114);

    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

    private final Map<String, Live> live = new ConcurrentHashMap<>();
    private final Preparing preparing;
    private final Runs runs;
    private final FlowStore flows;
    private final Filling filling;
    private final Following following;
    private final Clock clock;

    Runner(Preparing preparing, Runs runs, FlowStore flows, Filling filling, Following following, Clock clock) {
        this.preparing = preparing;
        this.runs = runs;
        this.flows = flows;
        this.filling = filling;
        this.following = following;
        this.clock = clock;
    }

    /** How a run came to its end. @param stands what the target remembered then, where that is known */
    record End(Run.State state, Reason reason, Run.Rows rows, String digest, Span span, Optional<Runs.Stands> stands) {
        static final Span NOTHING = new Span(Optional.empty(), "", List.of());

        End(Run.State state, Reason reason, Run.Rows rows, String digest, Span span) {
            this(state, reason, rows, digest, span, Optional.empty());
        }

        End at(Optional<Runs.Stands> known) {
            return new End(state, reason, rows, digest, span, known);
        }

        static End refused(Reason why) {
            return new End(Run.State.REFUSED, why, Run.Rows.NONE, "", NOTHING);
        }

        /**
         * As many rows as agreed were read. When that was none, all that is left are rows that lack what gives the order,
         * more than are agreed for a run: they cannot be parted, so that no later run would move them either.
         */
        static End limited(Flow flow, Run.Rows rows, Span span) {
            return rows.read() > 0
                    ? new End(Run.State.LIMITED, new Reason("limit", ""), rows, "", span)
                    : refused(new Reason(
                            "limit-without-order",
                            String.join(", ", flow.source().order())));
        }
    }

    /**
     * Runs the flow to its end, on a virtual thread; nothing when this program runs it already, and when a node of a
     * department does: then it is due for that at once.
     */
    public Optional<Run> run(PlannedFlow planned, String by) {
        var mine = new Live();
        var other = live.putIfAbsent(planned.id(), mine);
        if (other != null) {
            other.missed();
            return Optional.empty();
        }
        try {
            return switch (preparing.prepare(planned, clock.instant())) {
                case Outcome.Refused<Preparing.Ready, Preparing.Barred>(var barred)
                when barred.isKeptByNode() -> {
                    flows.next(planned.id(), clock.instant());
                    yield Optional.empty();
                }
                case Outcome.Refused<Preparing.Ready, Preparing.Barred>(var barred) ->
                    Optional.of(runs.refuse(planned, barred, by));
                case Outcome.Done<Preparing.Ready, Preparing.Barred>(var ready) -> Optional.of(move(ready, mine, by));
            };
        } finally {
            live.remove(planned.id());
        }
    }

    /**
     * Does something else with the flow than to run it, told to stop like a run. Its hour, should it come meanwhile, comes
     * again when this is done.
     *
     * @return false when this program runs it already
     */
    boolean hold(PlannedFlow planned, Consumer<Live> work) {
        var mine = new Live();
        if (live.putIfAbsent(planned.id(), mine) != null) {
            return false;
        }
        try {
            work.accept(mine);
            return true;
        } finally {
            live.remove(planned.id());
            if (mine.isMissed()) {
                flows.next(planned.id(), clock.instant());
            }
        }
    }

    private Run move(Preparing.Ready ready, Live mine, String by) {
        settle(ready);
        var run = runs.begin(ready, by);
        mine.begins(ready);
        var end = ready.planned().running().isFollowing() ? following.follow(ready, mine) : ended(ready, mine);
        var kept = runs.end(ready.planned(), run, end);
        if (end.rows().setAside() > 0) {
            count(ready);
        }
        if (end.rows().written() > 0) {
            filling.count(ready);
        }
        return kept;
    }

    /** What an earlier program moved before it was killed, or before the target was away, is counted first. */
    private void settle(Preparing.Ready ready) {
        try {
            var arriving = new Arriving(ready.flow(), ready.target(), clock);
            var stands = ready.planned().running().isFollowing()
                    ? following.stands(ready)
                    : arriving.last().map(Runs.Stands::of).orElse(Runs.Stands.NOTHING);
            if (!arriving.isUnderWay()) {
                runs.settle(ready, stands);
            }
        } catch (SQLException away) {
            LOG.info(
                    "What {} moved is counted when its target answers",
                    ready.planned().id(),
                    away);
        }
    }

    private End ended(Preparing.Ready ready, Live mine) {
        Optional<TableExchange> opened = Optional.empty();
        var before = Runs.Stands.NOTHING;
        try {
            var source = source(ready);
            if (source instanceof Outcome.Refused<SourceTable, Reason>(var why)) {
                return End.refused(why);
            }
            var exchange = new TableExchange(ready.flow(), source.orElseThrow(), ready.target(), clock);
            opened = Optional.of(exchange);
            before = exchange.last().map(Runs.Stands::of).orElse(before);
            var mode = ready.flow().source().watermark().isPresent() ? Mode.CHANGED : Mode.FULL;
            var outcome = exchange.run(mode, ready.permit().rows(), () -> mayGoOn(ready, mine));
            mine.ends();
            return switch (outcome) {
                case Outcome.Refused<Receipt, ExchangeRefusal>(var why) -> End.refused(Reason.of(why));
                case Outcome.Done<Receipt, ExchangeRefusal>(var receipt) -> end(ready.flow(), receipt, before, mine);
            };
        } catch (SQLException | RuntimeException fault) {
            mine.ends();
            return broken(fault, opened.flatMap(Runner::stands), before, mine);
        }
    }

    /** The source, when there are drivers for both sides. */
    static Outcome<SourceTable, Reason> source(Preparing.Ready ready) throws SQLException {
        var target = ready.flow().target().connector();
        var needed = isParquet(ready.flow()) ? Drivers.PARQUET : Drivers.needed(target);
        if (!needed.driver().isEmpty() && !Drivers.isThere(needed)) {
            return Outcome.refused(new Reason("no-driver", needed.driver()));
        }
        return Sources.open(ready.flow(), ready.source())
                .mapRefusal(missing -> new Reason("no-driver", missing.driver()));
    }

    private static boolean isParquet(Flow flow) {
        return flow.target()
                .files()
                .filter(files -> files.format() == FileFormat.PARQUET)
                .isPresent();
    }

    boolean mayGoOn(Preparing.Permitted ready, Live mine) {
        if (mine.told().isEmpty()) {
            var now = clock.instant();
            preparing.objection(ready, now).ifPresent(why -> mine.stop(why, now));
        }
        return mine.told().isEmpty();
    }

    private static End end(Flow flow, Receipt receipt, Runs.Stands before, Live mine) {
        var stands = Runs.Stands.of(receipt);
        return end(flow, receipt, stands.since(before), mine).at(Optional.of(stands));
    }

    private static End end(Flow flow, Receipt receipt, Run.Rows rows, Live mine) {
        if (receipt.end() == Receipt.End.COMPLETE) {
            return new End(
                    Run.State.COMPLETE, Reason.NONE, rows, receipt.ranges().digest(), receipt.span());
        }
        return mine.told()
                .map(why -> new End(Run.State.STOPPED, why, rows, "", receipt.span()))
                .orElseGet(() -> End.limited(flow, rows, receipt.span()));
    }

    /** What the target does not say now is counted when the next run begins. */
    private static End broken(Exception fault, Optional<Runs.Stands> stands, Runs.Stands before, Live mine) {
        var rows = stands.map(known -> known.since(before)).orElse(Run.Rows.NONE);
        return mine.told()
                .map(why -> new End(Run.State.STOPPED, why, rows, "", End.NOTHING))
                .orElseGet(() -> new End(Run.State.FAILED, reason(fault), rows, "", End.NOTHING))
                .at(stands);
    }

    /** Why what was not told to stop broke off. */
    static Reason reason(Exception fault) {
        LOG.warn("A flow broke off", fault);
        if (!(fault instanceof SQLException sql)) {
            return new Reason("fault", "");
        }
        return FULL.equals(sql.getSQLState()) || FULL_OF_MARIADB.contains(sql.getErrorCode())
                ? new Reason("disk-full", "")
                : new Reason("fault", sql.getSQLState() == null ? "" : sql.getSQLState());
    }

    /** What the target itself remembers; nothing while it does not answer. */
    private static Optional<Runs.Stands> stands(TableExchange exchange) {
        try {
            return exchange.last().map(Runs.Stands::of);
        } catch (SQLException alsoAway) {
            LOG.info("What a broken run has moved is not known before its target answers again", alsoAway);
            return Optional.empty();
        }
    }

    private void count(Preparing.Ready ready) {
        count(ready, ready.target());
    }

    void count(Preparing.Permitted ready, Login target) {
        try {
            flows.waiting(ready.planned().id(), new Quarantine(ready.flow(), target).waiting());
        } catch (SQLException away) {
            LOG.info(
                    "The quarantine of {} is counted after its next run",
                    ready.planned().id(),
                    away);
        }
    }

    /** Stops what runs under the agreement. */
    public void stopUnder(String agreement, Reason why) {
        live.values().forEach(run -> {
            if (run.ready()
                    .filter(ready -> ready.permit().agreement().equals(agreement))
                    .isPresent()) {
                run.stop(why, clock.instant());
            }
        });
    }

    /** Stops the flow, if it runs here. */
    public void stop(String id, Reason why) {
        Optional.ofNullable(live.get(id)).ifPresent(run -> run.stop(why, clock.instant()));
    }

    /** When the change that was applied last was committed at its source, while the flow is followed here. */
    public Optional<Instant> followedUntil(String id) {
        return Optional.ofNullable(live.get(id)).flatMap(Live::applied);
    }

    /** Whether the flow runs here. */
    public boolean isRunning(String id) {
        return live.containsKey(id);
    }

    /** Asks again for all that run, since another program may have taken a permit away; breaks off what does not end. */
    public void watch(Instant now) {
        flows.halted(live.keySet()).forEach(id -> stop(id, new Reason("halted", "")));
        live.values().forEach(run -> {
            if (run.told().isEmpty()) {
                run.ready().flatMap(ready -> preparing.objection(ready, now)).ifPresent(why -> run.stop(why, now));
            }
            run.hasten(now);
        });
    }
}

package org.tongqu.platform.data.exchange.internal.kept;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.exchange.table.ChangeFollower;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.exchange.FollowingSettings;
import org.tongqu.platform.data.exchange.FollowingSettings.Verdict;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.data.exchange.internal.FlowBook;
import org.tongqu.platform.data.exchange.internal.FlowStore;
import org.tongqu.platform.data.exchange.internal.Preparing;
import org.tongqu.platform.data.exchange.internal.Runner;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/**
 * Looks after the logs that departments' databases keep for flows that are followed no more: halted, without an agreement,
 * or broken for long. Warns when half of what is allowed is used up, and lets go then; the flow begins anew.
 */
@Component
public class KeptLogs implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(KeptLogs.class);
    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final Duration BEGINS = Duration.ofMinutes(2);

    private final FlowBook book;
    private final FlowStore flows;
    private final Preparing preparing;
    private final Runner runner;
    private final Told told;
    private final FollowingSettings settings;
    private final Clock clock;

    KeptLogs(
            FlowBook book,
            FlowStore flows,
            Preparing preparing,
            Runner runner,
            Told told,
            FollowingSettings settings,
            Clock clock) {
        this.book = book;
        this.flows = flows;
        this.preparing = preparing;
        this.runner = runner;
        this.told = told;
        this.settings = settings;
        this.clock = clock;
    }

    /** How it is told. */
    @Component
    record Told(Journal journal, TransactionTemplate transactions) {}

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(() -> look(clock.instant()), PAUSE, BEGINS));
    }

    /** Looks at all flows that say that they follow. */
    public void look(Instant now) {
        book.all().stream()
                .filter(planned -> planned.running().isFollowing() && !runner.isRunning(planned.id()))
                .forEach(planned -> look(planned, now));
    }

    private void look(PlannedFlow planned, Instant now) {
        try {
            var follower = follower(planned);
            var kept = follower.isPresent() ? follower.get().kept() : OptionalLong.empty();
            if (follower.isEmpty() || kept.isEmpty()) {
                return;
            }
            var bytes = kept.getAsLong();
            var idle = Duration.between(flows.followedUntil(planned.id()).orElse(now), now);
            switch (settings.verdict(idle, bytes)) {
                case KEPT -> flows.keptLog(planned.id(), bytes);
                case WARNED -> warn(planned, bytes, now);
                case LET_GO -> letGo(planned, follower.get(), bytes, now);
            }
        } catch (SQLException away) {
            LOG.info(
                    "What {} keeps of its log is looked at later",
                    planned.running().from(),
                    away);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("What is kept of logs could not be written down; it is tried again", e);
        }
    }

    /** Nothing for sources and targets that are reached by nodes, whose flows are not followed. */
    private Optional<ChangeFollower> follower(PlannedFlow planned) {
        return preparing
                .source(planned)
                .flatMap(source -> preparing
                        .target(planned)
                        .map(target ->
                                new ChangeFollower(planned.flow(), source, target, clock, (committed, changes) -> {})));
    }

    private void warn(PlannedFlow planned, long bytes, Instant now) {
        told.transactions().executeWithoutResult(status -> {
            if (flows.warned(planned.id(), bytes, now)) {
                LOG.warn(
                        "{} keeps {} bytes of its log for {}", planned.running().from(), bytes, planned.id());
                tell(planned, Verdict.WARNED, bytes, now);
            }
        });
    }

    /** First at the source: what is written down then is true, and what was not is tried again. */
    private void letGo(PlannedFlow planned, ChangeFollower follower, long bytes, Instant now) throws SQLException {
        follower.end();
        told.transactions().executeWithoutResult(status -> {
            if (flows.letGo(planned.id(), bytes, now)) {
                LOG.warn(
                        "{} need not keep its log for {} any more",
                        planned.running().from(),
                        planned.id());
                tell(planned, Verdict.LET_GO, bytes, now);
            }
        });
    }

    private void tell(PlannedFlow planned, Verdict verdict, long bytes, Instant now) {
        var verb = verdict == Verdict.LET_GO ? "exchange.log-let-go" : "exchange.log-kept";
        told.journal()
                .append(Entry.of(now, Entry.Doer.SYSTEM, verb, new Entry.Subject("flow", planned.id()))
                        .with(Datum.empty()
                                .with("system", Datum.of(planned.running().from()))
                                .with("bytes", Datum.of(bytes))));
    }
}

package org.tongqu.platform.matter.supervision.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Wakes when the next thing falls due, and at the latest after {@link #LONGEST}: another program on the same store may
 * have brought something nearer meanwhile, or left it undone. To look costs the first entry of an index.
 */
@Component
public class Lookout implements SchedulingConfigurer {

    /** How long nobody looks at most; a lamp is late by no more than this and the time it takes to write it. */
    static final Duration LONGEST = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

    private final List<DueWork> works;
    private final Clock clock;

    Lookout(List<DueWork> works, Clock clock) {
        this.works = works;
        this.clock = clock;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addTriggerTask(this::lookOut, ran -> wake(clock.instant()));
    }

    private void lookOut() {
        try {
            look(clock.instant());
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("What fell due could not be looked at and waits for the next try", e);
        }
    }

    /** Does all that is due by then; says how much it was. */
    public int look(Instant now) {
        int done = 0;
        for (var work : works) {
            while (work.next().filter(due -> !due.isAfter(now)).isPresent()) {
                int settled = work.settle(now);
                done += settled;
                if (settled == 0) {
                    break;
                }
            }
        }
        return done;
    }

    /** When to look again. */
    public Instant wake(Instant now) {
        var latest = now.plus(LONGEST);
        try {
            return works.stream()
                    .map(DueWork::next)
                    .flatMap(Optional::stream)
                    .filter(due -> due.isAfter(now) && due.isBefore(latest))
                    .min(Instant::compareTo)
                    .orElse(latest);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("When the next thing falls due could not be read", e);
            return latest;
        }
    }
}

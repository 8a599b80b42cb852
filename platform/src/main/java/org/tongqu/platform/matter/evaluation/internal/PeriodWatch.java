package org.tongqu.platform.matter.evaluation.internal;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.tongqu.platform.matter.evaluation.EvaluationTerms;

/**
 * Wakes when a period is to be frozen, and before that as often as provisional figures are counted anew. Begins some time
 * after the platform serves: what lies years back can wait until people have their first pages.
 */
@Component
class PeriodWatch {

    private static final Logger LOG = LoggerFactory.getLogger(PeriodWatch.class);

    private final Freezing freezing;
    private final EvaluationTerms terms;
    private final TaskScheduler scheduler;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PeriodWatch(
            Freezing freezing,
            EvaluationTerms terms,
            TaskScheduler scheduler,
            ApplicationEventPublisher events,
            Clock clock) {
        this.events = events;
        this.freezing = freezing;
        this.terms = terms;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (terms.watch()) {
            var begins = clock.instant().plus(terms.begins());
            scheduler.schedule(this::look, ran -> ran.lastCompletion() == null ? begins : wake(clock.instant()));
        }
    }

    private Instant wake(Instant now) {
        var next = freezing.next(now);
        var again = now.plus(terms.countsEvery());
        return next.isBefore(again) ? next : again;
    }

    private void look() {
        var now = clock.instant();
        try {
            var frozen = freezing.freeze(now);
            freezing.count(now);
            if (frozen > 0) {
                events.publishEvent(new PeriodsFrozen(frozen));
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("What ended could not be frozen and waits for the next try", e);
        }
    }
}

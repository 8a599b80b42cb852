package org.tongqu.platform.data.exchange.internal.quality;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.exchange.Qualities;

/** Writes down how good what flows is, some times an hour: the last word of a day stays. */
@Component
class QualityWatch implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(QualityWatch.class);
    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final Duration BEGINS = Duration.ofMinutes(1);

    private final Qualities qualities;
    private final Clock clock;

    QualityWatch(Qualities qualities, Clock clock) {
        this.qualities = qualities;
        this.clock = clock;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(this::keep, PAUSE, BEGINS));
    }

    private void keep() {
        try {
            qualities.keep(LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("How good what flows is could not be written down; it is tried again", e);
        }
    }
}

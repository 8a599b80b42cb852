package org.tongqu.platform.data.harvest.internal;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Begins harvests when they are due and goes on with those that were interrupted, beside everything else. */
@Component
class Rounds implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration AFTER_START = Duration.ofSeconds(10);
    private static final int AT_ONCE = 2;

    private final Harvester harvester;
    private final boolean isOn;
    private final Semaphore room = new Semaphore(AT_ONCE);

    Rounds(Harvester harvester, Environment environment) {
        this.harvester = harvester;
        this.isOn = environment.getProperty("tongqu.harvest.schedule", Boolean.class, true);
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        if (isOn) {
            tasks.addFixedDelayTask(new FixedDelayTask(this::look, PAUSE, AFTER_START));
        }
    }

    private void look() {
        try {
            harvester.hold();
            harvester.beginDue();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Which harvests are due could not be read; they wait", e);
        }
        if (room.tryAcquire()) {
            Thread.ofVirtual().name("harvest").start(this::carryOn);
        }
    }

    private void carryOn() {
        try {
            while (harvester.carryOn(0).isPresent()) {
                LOG.debug("A harvest was read on");
            }
        } catch (RuntimeException e) {
            LOG.error("A harvest could not be read on; it waits", e);
        } finally {
            room.release();
        }
    }
}

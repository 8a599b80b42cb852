package org.tongqu.platform.data.exchange.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.tongqu.platform.data.exchange.PlannedFlow;

/** Begins flows when they are due, one after the other: people who wait for a page come first. */
@Component
class Schedule implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final FlowStore flows;
    private final FlowBook book;
    private final Runner runner;
    private final Clock clock;
    private final boolean isOn;
    private final Semaphore room = new Semaphore(1);

    Schedule(FlowStore flows, FlowBook book, Runner runner, Environment environment, Clock clock) {
        this.flows = flows;
        this.book = book;
        this.runner = runner;
        this.clock = clock;
        this.isOn = environment.getProperty("tongqu.exchange.schedule", Boolean.class, true);
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::look, PAUSE);
    }

    private void look() {
        try {
            runner.watch(clock.instant());
            if (isOn && room.tryAcquire()) {
                flows.takeDue(clock.instant()).flatMap(book::find).ifPresentOrElse(this::begin, room::release);
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Which flows are due could not be read; they wait", e);
        }
    }

    /** What follows a source waits most of its time, and keeps nobody out. */
    private void begin(PlannedFlow planned) {
        if (planned.running().isFollowing()) {
            room.release();
            Thread.ofVirtual().name("following").start(() -> run(planned));
        } else {
            Thread.ofVirtual().name("flow").start(() -> {
                try {
                    run(planned);
                } finally {
                    room.release();
                }
            });
        }
    }

    private void run(PlannedFlow planned) {
        try {
            runner.run(planned, "system");
        } catch (RuntimeException e) {
            LOG.error("The flow {} could not be kept", planned.id(), e);
        }
    }
}

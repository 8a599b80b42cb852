package org.tongqu.platform.data.files.internal;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Looks for batches that have arrived, beside everything else. */
@Component
class Rounds implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Checker checker;
    private final DropFolder drop;
    private final Deliverer deliverer;
    private final Clearing clearing;
    private final SftpRounds sftp;
    private final boolean isOn;
    private final Semaphore room = new Semaphore(1);

    /** A transfer from far away takes its time, and nothing else waits for it. */
    private final Semaphore far = new Semaphore(1);

    Rounds(
            Checker checker,
            DropFolder drop,
            Deliverer deliverer,
            Clearing clearing,
            SftpRounds sftp,
            Environment environment) {
        this.checker = checker;
        this.drop = drop;
        this.deliverer = deliverer;
        this.clearing = clearing;
        this.sftp = sftp;
        this.isOn = environment.getProperty("tongqu.exchange.schedule", Boolean.class, true);
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::begin, PAUSE);
    }

    private void begin() {
        if (isOn && room.tryAcquire()) {
            Thread.ofVirtual().name("files").start(this::look);
        }
        if (isOn && far.tryAcquire()) {
            Thread.ofVirtual().name("files-sftp").start(this::lookFar);
        }
    }

    private void look() {
        try {
            checker.placeAll();
            drop.look();
            while (checker.checkNext()) {
                LOG.debug("A batch was looked through");
            }
            deliverer.look();
            clearing.look();
        } catch (RuntimeException e) {
            LOG.warn("Batches of files could not be looked through; they wait", e);
        } finally {
            room.release();
        }
    }

    private void lookFar() {
        try {
            sftp.look();
        } catch (RuntimeException e) {
            LOG.warn("Servers of SFTP could not be looked at; they wait", e);
        } finally {
            far.release();
        }
    }
}

package org.tongqu.platform.data.use.internal;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.tongqu.platform.data.golden.Position;
import org.tongqu.platform.data.golden.RecordFeed;
import org.tongqu.platform.data.use.UseLimits;

/**
 * Wakes those who wait for the next change of a register. However many wait, one asks the store for all of them, some times a
 * second and only while somebody waits; it asks what can be read, so nobody is woken for a change that may still be skipped.
 */
@Component
public class ChangeBell {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeBell.class);
    private static final Duration BETWEEN = Duration.ofMillis(250);
    /** So many wait at once under one agreement. */
    private static final int OF_ONE = 5;

    private final RecordFeed feed;
    private final Semaphore room;
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();
    private final ConcurrentHashMap<String, Integer> waiting = new ConcurrentHashMap<>();
    private final AtomicBoolean isAsking = new AtomicBoolean();
    private volatile boolean isClosed;

    ChangeBell(RecordFeed feed, UseLimits limits) {
        this.feed = feed;
        this.room = new Semaphore(limits.waiting());
    }

    private static final class Waiter {

        private final String register;
        private final Position after;
        private final CountDownLatch woken = new CountDownLatch(1);

        Waiter(String register, Position after) {
            this.register = register;
            this.after = after;
        }
    }

    /**
     * Waits until a change lies behind the place, or the time is over. The thread of the call does so, which is a virtual one.
     *
     * @param agreement of whoever waits
     * @return false when too many wait already
     */
    public boolean await(String register, String agreement, Position after, Duration most) {
        if (!room.tryAcquire()) {
            return false;
        }
        try {
            if (waiting.merge(agreement, 1, Integer::sum) > OF_ONE) {
                return false;
            }
            await(new Waiter(register, after), most);
            return true;
        } finally {
            waiting.computeIfPresent(agreement, (key, count) -> count > 1 ? count - 1 : null);
            room.release();
        }
    }

    /** How many wait now. */
    public int waiting() {
        return waiters.size();
    }

    private void await(Waiter waiter, Duration most) {
        var last = feed.last(Set.of(waiter.register)).get(waiter.register);
        if (isClosed || (last != null && waiter.after.isBefore(last))) {
            return;
        }
        waiters.add(waiter);
        ask();
        try {
            var isWoken = waiter.woken.await(most.toMillis(), TimeUnit.MILLISECONDS);
            LOG.trace("Waited for a change of {}: {}", waiter.register, isWoken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            waiters.remove(waiter);
        }
    }

    private void ask() {
        if (isAsking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("change-bell").start(this::askWhileSomebodyWaits);
        }
    }

    private void askWhileSomebodyWaits() {
        try {
            while (!waiters.isEmpty()) {
                Thread.sleep(BETWEEN);
                ring();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException | TransactionException failed) {
            LOG.warn("Nobody could be told of changes; those who wait ask for themselves", failed);
            wakeAll();
        } finally {
            isAsking.set(false);
            if (!waiters.isEmpty() && !Thread.currentThread().isInterrupted()) {
                ask();
            }
        }
    }

    private void ring() {
        var last = feed.last(waiters.stream().map(waiter -> waiter.register).collect(Collectors.toSet()));
        for (var waiter : waiters) {
            var changed = last.get(waiter.register);
            if (changed != null && waiter.after.isBefore(changed)) {
                waiter.woken.countDown();
            }
        }
    }

    private void wakeAll() {
        waiters.forEach(waiter -> waiter.woken.countDown());
    }

    /** Nobody is kept waiting by a program that ends. */
    @EventListener
    void on(ContextClosedEvent closed) {
        isClosed = true;
        wakeAll();
    }
}

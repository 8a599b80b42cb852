package org.tongqu.bench.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How late each transaction of the source was committed at the target; both clocks are this machine's. */
final class Lags {

    private final From from;
    private final CountDownLatch begun = new CountDownLatch(1);
    private long[] committed = new long[1 << 16];
    private long[] arrived = new long[1 << 16];
    private long[] answered = new long[1 << 16];
    private int arrivals;
    private int answers;
    private long sent;
    private long applied;

    /** From when it is counted. */
    enum From {
        /** As the source's log says it. */
        COMMIT,
        /** When whoever wrote had the answer, for a source whose log knows nothing below a second. */
        ANSWER
    }

    Lags(From from) {
        this.from = from;
    }

    void begun() {
        begun.countDown();
    }

    void awaitBegin(Duration patience) throws InterruptedException {
        if (!begun.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("The feed does not begin");
        }
    }

    /** A transaction of so many changes was committed just now. */
    synchronized void send(long changes) {
        answered = roomFor(answered, answers);
        answered[answers++] = micros(Instant.now());
        sent += changes;
    }

    synchronized long sent() {
        return sent;
    }

    synchronized void applied(Instant commit, long changes) {
        committed = roomFor(committed, arrivals);
        arrived = roomFor(arrived, arrivals);
        committed[arrivals] = micros(commit);
        arrived[arrivals++] = micros(Instant.now());
        applied += changes;
        notifyAll();
    }

    private static long[] roomFor(long[] all, int next) {
        return next < all.length ? all : Arrays.copyOf(all, next * 2);
    }

    private static long micros(Instant moment) {
        return moment.getEpochSecond() * 1_000_000 + moment.getNano() / 1000;
    }

    synchronized void awaitAll(Duration patience) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        while (applied < sent) {
            var left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    /** In milliseconds. */
    synchronized double percentile(int percent) {
        var lags = new long[arrivals];
        for (int i = 0; i < arrivals; i++) {
            lags[i] = Math.max(0, arrived[i] - (from == From.COMMIT ? committed[i] : answered[i]));
        }
        Arrays.sort(lags);
        return arrivals == 0 ? 0 : lags[Math.min(arrivals - 1, arrivals * percent / 100)] / 1000.0;
    }
}

package org.tongqu.bench.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How late each transaction of the source was committed at the target; both clocks are this machine's. */
final class Lags {

    private final CountDownLatch begun = new CountDownLatch(1);
    private long[] micros = new long[1 << 16];
    private int count;
    private long sent;
    private long applied;

    void begun() {
        begun.countDown();
    }

    void awaitBegin(Duration patience) throws InterruptedException {
        if (!begun.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("The feed does not begin");
        }
    }

    synchronized void send(long changes) {
        sent += changes;
    }

    synchronized long sent() {
        return sent;
    }

    synchronized void applied(Instant committed, long changes) {
        if (count == micros.length) {
            micros = Arrays.copyOf(micros, count * 2);
        }
        micros[count++] = Duration.between(committed, Instant.now()).toNanos() / 1000;
        applied += changes;
        notifyAll();
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
        var sorted = Arrays.copyOf(micros, count);
        Arrays.sort(sorted);
        return count == 0 ? 0 : sorted[Math.min(count - 1, count * percent / 100)] / 1000.0;
    }
}

package org.tongqu.bench.interfaces;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Systems that call one address. @param key what they show; empty at the provider's own door */
record Callers(HttpClient client, URI address, String key) {

    private static final long SEED = 20_261_122;
    private static final long SECOND = 1_000_000_000L;

    /** As many at once as are said, each calling again as soon as it was answered. */
    double flatOut(int callers, int seconds) throws InterruptedException {
        var calls = new AtomicLong();
        var began = System.nanoTime();
        var end = began + seconds * SECOND;
        var done = new CountDownLatch(callers);
        var failure = new AtomicReference<@Nullable RuntimeException>();
        for (int caller = 0; caller < callers; caller++) {
            var random = new SplittableRandom(SEED + caller);
            Thread.startVirtualThread(() -> {
                try {
                    while (System.nanoTime() < end) {
                        call(Mix.pick(random));
                        calls.incrementAndGet();
                    }
                } catch (RuntimeException failed) {
                    failure.compareAndSet(null, failed);
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        if (failure.get() != null) {
            throw new IllegalStateException("A call failed", failure.get());
        }
        return calls.get() * (double) SECOND / (System.nanoTime() - began);
    }

    /** At a steady pace, whoever is late: the time of a call counts from when it should have begun. */
    double p99(double perSecond, int seconds) {
        var random = new SplittableRandom(SEED);
        List<Long> took = Collections.synchronizedList(new ArrayList<>());
        var began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < perSecond * seconds; number++) {
                var due = began + (long) (number / perSecond * SECOND);
                var size = Mix.pick(random);
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                threads.execute(() -> {
                    call(size);
                    took.add(System.nanoTime() - due);
                });
            }
        }
        var sorted = took.stream().mapToLong(Long::longValue).sorted().toArray();
        if (sorted.length < (int) (perSecond * seconds)) {
            throw new IllegalStateException("Calls failed: " + ((int) (perSecond * seconds) - sorted.length));
        }
        return Arrays.stream(sorted)
                        .skip((long) (sorted.length * 0.99))
                        .findFirst()
                        .orElse(0)
                / 1e6;
    }

    /** Returns when the way is there. */
    void awaitAnswer() {
        var end = System.nanoTime() + 60 * SECOND;
        while (true) {
            try {
                call(2_000);
                return;
            } catch (IllegalStateException notYet) {
                if (System.nanoTime() > end) {
                    throw notYet;
                }
                LockSupport.parkNanos(SECOND / 10);
            }
        }
    }

    private void call(int size) {
        var request = HttpRequest.newBuilder(URI.create(address + "?size=" + size));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key).header("Tongqu-Purpose", "approval");
        }
        try {
            var bytes = new AtomicLong();
            // Counted and let go: what callers kept would be collected in the measured program's own pauses.
            var answer = client.send(
                    request.build(),
                    BodyHandlers.ofByteArrayConsumer(part ->
                            bytes.addAndGet(part.map(some -> some.length).orElse(0))));
            if (answer.statusCode() != 200 || bytes.get() < size / 2) {
                throw new IllegalStateException(answer.statusCode() + " with " + bytes + " bytes for " + size);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package org.tongqu.platform.operate.start;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Work that no page waits for: begun some time after the platform serves, behind all else, and given up with it. */
public final class AfterServing {

    private AfterServing() {}

    /** @param name of its thread */
    public static void run(Duration after, String name, Runnable work) {
        CompletableFuture.delayedExecutor(
                        after.toMillis(),
                        TimeUnit.MILLISECONDS,
                        task -> Thread.ofPlatform()
                                .daemon()
                                .name(name)
                                .priority(Thread.MIN_PRIORITY)
                                .start(task))
                .execute(work);
    }
}

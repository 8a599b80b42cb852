package org.tongqu.platform._support;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many statements the started platform sent to its database. Counts all requests, so measure one at
 * a time; the first request of a kind may fill caches, so ask twice and count the second.
 */
public final class StatementCount {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private StatementCount() {}

    static void add() {
        COUNT.incrementAndGet();
    }

    /** Executions of statements (a batch counts once; BEGIN and COMMIT do not count) while the work was done. */
    public static int during(Callable<?> work) throws Exception {
        int before = COUNT.get();
        work.call();
        return COUNT.get() - before;
    }
}

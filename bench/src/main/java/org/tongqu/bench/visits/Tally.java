package org.tongqu.bench.visits;

import java.util.ArrayList;
import java.util.List;

/** How long what went well took, and what went wrong. Safe for use by many threads. */
public final class Tally {

    private static final int SHOWN = 5;
    private static final double NANOS_PER_MILLI = 1e6;

    private final List<Long> nanos = new ArrayList<>();
    private final List<String> firstFailures = new ArrayList<>();
    private int failed;

    /** Something that can go wrong. */
    @FunctionalInterface
    public interface Deed {
        void run() throws Exception;
    }

    /** Does it and remembers how it went. */
    public void time(Deed deed) throws InterruptedException {
        var begun = System.nanoTime();
        try {
            deed.run();
            add(System.nanoTime() - begun);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) { // whatever it is, it counts and the others go on
            fail(String.valueOf(e.getMessage()));
        }
    }

    public synchronized void add(long duration) {
        nanos.add(duration);
    }

    public synchronized void fail(String why) {
        failed++;
        if (firstFailures.size() < SHOWN) {
            firstFailures.add(why);
        }
    }

    public synchronized int done() {
        return nanos.size();
    }

    public synchronized int failed() {
        return failed;
    }

    public synchronized List<String> firstFailures() {
        return List.copyOf(firstFailures);
    }

    /** The time that so many of a hundred did not pass, to a tenth of a millisecond; 0 when there are none. */
    public synchronized double millis(int percentile) {
        if (nanos.isEmpty()) {
            return 0;
        }
        var sorted = nanos.stream().sorted().toList();
        var rank = (int) Math.ceil(percentile / 100.0 * sorted.size());
        return Math.round(sorted.get(Math.max(rank, 1) - 1) / NANOS_PER_MILLI * 10) / 10.0;
    }
}

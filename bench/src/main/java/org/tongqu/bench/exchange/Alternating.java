package org.tongqu.bench.exchange;

import java.util.ArrayList;
import java.util.List;

/**
 * The limit and the exchange in turns, so that whatever else the machine is doing meets both; the first round warms up
 * and does not count.
 */
final class Alternating {

    private final int rows;
    private final List<Double> limits = new ArrayList<>();
    private final List<Double> ours = new ArrayList<>();
    private long peak;

    Alternating(int rows) {
        this.rows = rows;
    }

    /** What is measured. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** One round; each side may prepare what does not count. */
    String round(int number, Work beforeEach, Work limit, Work exchange) throws Exception {
        beforeEach.run();
        var limitSeconds = seconds(limit);
        beforeEach.run();
        var heap = new HeapPeak();
        heap.reset();
        var exchangeSeconds = seconds(exchange);
        if (number > 0) {
            limits.add(rows / limitSeconds);
            ours.add(rows / exchangeSeconds);
            peak = Math.max(peak, heap.mib());
        }
        return String.format("limit %.2f s, exchange %.2f s, heap %d MiB", limitSeconds, exchangeSeconds, heap.mib());
    }

    private static double seconds(Work work) throws Exception {
        var begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    long rowsPerSecond() {
        return Math.round(median(ours));
    }

    long limitRowsPerSecond() {
        return Math.round(median(limits));
    }

    double ratio() {
        return Math.round(median(ours) / median(limits) * 1000) / 1000.0;
    }

    long peakMib() {
        return peak;
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}

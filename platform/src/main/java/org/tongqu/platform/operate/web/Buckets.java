package org.tongqu.platform.operate.web;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One bucket of tokens per client: each request takes one, time refills them. Remembers so many clients and forgets
 * the one that was silent longest, which by then has a full bucket anyway. Safe for use by many threads.
 */
public final class Buckets {

    private static final double NANOS_PER_MINUTE = 60e9;

    private record Bucket(double tokens, long at) {}

    private final int perMinute;
    private final Map<String, Bucket> buckets;

    /**
     * @param perMinute what one client may ask in a minute, and at most at once
     * @param clients how many are remembered
     */
    public Buckets(int perMinute, int clients) {
        this.perMinute = perMinute;
        this.buckets = new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > clients;
            }
        };
    }

    /** @param now a reading of {@link System#nanoTime} */
    public synchronized boolean take(String client, long now) {
        Bucket bucket = buckets.getOrDefault(client, new Bucket(perMinute, now));
        double refilled = (now - bucket.at()) / NANOS_PER_MINUTE * perMinute;
        double tokens = Math.min(perMinute, bucket.tokens() + refilled);
        boolean taken = tokens >= 1;
        buckets.put(client, new Bucket(taken ? tokens - 1 : tokens, now));
        return taken;
    }

    synchronized int clients() {
        return buckets.size();
    }
}

package org.tongqu.platform.data.interfaces.internal;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.tongqu.platform.data.interfaces.Keys;

/**
 * Keys that opened something a moment ago. Nothing is let through by that: it only tells apart, before the store is asked,
 * who is paced by their agreement from whoever tries keys.
 */
@Component
public class KnownKeys {

    static final long REMEMBERED = Duration.ofMinutes(1).toNanos();
    private static final int MOST = 10_000;

    private final Map<String, Long> seen = new ConcurrentHashMap<>();

    /** A key that is known and alive was shown. */
    void saw(String token, long now) {
        if (seen.size() >= MOST) {
            seen.values().removeIf(at -> now - at > REMEMBERED);
        }
        if (seen.size() < MOST) {
            seen.put(name(token), now);
        }
    }

    /** @param now a reading of {@link System#nanoTime} */
    public boolean isKnown(String token, long now) {
        var at = token.isEmpty() ? null : seen.get(name(token));
        return at != null && now - at <= REMEMBERED;
    }

    private static String name(String token) {
        return HexFormat.of().formatHex(Keys.digest(token));
    }
}

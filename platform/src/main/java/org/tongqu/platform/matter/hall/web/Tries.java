package org.tongqu.platform.matter.hall.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Counts what one address asks of the kiosks: a hall has few, so an address that draws numbers by the hundred, or tries
 * codes one after the other, is not one of them. Kept in memory, bounded; each process counts for itself.
 */
@Component
class Tries {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 20_000;

    private record Count(Instant since, int tries) {}

    private final int allowed;
    private final Clock clock;

    private final Map<String, Count> counts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    Tries(@Value("${tongqu.limits.tickets-per-minute}") int allowed, Clock clock) {
        this.allowed = allowed;
        this.clock = clock;
    }

    /** Counts one try; false when it is one too many. */
    synchronized boolean take(String address) {
        var now = clock.instant();
        var known = counts.remove(address);
        var count = known == null || !known.since().plus(WINDOW).isAfter(now)
                ? new Count(now, 1)
                : new Count(known.since(), known.tries() + 1);
        counts.put(address, count);
        return count.tries() <= allowed;
    }
}

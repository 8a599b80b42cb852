package org.tongqu.platform.front.portal.web.progress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Counts wrong query codes per address, so that codes cannot be guessed through: eight signs and ten tries in ten
 * minutes leave no hope. Kept in memory, bounded; each process counts for itself.
 */
@Component
class WrongTries {

    static final int ALLOWED = 10;
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int MOST_ADDRESSES = 20_000;

    private record Count(Instant since, int wrong) {}

    private final Clock clock;

    private final Map<String, Count> counts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    WrongTries(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean mayTry(String address) {
        var count = counts.get(address);
        return count == null || isOver(count) || count.wrong() < ALLOWED;
    }

    synchronized void wrong(String address) {
        var count = counts.get(address);
        counts.put(
                address,
                count == null || isOver(count)
                        ? new Count(clock.instant(), 1)
                        : new Count(count.since(), count.wrong() + 1));
    }

    private boolean isOver(Count count) {
        return count.since().plus(WINDOW).isBefore(clock.instant());
    }
}

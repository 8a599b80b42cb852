package org.tongqu.platform.matter.hall;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A window as it is now. */
public record ServiceWindow(String hall, int number, Set<String> lines, State state, Optional<Clerk> clerk) {

    public enum State {
        CLOSED,
        OPEN,
        PAUSED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param since when they sat down or paused */
    public record Clerk(String staff, String name, Instant since) {}

    public ServiceWindow {
        lines = Set.copyOf(lines);
    }
}

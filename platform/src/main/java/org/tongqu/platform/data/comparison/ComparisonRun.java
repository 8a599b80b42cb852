package org.tongqu.platform.data.comparison;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.tongqu.platform.data.catalog.Coded;

/**
 * One time that a job was done.
 *
 * @param reason why it could not be; empty when it was
 */
public record ComparisonRun(
        long id, Reach reach, Instant started, Instant ended, String by, Counts counts, Reason reason) {

    public enum Reach implements Coded {
        ALL,
        CHANGED
    }

    /**
     * What it came to.
     *
     * @param touched keys looked at; none when it was all of them
     * @param gone findings that closed by themselves
     * @param rows of the delivery that are compared with a register, whether they were looked at or not; none where two
     *     deliveries are compared
     */
    public record Counts(OptionalLong touched, long found, long fresh, long gone, OptionalLong rows) {
        public static final Counts NOTHING = new Counts(OptionalLong.empty(), 0, 0, 0, OptionalLong.empty());
    }

    /** @param code of {@link org.tongqu.platform.data.exchange.DeliveredTables.Unseen}; empty when it was done */
    public record Reason(String code, String detail) {
        public static final Reason NONE = new Reason("", "");
    }

    public boolean isDone() {
        return reason.code().isEmpty();
    }

    public Duration took() {
        return Duration.between(started, ended);
    }

    public ComparisonRun counting(Counts other) {
        return new ComparisonRun(id, reach, started, ended, by, other, reason);
    }

    public ComparisonRun refused(Reason why) {
        return new ComparisonRun(id, reach, started, ended, by, counts, why);
    }

    public ComparisonRun endedAt(Instant at) {
        return new ComparisonRun(id, reach, started, at, by, counts, reason);
    }
}

package org.tongqu.platform.data.comparison;

import java.util.Collection;
import java.util.Optional;
import org.tongqu.platform.data.comparison.Finding.State;

/**
 * How far deliveries agree with registers.
 *
 * @param rows of the deliveries as they were when they were last compared
 * @param unsettled findings that are open or at their source
 * @param excused that their source says to be right
 */
public record Agreeing(long rows, long unsettled, long excused, long closed) {

    private static final long WHOLE = 1000;

    public static Agreeing of(Collection<JobStanding> standings) {
        return new Agreeing(
                standings.stream().mapToLong(Agreeing::rows).sum(),
                standings.stream().mapToLong(JobStanding::unsettled).sum(),
                standings.stream().mapToLong(one -> one.count(State.EXCUSED)).sum(),
                standings.stream().mapToLong(one -> one.count(State.CLOSED)).sum());
    }

    private static long rows(JobStanding standing) {
        return standing.last().map(run -> run.counts().rows().orElse(0)).orElse(0L);
    }

    /** Rows that say what the register says, of a thousand, never rounded up; nothing where no row was compared. */
    public Optional<Long> thousandths() {
        return rows == 0 ? Optional.empty() : Optional.of(Math.max(0, rows - unsettled - excused) * WHOLE / rows);
    }
}

package org.tongqu.platform.data.exchange;

import java.time.Instant;
import java.util.Optional;
import org.tongqu.platform.data.catalog.Coded;

/**
 * One try to move a flow's rows.
 *
 * @param agreement under which it ran, or that does not permit it; none when there is none
 * @param rows of this run alone
 * @param digest over what the target got, as both sides can compute it; empty while it is not complete
 * @param by who started it, {@code system} for the schedule
 */
public record Run(
        long id,
        String flow,
        Optional<String> agreement,
        State state,
        Reason reason,
        Rows rows,
        String digest,
        String by,
        Instant started,
        Optional<Instant> ended) {

    /** How it stands. */
    public enum State implements Coded {
        RUNNING,
        COMPLETE,
        /** As many rows as agreed for one run; the next goes on behind them. */
        LIMITED,
        /** Told to; the next goes on behind the last row that is safe. */
        STOPPED,
        REFUSED,
        FAILED,
        /** The program ended under it. */
        CUT_SHORT
    }

    /** Rows that were read, and what became of them. */
    public record Rows(long read, long written, long setAside) {
        public static final Rows NONE = new Rows(0, 0, 0);
    }
}

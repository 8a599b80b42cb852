package org.tongqu.exchange.table;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongqu.exchange.source.Reading;

/**
 * How far a run has come; committed with every batch.
 *
 * @param run counted from 1 for each flow into this target
 * @param since what the run reads from on, see {@link Reading#since}
 * @param moment what the next run reads from on
 * @param filling whether the target was empty when the run began, so that rows can go into it directly
 */
record RunState(
        String flow,
        long run,
        Mode mode,
        Stage stage,
        List<String> position,
        Counts counts,
        Optional<String> since,
        String moment,
        Filling filling,
        KeyRanges ranges,
        Instant started) {

    /** Where in a run it is. */
    enum Stage {
        WITH_KEY,
        WITHOUT_KEY,
        FINISHED
    }

    /** How rows reach the target. */
    enum Filling {
        EMPTY_TARGET,
        REPLACING
    }

    /** Rows so far; read is what was written and what was set aside. */
    record Counts(long read, long written, long setAside) {
        static final Counts NONE = new Counts(0, 0, 0);

        Counts plus(long moreRead, long moreWritten, long moreSetAside) {
            return new Counts(read + moreRead, written + moreWritten, setAside + moreSetAside);
        }
    }

    /** Of rows that are written beside a run, under its number: they replace what is there. */
    static RunState beside(String flow, long run) {
        return new RunState(
                flow,
                run,
                Mode.FULL,
                Stage.WITH_KEY,
                List.of(),
                Counts.NONE,
                Optional.empty(),
                "",
                Filling.REPLACING,
                new KeyRanges(),
                Instant.EPOCH);
    }

    boolean isBeside() {
        return started.equals(Instant.EPOCH);
    }

    RunState at(Stage next, List<String> reached, Counts sum) {
        return new RunState(flow, run, mode, next, reached, sum, since, moment, filling, ranges, started);
    }

    RunState from(String firstMoment) {
        return new RunState(flow, run, mode, stage, position, counts, since, firstMoment, filling, ranges, started);
    }

    Reading.Part part() {
        return stage == Stage.WITH_KEY ? Reading.Part.WITH_KEY : Reading.Part.WITHOUT_KEY;
    }
}

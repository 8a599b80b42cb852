package org.tongqu.exchange.parcels;

import java.util.List;
import org.tongqu.exchange.mapping.Failure;
import org.tongqu.exchange.source.Reading;

/**
 * Rows that reach the target together, with those that do not. Every line behind {@code before} is either a row or set
 * aside; rows have the lines that nothing set aside has, in their order.
 *
 * @param order under which it was read, as the centre numbers them
 * @param before lines of the run that were read before
 */
public record Parcel(
        long order,
        String flow,
        long run,
        Reading.Part part,
        long before,
        Tuples rows,
        List<Aside> aside,
        Reached reached) {

    public Parcel {
        aside = List.copyOf(aside);
    }

    /** A row that may not pass. @param row the source's columns as JSON */
    public record Aside(long line, String key, Failure failure, String row) {}

    /**
     * How far it came.
     *
     * @param moment what the next run reads from on
     */
    public record Reached(List<String> position, String moment, End end) {
        public Reached {
            position = List.copyOf(position);
        }
    }

    /** What comes behind it. */
    public enum End {
        MORE,
        /** Rows that lack what gives the order; they are read by themselves. */
        PART,
        NOTHING,
        /** Rows that may not be read now. */
        CUT
    }

    /** Lines that it is about. */
    public long read() {
        return rows.count() + (long) aside.size();
    }
}

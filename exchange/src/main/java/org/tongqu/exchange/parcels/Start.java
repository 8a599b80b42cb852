package org.tongqu.exchange.parcels;

import java.util.List;
import java.util.Optional;
import org.tongqu.exchange.source.Reading;

/**
 * Where the reading of a run begins, or goes on.
 *
 * @param run counted from 1 for each flow into its target
 * @param read lines that are safe in the target
 * @param position the order columns of the last of them; empty for the beginning
 * @param since see {@link Reading#since}
 * @param moment of the run's first reading; empty before it
 */
public record Start(
        long run, Reading.Part part, long read, List<String> position, Optional<String> since, String moment) {

    public Start {
        position = List.copyOf(position);
    }
}

package org.tongqu.exchange.table;

import java.util.List;
import java.util.Optional;

/**
 * Which part of the source a run read.
 *
 * @param since what it read from on, as the source says it; all rows when empty
 * @param until what the next run reads from on
 * @param position the key behind which a run that was stopped is carried on; empty when it reached the end
 */
public record Span(Optional<String> since, String until, List<String> position) {

    public Span {
        position = List.copyOf(position);
    }
}

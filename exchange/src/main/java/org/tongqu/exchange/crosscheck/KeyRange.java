package org.tongqu.exchange.crosscheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Some of the rows of one side: those whose first column of the key lies between two values, as the database orders it. Rows
 * without that column are in the last range.
 *
 * @param from the least value; none in the first range
 * @param below the first value that is not in it any more; none in the last range
 */
public record KeyRange(Optional<String> from, Optional<String> below) {

    /** The rows, cut at these values. */
    static List<KeyRange> cutAt(List<String> cuts) {
        List<KeyRange> ranges = new ArrayList<>();
        Optional<String> from = Optional.empty();
        for (var cut : cuts) {
            ranges.add(new KeyRange(from, Optional.of(cut)));
            from = Optional.of(cut);
        }
        ranges.add(new KeyRange(from, Optional.empty()));
        return ranges;
    }
}

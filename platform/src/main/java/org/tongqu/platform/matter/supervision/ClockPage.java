package org.tongqu.platform.matter.supervision;

import java.util.List;
import java.util.Optional;

/**
 * One page of rows.
 *
 * @param next where the next page begins; empty on the last
 */
public record ClockPage(List<ClockRow> rows, Optional<String> next) {
    public ClockPage {
        rows = List.copyOf(rows);
    }
}

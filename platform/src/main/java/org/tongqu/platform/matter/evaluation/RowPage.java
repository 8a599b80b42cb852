package org.tongqu.platform.matter.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Rows behind a figure, in the order of their keys.
 *
 * @param next after which key the next page begins
 */
public record RowPage(List<Row> rows, Optional<String> next) {

    public RowPage {
        rows = List.copyOf(rows);
    }

    /**
     * @param key as the measure names it
     * @param number by which people name it; empty where it must not tell whose it is
     * @param day nothing where it is not there any more
     * @param amount how much it counted
     */
    public record Row(
            String key, String number, String title, Optional<LocalDate> day, String organisation, BigDecimal amount) {}

    /** Which rows: those of one measure, but for those of another. */
    public record Asked(Measure measure, Optional<Measure> without) {}
}

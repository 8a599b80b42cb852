package org.tongqu.platform.operate.sheets;

import java.util.List;
import java.util.Set;

/**
 * A line of a table, as it stands there.
 *
 * @param number as the spreadsheet program counts, from 1
 * @param cells by column, without the spaces around them
 * @param formulas the columns in which a formula stands
 */
public record SheetRow(String sheet, int number, List<String> cells, Set<Integer> formulas) {

    public SheetRow {
        cells = List.copyOf(cells);
        formulas = Set.copyOf(formulas);
    }

    /** Empty where the line has no such column. */
    public String cell(int column) {
        return column < 0 || column >= cells.size() ? "" : cells.get(column);
    }

    public boolean isBlank() {
        return cells.stream().allMatch(String::isEmpty) && formulas.isEmpty();
    }

    /** A column as the spreadsheet program names it: A, B, … Z, AA. */
    public static String letters(int column) {
        var letter = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? letter : letters(column / 26 - 1) + letter;
    }
}

package org.tongqu.platform.operate.sheets;

import java.util.List;
import java.util.stream.Stream;
import org.tongqu.design.Texts;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;

/**
 * One thing that is wrong in a table that was handed in.
 *
 * @param column as people find it
 * @param found  what stands there; a cell may hold a whole book
 * @param why    in words
 */
public record FaultLine(int row, Cell column, String found, String why) {

    private static final int SHOWN = 60;

    /** @param words under which the texts have {@code faults} and the headings, each after {@code fault} */
    public static DataTable table(Texts texts, String words, List<FaultLine> lines) {
        return new DataTable(
                texts,
                texts.say(words + ".faults", lines.size()),
                Stream.of("row", "column", "found", "why")
                        .map(name -> Column.of(texts.say(words + ".fault." + name)))
                        .toList(),
                lines.stream().map(FaultLine::told).toList(),
                EmptyState.of("", ""),
                "");
    }

    private Row told() {
        return Row.of(
                new Cell.Words(String.valueOf(row)), column, new Cell.Words(shortened(found)), new Cell.Words(why));
    }

    /** The beginning of a long one. */
    public static String shortened(String found) {
        return found.length() > SHOWN ? found.substring(0, SHOWN) + "…" : found;
    }
}

package org.tongqu.exchange.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.tongqu.exchange.mapping.SourceField;
import org.tongqu.exchange.wire.Cell;
import org.tongqu.exchange.wire.CellReader;
import org.tongqu.exchange.wire.Row;

/** Some cells of the row before, copied, since the row itself is gone when the next one is there. */
final class LastCells {

    private final int[] cells;
    private final byte[][] kept;
    private final int[] lengths;
    private boolean known;

    LastCells(int[] cells) {
        this.cells = cells;
        this.kept = new byte[cells.length][64];
        this.lengths = new int[cells.length];
    }

    boolean isKnown() {
        return known;
    }

    void keep(Row row) {
        known = true;
        for (int i = 0; i < cells.length; i++) {
            var length = row.length(cells[i]);
            lengths[i] = length;
            if (length > kept[i].length) {
                kept[i] = new byte[length * 2];
            }
            if (length > 0) {
                System.arraycopy(row.bytes(), row.start(cells[i]), kept[i], 0, length);
            }
        }
    }

    /** Whether these of the cells, none of them empty, are as they were in the row before. */
    boolean isSame(Row row, int[] some) {
        for (int cell : some) {
            for (int i = 0; i < cells.length; i++) {
                if (cells[i] == cell && (lengths[i] < 0 || !row.isSame(cell, kept[i], 0, lengths[i]))) {
                    return false;
                }
            }
        }
        return true;
    }

    List<String> texts(List<SourceField> fields) {
        List<String> texts = new ArrayList<>();
        var row = new Row(1);
        var cell = new Cell();
        for (int i = 0; i < cells.length; i++) {
            row.in(kept[i]);
            row.place(0, 0, lengths[i]);
            CellReader.read(fields.get(cells[i]).type(), row, 0, cell);
            cell.toText();
            texts.add(cell.isNothing() ? "" : new String(cell.bytes(), cell.start(), cell.length(), UTF_8));
        }
        return texts;
    }
}

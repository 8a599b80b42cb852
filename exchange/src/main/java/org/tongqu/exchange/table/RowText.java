package org.tongqu.exchange.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tongqu.engines.exchanges.Column;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.mapping.SourceField;
import org.tongqu.exchange.wire.Cell;
import org.tongqu.exchange.wire.CellReader;
import org.tongqu.exchange.wire.Row;
import org.tongqu.exchange.wire.Texts;

/** A row of the source as JSON with texts, for people to look at and repair. */
final class RowText {

    /** Longer texts are cut in the quarantine; the row can be read again at its source. */
    private static final int LONGEST = 8192;

    private final List<SourceField> fields;
    private final Map<String, Column.Cover> covers;
    private final Cell cell = new Cell();

    RowText(List<SourceField> fields) {
        this(fields, Map.of());
    }

    private RowText(List<SourceField> fields, Map<String, Column.Cover> covers) {
        this.fields = fields;
        this.covers = covers;
    }

    /** What the target may not see is not shown in its quarantine either. */
    static RowText covered(Flow flow, List<SourceField> fields) {
        Map<String, Column.Cover> covers = new HashMap<>();
        for (var column : flow.columns()) {
            column.cover().ifPresent(cover -> column.origin().fields().forEach(field -> covers.put(field, cover)));
        }
        return new RowText(fields, covers);
    }

    String json(Row row) {
        var text = new StringBuilder("{");
        for (int i = 0; i < fields.size(); i++) {
            text.append(i == 0 ? "" : ",");
            quote(fields.get(i).name(), text);
            text.append(':');
            var value = shown(row, i);
            if (value.isEmpty() && row.isNull(i)) {
                text.append("null");
            } else {
                quote(value, text);
            }
        }
        return text.append('}').toString();
    }

    /** The text of a cell as people may see it. */
    String shown(Row row, int index) {
        var value = text(row, index);
        var cover = covers.get(fields.get(index).name());
        return cover == null || value.isEmpty() ? value : cover.covered(value);
    }

    /** The text of a cell; bytes that are no text are shown in hexadecimal after {@code \x}. */
    String text(Row row, int index) {
        CellReader.read(fields.get(index).type(), row, index, cell);
        cell.toText();
        if (cell.isNothing()) {
            return "";
        }
        var length = Math.min(cell.length(), LONGEST);
        return Texts.signs(cell.bytes(), cell.start(), cell.length()) < 0
                ? "\\x" + HexFormat.of().formatHex(cell.bytes(), cell.start(), cell.start() + length)
                : cell.length() > LONGEST
                        ? new String(cell.bytes(), cell.start(), cell.length(), UTF_8).substring(0, LONGEST / 4)
                        : new String(cell.bytes(), cell.start(), cell.length(), UTF_8);
    }

    private static void quote(String value, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            var sign = value.charAt(i);
            if (sign == '"' || sign == '\\') {
                text.append('\\').append(sign);
            } else if (sign < ' ') {
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) sign));
            } else {
                text.append(sign);
            }
        }
        text.append('"');
    }
}

package org.tongqu.exchange.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.List;
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
    private final Cell cell = new Cell();

    RowText(List<SourceField> fields) {
        this.fields = fields;
    }

    String json(Row row) {
        var text = new StringBuilder("{");
        for (int i = 0; i < fields.size(); i++) {
            text.append(i == 0 ? "" : ",");
            quote(fields.get(i).name(), text);
            text.append(':');
            var value = text(row, i);
            if (value.isEmpty() && row.isNull(i)) {
                text.append("null");
            } else {
                quote(value, text);
            }
        }
        return text.append('}').toString();
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
                text.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) sign));
            } else {
                text.append(sign);
            }
        }
        text.append('"');
    }
}

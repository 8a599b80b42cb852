package org.tongqu.exchange.binlog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.shyiko.mysql.binlog.event.deserialization.AbstractRowsEventDataDeserializer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongqu.exchange.source.Encoded;
import org.tongqu.exchange.source.MariaDbTexts;
import org.tongqu.exchange.wire.TupleWriter;

/** Makes of one column's cells in the log what a reading of the table gives: mostly the text the server shows. */
final class CellMaker {

    private static final int YEARS_BEFORE = 1900;
    private static final String OLD_YEARS = "year(2)";

    private final LoggedColumn column;
    private final CellKind kind;
    private final @Nullable Encoded encoded;
    private final List<byte[]> labels;
    private final int filledTo;

    CellMaker(LoggedColumn column, CellKind kind) {
        this.column = column;
        this.kind = kind;
        this.encoded = column.isText()
                ? column.encoding()
                        .filter(set -> !set.equals(UTF_8))
                        .map(Encoded::new)
                        .orElse(null)
                : null;
        this.labels = new ArrayList<>();
        if (kind.code() == CellKind.ENUM || kind.code() == CellKind.SET) {
            column.labels().forEach(label -> labels.add(label.getBytes(UTF_8)));
        }
        this.filledTo = column.filledTo();
    }

    /** @param at where the value begins, behind its length */
    void make(byte[] bytes, int at, int length, TupleWriter out) {
        switch (kind.code()) {
            case CellKind.FLOAT ->
                out.int8(Double.doubleToRawLongBits(Float.intBitsToFloat((int) LogBytes.little(bytes, at, length))));
            case CellKind.DOUBLE -> out.int8(LogBytes.little(bytes, at, length));
            case CellKind.STRING, CellKind.VARCHAR, CellKind.VAR_STRING, CellKind.BLOB -> text(bytes, at, length, out);
            case CellKind.ENUM -> put(label(Math.toIntExact(LogBytes.little(bytes, at, length))), out);
            case CellKind.SET -> put(labels(LogBytes.little(bytes, at, length)), out);
            default -> put(shown(bytes, at, length).getBytes(ISO_8859_1), out);
        }
    }

    private static void put(byte[] value, TupleWriter out) {
        out.cell(value, 0, value.length);
    }

    private void text(byte[] bytes, int at, int length, TupleWriter out) {
        if (column.type().equals("binary")) {
            // Zeros at its end are not in the log.
            put(Arrays.copyOf(Arrays.copyOfRange(bytes, at, at + length), Math.toIntExact(column.width())), out);
            return;
        }
        var cut = Math.min(length, MariaDbTexts.LARGEST_CELL + 1);
        if (encoded == null) {
            out.cell(bytes, at, cut);
        } else {
            put(encoded.utf8(Arrays.copyOfRange(bytes, at, at + cut)), out);
        }
    }

    private String shown(byte[] bytes, int at, int length) {
        return switch (kind.code()) {
            case CellKind.TINY, CellKind.SHORT, CellKind.INT24, CellKind.LONG, CellKind.LONGLONG ->
                filled(number(LogBytes.little(bytes, at, length), length));
            case CellKind.NEWDECIMAL ->
                filled(AbstractRowsEventDataDeserializer.asBigDecimal(
                                kind.precision(), kind.scale(), Arrays.copyOfRange(bytes, at, at + length))
                        .setScale(kind.scale())
                        .toPlainString());
            case CellKind.BIT -> Long.toUnsignedString(LogBytes.big(bytes, at, length));
            case CellKind.YEAR -> year(bytes[at] & 0xff);
            default -> Moments.shown(kind, bytes, at);
        };
    }

    private String number(long raw, int length) {
        if (column.isUnsigned()) {
            return Long.toUnsignedString(raw);
        }
        var above = Long.SIZE - length * Byte.SIZE;
        return Long.toString(raw << above >> above);
    }

    private String filled(String digits) {
        return digits.length() < filledTo ? "0".repeat(filledTo - digits.length()) + digits : digits;
    }

    private String year(int years) {
        var year = years == 0 ? 0 : YEARS_BEFORE + years;
        return column.declared().equals(OLD_YEARS) ? Moments.digits(year % 100, 2) : Moments.digits(year, 4);
    }

    /** 0 is what the server keeps for a value that was none of the labels: nothing is written there. */
    private byte[] label(int number) {
        return number == 0 ? new byte[0] : labels.get(number - 1);
    }

    private byte[] labels(long bits) {
        var text = new StringBuilder();
        for (int i = 0; i < labels.size(); i++) {
            if ((bits >>> i & 1) == 1) {
                text.append(text.isEmpty() ? "" : ",").append(new String(labels.get(i), UTF_8));
            }
        }
        return text.toString().getBytes(UTF_8);
    }
}

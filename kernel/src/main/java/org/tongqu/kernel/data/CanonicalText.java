package org.tongqu.kernel.data;

import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.TreeMap;

/** Writes the canonical text described at {@link Datum#canonical()}. */
final class CanonicalText {

    /** Beyond this many zeros a number is written with an exponent: 1E+999999999 must not fill the memory. */
    private static final int LONGEST_RUN_OF_ZEROS = 64;

    private CanonicalText() {}

    static void write(Datum datum, StringBuilder out) {
        switch (datum) {
            case Datum.Nothing nothing -> out.append("null");
            case Datum.Truth(var value) -> out.append(value);
            case Datum.Number(var value) -> out.append(number(value));
            case Datum.Text(var value) -> quote(value, out);
            case Datum.Items(var values) -> {
                var separator = "[";
                for (var value : values) {
                    out.append(separator);
                    write(value, out);
                    separator = ",";
                }
                out.append(values.isEmpty() ? "[]" : "]");
            }
            case Datum.Fields(var values) -> {
                var separator = "{";
                for (var field : new TreeMap<>(values).entrySet()) {
                    out.append(separator);
                    quote(field.getKey(), out);
                    out.append(':');
                    write(field.getValue(), out);
                    separator = ",";
                }
                out.append(values.isEmpty() ? "{}" : "}");
            }
        }
    }

    private static String number(BigDecimal value) {
        return Math.abs((long) value.scale()) > LONGEST_RUN_OF_ZEROS ? value.toString() : value.toPlainString();
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            var unit = text.charAt(i);
            switch (unit) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (unit < ' ' || isUnpaired(text, i)) {
                        out.append("\\u").append(HexFormat.of().toHexDigits(unit));
                    } else {
                        out.append(unit);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean isUnpaired(String text, int i) {
        var unit = text.charAt(i);
        if (Character.isHighSurrogate(unit)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(unit) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}

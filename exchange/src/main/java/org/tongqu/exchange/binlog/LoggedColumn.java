package org.tongqu.exchange.binlog;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A column as the server's dictionary says what the bytes of the log mean.
 *
 * @param type e.g. {@code decimal}
 * @param declared e.g. {@code decimal(12,2) unsigned zerofill}
 * @param encoding of its texts; nothing when they cannot be read here
 * @param width bytes of a text at most
 */
record LoggedColumn(String name, String type, String declared, Optional<Charset> encoding, long width) {

    private static final Set<String> TEXTS = Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext");
    private static final Set<String> BYTES =
            Set.of("binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob");
    private static final Set<String> OTHERS = Set.of(
            "tinyint",
            "smallint",
            "mediumint",
            "int",
            "bigint",
            "decimal",
            "float",
            "double",
            "bit",
            "year",
            "date",
            "time",
            "datetime",
            "timestamp",
            "enum",
            "set");

    boolean isText() {
        return TEXTS.contains(type);
    }

    boolean isBytes() {
        return BYTES.contains(type);
    }

    boolean isUnsigned() {
        return declared.contains("unsigned");
    }

    /** To how many digits a number is filled with zeros; 0 when it is not. */
    int filledTo() {
        if (!declared.contains("zerofill")) {
            return 0;
        }
        var inside = declared.substring(declared.indexOf('(') + 1, declared.indexOf(')'))
                .split(",", -1);
        var digits = Integer.parseInt(inside[0]);
        // A number with a point has it beside its digits.
        return inside.length > 1 && !"0".equals(inside[1]) ? digits + 1 : digits;
    }

    /** Whether a cell of the log can be read as a reading of the table would have it. */
    boolean isKnown() {
        if (declared.contains("compressed")) {
            return false;
        }
        return isBytes() || (isText() ? encoding.isPresent() : OTHERS.contains(type));
    }

    /** Whether the log has a cell of this column under a type, the real one of those that share a number. */
    boolean isLoggedAs(int code) {
        return switch (type) {
            case "tinyint" -> code == CellKind.TINY;
            case "smallint" -> code == CellKind.SHORT;
            case "mediumint" -> code == CellKind.INT24;
            case "int" -> code == CellKind.LONG;
            case "bigint" -> code == CellKind.LONGLONG;
            case "decimal" -> code == CellKind.NEWDECIMAL;
            case "float" -> code == CellKind.FLOAT;
            case "double" -> code == CellKind.DOUBLE;
            case "bit" -> code == CellKind.BIT;
            case "year" -> code == CellKind.YEAR;
            case "date" -> code == CellKind.DATE || code == CellKind.NEWDATE;
            case "time" -> code == CellKind.TIME || code == CellKind.TIME2;
            case "datetime" -> code == CellKind.DATETIME || code == CellKind.DATETIME2;
            case "timestamp" -> code == CellKind.TIMESTAMP || code == CellKind.TIMESTAMP2;
            case "char", "binary" -> code == CellKind.STRING;
            case "varchar", "varbinary" -> code == CellKind.VARCHAR || code == CellKind.VAR_STRING;
            case "enum" -> code == CellKind.ENUM;
            case "set" -> code == CellKind.SET;
            default -> code == CellKind.BLOB;
        };
    }

    /** The labels of an {@code enum} or {@code set} in their order. */
    List<String> labels() {
        List<String> labels = new ArrayList<>();
        var label = new StringBuilder();
        var isInside = false;
        for (int i = declared.indexOf('(') + 1; i < declared.length(); i++) {
            var sign = declared.charAt(i);
            if (!isInside) {
                isInside = sign == '\'';
            } else if (sign != '\'') {
                label.append(sign);
            } else if (i + 1 < declared.length() && declared.charAt(i + 1) == '\'') {
                label.append(sign);
                i++;
            } else {
                labels.add(label.toString());
                label.setLength(0);
                isInside = false;
            }
        }
        return labels;
    }

    /** What must be the same for a row that was logged earlier to be read by this description. */
    String mark() {
        return name + " "
                + (type.equals("enum") || type.equals("set")
                        ? declared
                        : type + " " + isUnsigned() + filledTo() + encoding);
    }
}

package org.tongqu.exchange.crosscheck;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.tongqu.exchange.SqlName;

/** Of what kind the columns of a table are, so that two values are the same text exactly where they are the same value. */
record ColumnKinds(Map<String, String> types) {

    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "name");
    private static final Set<String> NUMBERS = Set.of("int2", "int4", "int8", "numeric");
    private static final Set<String> ALIKE =
            Set.of("date", "time", "timestamp", "timestamptz", "bool", "uuid", "text", "varchar", "bpchar", "name");

    static ColumnKinds of(Connection connection, String table) throws SQLException {
        try (var statement = connection.prepareStatement("""
                SELECT attname, typname || CASE WHEN collisdeterministic IS FALSE THEN ' that is not told apart' ELSE '' END
                FROM pg_attribute JOIN pg_type ON pg_type.oid = atttypid
                LEFT JOIN pg_collation ON pg_collation.oid = attcollation
                WHERE attrelid = to_regclass(?) AND attnum > 0 AND NOT attisdropped""")) {
            statement.setString(1, SqlName.table(table));
            Map<String, String> types = new HashMap<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    types.put(rows.getString(1), rows.getString(2));
                }
            }
            return new ColumnKinds(types);
        }
    }

    private String type(String column) {
        return types.getOrDefault(column, "");
    }

    /** Whether two keys are the same value where {@link #key} of them is the same. */
    boolean isComparable(String column, ColumnKinds others, String other) {
        var one = type(column);
        var two = others.type(other);
        return TEXTS.contains(one) && TEXTS.contains(two)
                || NUMBERS.contains(one) && NUMBERS.contains(two)
                || ALIKE.contains(one) && one.equals(two);
    }

    /** As a text that is the same for the same value. */
    String key(String column) {
        var name = "a." + SqlName.column(column);
        return NUMBERS.contains(type(column)) ? "trim_scale(" + name + "::numeric)::text" : name + "::text";
    }

    /** Whether two fields that are to say the same differ as values exactly where {@link #said} of them differs. */
    boolean isSaid(String column, ColumnKinds others, String other) {
        return !type(column).equals(others.type(other)) || isComparable(column, others, other);
    }

    /** What a field says: as a value where the other is of the same type, or else as the text that stands there. */
    String said(String column, ColumnKinds others, String other) {
        return type(column).equals(others.type(other)) ? key(column) : "a." + SqlName.column(column) + "::text";
    }
}

package org.tongqu.exchange.binlog;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tongqu.exchange.source.MariaDbTexts;
import org.tongqu.kernel.proof.Digest;

/**
 * What the server's dictionary says of the table that is followed.
 *
 * @param isVersioned whether the server keeps old rows in it, which the log tells like new ones
 * @param areNamesAlike whether the server takes names in capitals for the same
 */
record LoggedTable(
        String schema, String table, List<LoggedColumn> columns, boolean isVersioned, boolean areNamesAlike) {

    LoggedTable {
        columns = List.copyOf(columns);
    }

    /** Without columns when there is no such table or the login may not read it. */
    static LoggedTable read(Connection connection, String name) throws SQLException {
        var point = name.indexOf('.');
        var table = name.substring(point + 1);
        var schema = point < 0 ? connection.getCatalog() : name.substring(0, point);
        var isVersioned = false;
        var areNamesAlike = false;
        List<LoggedColumn> columns = new ArrayList<>();
        try (var statement = connection.prepareStatement("""
                SELECT c.column_name, lower(c.data_type), c.column_type, coalesce(c.character_set_name, ''),
                       coalesce(c.character_octet_length, 0), t.table_type = 'SYSTEM VERSIONED',
                       @@lower_case_table_names
                  FROM information_schema.columns c
                  JOIN information_schema.tables t USING (table_schema, table_name)
                 WHERE c.table_schema = ? AND c.table_name = ?
                 ORDER BY c.ordinal_position
                """)) {
            statement.setString(1, schema);
            statement.setString(2, table);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    isVersioned = rows.getBoolean(6);
                    areNamesAlike = rows.getInt(7) > 0;
                    var type = rows.getString(2);
                    columns.add(new LoggedColumn(
                            rows.getString(1),
                            type,
                            declared(type, rows.getString(3)),
                            MariaDbTexts.encoding(rows.getString(4)),
                            rows.getLong(5)));
                }
            }
        }
        return new LoggedTable(schema, table, columns, isVersioned, areNamesAlike);
    }

    /** Labels stay as they are written. */
    private static String declared(String type, String column) {
        return type.equals("enum") || type.equals("set") ? column : column.toLowerCase(Locale.ROOT);
    }

    String quoted() {
        return '`' + schema.replace("`", "``") + "`.`" + table.replace("`", "``") + '`';
    }

    boolean isNamed(String otherSchema, String otherTable) {
        return areNamesAlike
                ? table.equalsIgnoreCase(otherTable) && schema.equalsIgnoreCase(otherSchema)
                : table.equals(otherTable) && schema.equals(otherSchema);
    }

    Optional<LoggedColumn> find(String name) {
        var place = indexOf(name);
        return place < 0 ? Optional.empty() : Optional.of(columns.get(place));
    }

    int indexOf(String name) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).name().equals(name))
                .findFirst()
                .orElse(-1);
    }

    /** Those that are not there, or whose cells cannot be read from the log. */
    List<String> unknown(List<String> fields) {
        return fields.stream()
                .filter(name ->
                        isVersioned || find(name).filter(LoggedColumn::isKnown).isEmpty())
                .toList();
    }

    /**
     * A mark of where these columns are and what they are: a log is read by the same description it was left with,
     * since it says neither names nor signs of its own accord.
     */
    String mark(List<String> fields) {
        var all = fields.stream()
                .map(name ->
                        indexOf(name) + " " + find(name).map(LoggedColumn::mark).orElse(""))
                .collect(Collectors.joining("\n"));
        return Digest.of(all.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 16);
    }
}

package org.tongqu.exchange.inventory;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.inventory.FoundTable.Column;
import org.tongqu.exchange.inventory.FoundTable.Kind;
import org.tongqu.exchange.inventory.FoundTable.Place;

/**
 * Asks a database what tables it has. Three questions are asked however many there are; of more than {@link #MOST} tables
 * the first by name are told. What belongs to the database itself, or to an exchange, is left out.
 */
public final class Inventory {

    public static final int MOST = 2_000;

    private static final Set<String> NOT_THEIRS = Set.of(
            "information_schema", "pg_catalog", "pg_toast", "mysql", "performance_schema", "sys", "tongqu_exchange");

    /** In MariaDB and MySQL an exchange has no schema of its own. */
    private static final Set<String> OF_AN_EXCHANGE =
            Set.of("tongqu_run", "tongqu_receipt", "tongqu_quarantine", "tongqu_feed");

    /** Longer ones are no longer a name or a number but a text. */
    private static final int LONGEST = 4_000;

    /** PostgreSQL says this of a numeric without limit. */
    private static final int NO_LIMIT = 1_000;

    private Inventory() {}

    /** Tables and views by their paths. @throws SQLException when the database cannot be entered or asked */
    public static List<FoundTable> of(Login login) throws SQLException {
        try (var connection = login.open()) {
            connection.setReadOnly(true);
            var found = tables(connection);
            var keys = keys(connection);
            columns(connection, found, keys);
            return found.values().stream()
                    .map(table -> new FoundTable(table.schema, table.name, table.remark, table.columns))
                    .sorted((one, other) -> one.path().compareTo(other.path()))
                    .limit(MOST)
                    .toList();
        }
    }

    /** A table whose columns are still coming. */
    private record Open(String schema, String name, String remark, List<Column> columns) {}

    private static Map<String, Open> tables(Connection connection) throws SQLException {
        Map<String, Open> found = new LinkedHashMap<>();
        var kinds = new String[] {"TABLE", "BASE TABLE", "VIEW", "PARTITIONED TABLE", "FOREIGN TABLE"};
        try (var rows = connection.getMetaData().getTables(connection.getCatalog(), null, "%", kinds)) {
            while (rows.next()) {
                var schema = schema(rows);
                var name = text(rows, "TABLE_NAME");
                if (!NOT_THEIRS.contains(schema.toLowerCase(Locale.ROOT)) && !OF_AN_EXCHANGE.contains(name)) {
                    var table = new Open(schema, name, text(rows, "REMARKS"), new ArrayList<>());
                    found.put(schema + "." + table.name(), table);
                }
            }
        }
        return found;
    }

    private static void columns(Connection connection, Map<String, Open> found, Set<String> keys) throws SQLException {
        try (var rows = connection.getMetaData().getColumns(connection.getCatalog(), null, "%", "%")) {
            while (rows.next()) {
                var path = schema(rows) + "." + text(rows, "TABLE_NAME");
                var table = found.get(path);
                if (table != null) {
                    table.columns().add(column(rows, keys.contains(path + "." + text(rows, "COLUMN_NAME"))));
                }
            }
        }
    }

    private static Column column(ResultSet row, boolean isKey) throws SQLException {
        var size = row.getInt("COLUMN_SIZE");
        var kind = kind(row.getInt("DATA_TYPE"), size, row.getInt("DECIMAL_DIGITS"));
        var measured = kind == Kind.TEXT || kind == Kind.DECIMAL;
        var required = row.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls;
        return new Column(
                text(row, "COLUMN_NAME"),
                text(row, "REMARKS"),
                kind,
                measured ? size : 0,
                isKey ? Place.KEY : required ? Place.REQUIRED : Place.OPTIONAL);
    }

    private static Kind kind(int type, int size, int digits) {
        return switch (type) {
            case Types.CHAR, Types.VARCHAR, Types.NCHAR, Types.NVARCHAR ->
                size > 0 && size <= LONGEST ? Kind.TEXT : Kind.LONG_TEXT;
            case Types.LONGVARCHAR, Types.LONGNVARCHAR, Types.CLOB, Types.NCLOB -> Kind.LONG_TEXT;
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Kind.INTEGER;
            case Types.NUMERIC, Types.DECIMAL ->
                size <= 0 || size >= NO_LIMIT ? Kind.FLOATING : digits == 0 ? Kind.INTEGER : Kind.DECIMAL;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> Kind.FLOATING;
            case Types.DATE -> Kind.DAY;
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> Kind.MOMENT;
            case Types.BIT, Types.BOOLEAN -> Kind.TRUTH;
            default -> Kind.OTHER;
        };
    }

    /** Paths of the columns of primary keys. */
    private static Set<String> keys(Connection connection) throws SQLException {
        Set<String> keys = new HashSet<>();
        var metadata = connection.getMetaData();
        if (metadata.getDatabaseProductName().equals("PostgreSQL")) {
            try (var rows = metadata.getPrimaryKeys(connection.getCatalog(), null, null)) {
                while (rows.next()) {
                    keys.add(schema(rows) + "." + text(rows, "TABLE_NAME") + "." + text(rows, "COLUMN_NAME"));
                }
            }
            return keys;
        }
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT k.table_schema, k.table_name, k.column_name
                        FROM information_schema.table_constraints c
                        JOIN information_schema.key_column_usage k ON k.constraint_schema = c.constraint_schema
                            AND k.constraint_name = c.constraint_name AND k.table_schema = c.table_schema
                            AND k.table_name = c.table_name
                        WHERE c.constraint_type = 'PRIMARY KEY'""")) {
            while (rows.next()) {
                keys.add(rows.getString(1) + "." + rows.getString(2) + "." + rows.getString(3));
            }
        } catch (SQLException unknown) {
            // A dictionary of another shape: without it keys are marked by whoever compiles.
            return Set.of();
        }
        return keys;
    }

    private static String schema(ResultSet row) throws SQLException {
        var schema = text(row, "TABLE_SCHEM");
        return schema.isEmpty() ? text(row, "TABLE_CAT") : schema;
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "").strip();
    }
}

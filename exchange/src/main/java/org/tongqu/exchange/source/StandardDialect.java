package org.tongqu.exchange.source;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongqu.exchange.mapping.TargetColumn;
import org.tongqu.exchange.source.JdbcColumn.Bind;
import org.tongqu.exchange.source.JdbcColumn.Fetch;

/**
 * What the JDBC standard says, for databases that are known here by their driver alone. Everything is moved; what
 * changed cannot be told safely without knowing how the database keeps its transactions.
 */
final class StandardDialect implements Dialect {

    private static final int ROWS_AT_ONCE = 500;

    private final String quotes;

    private StandardDialect(String quotes) {
        this.quotes = quotes;
    }

    static StandardDialect quotingWith(String quotes) {
        return new StandardDialect(quotes);
    }

    @Override
    public String quote(String name) {
        return quotes + name.replace(quotes, quotes + quotes) + quotes;
    }

    @Override
    public List<JdbcColumn> columns(Connection connection, String table) throws SQLException {
        var point = table.indexOf('.');
        var schema = point < 0 ? connection.getSchema() : table.substring(0, point);
        List<JdbcColumn> found = new ArrayList<>();
        var catalog = connection.getMetaData();
        try (var rows = catalog.getColumns(connection.getCatalog(), schema, table.substring(point + 1), "%")) {
            while (rows.next()) {
                found.add(column(rows));
            }
        }
        return found;
    }

    private JdbcColumn column(ResultSet row) throws SQLException {
        var name = row.getString("COLUMN_NAME");
        var presence = row.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls
                ? TargetColumn.Presence.REQUIRED
                : TargetColumn.Presence.OPTIONAL;
        var fetch = fetch(row.getInt("DATA_TYPE"));
        var bind = switch (fetch) {
            case NUMBER, FLOATING -> Bind.NUMBER;
            case BYTES -> Bind.BYTES;
            case MOMENT, DAY -> Bind.MOMENT;
            case TEXT, TEXT_BYTES -> Bind.TEXT;
        };
        return new JdbcColumn(name, presence, "t." + quote(name), fetch, Optional.empty(), bind);
    }

    private static Fetch fetch(int type) {
        return switch (type) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.DECIMAL ->
                Fetch.NUMBER;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> Fetch.FLOATING;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> Fetch.BYTES;
            case Types.DATE -> Fetch.DAY;
            case Types.TIMESTAMP -> Fetch.MOMENT;
            default -> Fetch.TEXT;
        };
    }

    @Override
    public Optional<String> begin(Connection connection) throws SQLException {
        connection.setReadOnly(true);
        if (connection.getMetaData().supportsTransactionIsolationLevel(Connection.TRANSACTION_REPEATABLE_READ)) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        } else {
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
        }
        connection.setAutoCommit(false);
        return Optional.empty();
    }

    @Override
    public void stream(Statement statement) throws SQLException {
        statement.setFetchSize(ROWS_AT_ONCE);
    }

    @Override
    public Optional<String> since(JdbcColumn watermark) {
        return Optional.empty();
    }
}

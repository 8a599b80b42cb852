package org.tongqu.exchange.file;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongqu.exchange.Drivers;

/** Rows of Apache Parquet, each cell as the text of its value. A column whose cells are trees is refused by name. */
final class ParquetFile implements FileReading {

    private final Connection connection;
    private final Statement statement;
    private final ResultSet rows;

    private ParquetFile(Connection connection, Statement statement, ResultSet rows) {
        this.connection = connection;
        this.statement = statement;
        this.rows = rows;
    }

    static ParquetFile open(Path file, List<String> wanted) throws Unfit {
        if (!Drivers.isThere(Drivers.PARQUET)) {
            throw new Unfit(BatchFault.of("no-parquet", file.getFileName(), Drivers.PARQUET.jar(), Drivers.folder()));
        }
        try {
            var connection = Parquet.open(file.toAbsolutePath().resolveSibling(""));
            try {
                return open(connection, file, wanted);
            } catch (SQLException | Unfit broken) {
                connection.close();
                throw broken;
            }
        } catch (SQLException broken) {
            throw new Unfit(BatchFault.of("parquet-broken", file.getFileName()));
        }
    }

    private static ParquetFile open(Connection connection, Path file, List<String> wanted) throws SQLException, Unfit {
        var from = " FROM read_parquet(" + Parquet.quoted(file) + ")";
        var types = types(connection, "DESCRIBE SELECT *" + from);
        FileReading.places(file, List.copyOf(types.keySet()), wanted);
        for (var column : wanted) {
            var type = types.getOrDefault(column, "");
            if (isTree(type)) {
                throw new Unfit(BatchFault.of("parquet-tree", file.getFileName(), column, type));
            }
        }
        var cells = wanted.stream()
                .map(column -> text(column, types.getOrDefault(column, "")))
                .collect(Collectors.joining(", "));
        var statement = connection.createStatement();
        return new ParquetFile(connection, statement, statement.executeQuery("SELECT " + cells + from));
    }

    private static Map<String, String> types(Connection connection, String sql) throws SQLException {
        Map<String, String> types = new LinkedHashMap<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                types.put(rows.getString("column_name"), rows.getString("column_type"));
            }
        }
        return types;
    }

    private static boolean isTree(String type) {
        return type.endsWith("]") || type.startsWith("STRUCT") || type.startsWith("MAP") || type.startsWith("UNION");
    }

    private static String text(String column, String type) {
        var name = Parquet.named(column);
        return switch (type) {
            case "VARCHAR" -> name;
            case "BLOB" -> "'\\x' || lower(hex(" + name + "))";
            case "TIMESTAMP WITH TIME ZONE" ->
                "strftime(make_timestamp(epoch_us(" + name + ")), '%Y-%m-%d %H:%M:%S.%f') || '+00'";
            default -> "CAST(" + name + " AS VARCHAR)";
        };
    }

    @Override
    public boolean next(@Nullable String[] cells) throws IOException {
        try {
            if (!rows.next()) {
                return false;
            }
            for (int i = 0; i < cells.length; i++) {
                cells[i] = rows.getString(i + 1);
            }
            return true;
        } catch (SQLException broken) {
            throw new IOException(broken);
        }
    }

    @Override
    public void close() throws IOException {
        try (connection;
                statement) {
            rows.close();
        } catch (SQLException broken) {
            throw new IOException(broken);
        }
    }
}

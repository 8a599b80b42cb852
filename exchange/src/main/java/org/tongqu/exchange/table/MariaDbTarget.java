package org.tongqu.exchange.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongqu.engines.exchanges.Column;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.mapping.TargetColumn;
import org.tongqu.exchange.source.RowSource;
import org.tongqu.exchange.wire.TargetType;
import org.tongqu.exchange.wire.WireType;

/** A table of MariaDB or MySQL as the target. */
final class MariaDbTarget implements RunTarget {

    private static final Map<String, WireType> TYPES = Map.ofEntries(
            Map.entry("char", WireType.VARCHAR),
            Map.entry("varchar", WireType.VARCHAR),
            Map.entry("tinytext", WireType.TEXT),
            Map.entry("text", WireType.TEXT),
            Map.entry("mediumtext", WireType.TEXT),
            Map.entry("longtext", WireType.TEXT),
            Map.entry("tinyint", WireType.INT2),
            Map.entry("smallint", WireType.INT4),
            Map.entry("mediumint", WireType.INT4),
            Map.entry("int", WireType.INT8),
            Map.entry("bigint", WireType.NUMERIC),
            Map.entry("decimal", WireType.NUMERIC),
            Map.entry("float", WireType.FLOAT8),
            Map.entry("double", WireType.FLOAT8),
            Map.entry("date", WireType.DATE),
            Map.entry("datetime", WireType.TIMESTAMP),
            Map.entry("timestamp", WireType.TIMESTAMP),
            Map.entry("varbinary", WireType.BYTEA),
            Map.entry("blob", WireType.BYTEA),
            Map.entry("mediumblob", WireType.BYTEA),
            Map.entry("longblob", WireType.BYTEA));

    private final Connection connection;
    private final Flow flow;
    private final Map<String, Attribute> attributes;

    private MariaDbTarget(Connection connection, Flow flow, Map<String, Attribute> attributes) {
        this.connection = connection;
        this.flow = flow;
        this.attributes = attributes;
    }

    /** A column of the table. @param target nothing for a type that cannot be written */
    private record Attribute(String declared, Optional<TargetColumn> target) {}

    static MariaDbTarget of(Connection connection, Flow flow) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,"
                    + "ERROR_FOR_DIVISION_BY_ZERO', time_zone = '+08:00'");
        }
        return new MariaDbTarget(
                connection, flow, attributes(connection, flow.target().table()));
    }

    private static Map<String, Attribute> attributes(Connection connection, String table) throws SQLException {
        var sql = """
                SELECT column_name, lower(data_type), column_type, coalesce(character_maximum_length, 0),
                       coalesce(numeric_precision, 0), coalesce(numeric_scale, 0), coalesce(datetime_precision, 0),
                       is_nullable, is_generated
                  FROM information_schema.columns
                 WHERE table_schema = coalesce(?, database()) AND table_name = ?
                """;
        List<Map.Entry<String, Attribute>> found = new ArrayList<>();
        try (var statement = connection.prepareStatement(sql)) {
            named(statement, table);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(Map.entry(rows.getString(1), attribute(rows)));
                }
            }
        }
        return found.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void named(PreparedStatement statement, String table) throws SQLException {
        var point = table.indexOf('.');
        statement.setString(1, point < 0 ? null : table.substring(0, point));
        statement.setString(2, table.substring(point + 1));
    }

    private static Attribute attribute(ResultSet row) throws SQLException {
        var presence = "NO".equals(row.getString(8)) ? TargetColumn.Presence.REQUIRED : TargetColumn.Presence.OPTIONAL;
        var type = "NEVER".equals(row.getString(9))
                ? Optional.ofNullable(TYPES.get(row.getString(2)))
                : Optional.<WireType>empty();
        var name = row.getString(1);
        var sized = switch (type.orElse(WireType.TEXT)) {
            case VARCHAR -> new TargetType(WireType.VARCHAR, row.getInt(4), -1);
            case NUMERIC -> new TargetType(WireType.NUMERIC, row.getInt(5), row.getInt(6));
            case TIMESTAMP -> new TargetType(WireType.TIMESTAMP, 0, row.getInt(7) == 6 ? -1 : row.getInt(7));
            default -> TargetType.of(type.orElse(WireType.TEXT));
        };
        return new Attribute(row.getString(3), type.map(known -> new TargetColumn(name, sized, presence)));
    }

    Flow flow() {
        return flow;
    }

    List<String> names() {
        return flow.columns().stream().map(Column::name).toList();
    }

    static String quoted(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    /** As the text the server makes of it; floating numbers with all their digits. */
    private static String shown(TargetColumn column) {
        var name = "t." + quoted(column.name());
        return switch (column.type().type()) {
            case BYTEA -> name;
            case FLOAT8 -> "CAST(CAST(" + name + " AS DOUBLE) AS CHAR)";
            default -> "CAST(" + name + " AS CHAR CHARACTER SET utf8mb4)";
        };
    }

    String sqlName() {
        return List.of(flow.target().table().split("\\.", -1)).stream()
                .map(MariaDbTarget::quoted)
                .collect(Collectors.joining("."));
    }

    static String each(List<String> names, String with, Function<String, String> said) {
        return names.stream().map(name -> said.apply(quoted(name))).collect(Collectors.joining(with));
    }

    /** Of the table as {@code t} and the temporary one as {@code s}. */
    String sameKey() {
        return each(flow.target().key(), " AND ", name -> "t." + name + " = s." + name);
    }

    @Override
    public Optional<ExchangeRefusal> findRefusal() throws SQLException {
        if (attributes.isEmpty()) {
            return Optional.of(new ExchangeRefusal.NoTable(
                    ExchangeRefusal.Side.TARGET, flow.target().table()));
        }
        var missing =
                names().stream().filter(name -> !attributes.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            return Optional.of(new ExchangeRefusal.NoColumns(ExchangeRefusal.Side.TARGET, missing));
        }
        for (var name : names()) {
            var attribute = attributes.get(name);
            if (attribute != null && attribute.target().isEmpty()) {
                return Optional.of(new ExchangeRefusal.UnknownType(name, attribute.declared()));
            }
        }
        var engine = engineWithoutTransactions();
        if (engine.isPresent()) {
            return engine.map(
                    name -> new ExchangeRefusal.NotTransactional(flow.target().table(), name));
        }
        return isKeyUnique()
                ? Optional.empty()
                : Optional.of(new ExchangeRefusal.KeyNotUnique(
                        flow.target().table(), flow.target().key()));
    }

    private Optional<String> engineWithoutTransactions() throws SQLException {
        var sql = """
                SELECT t.engine FROM information_schema.tables t JOIN information_schema.engines e ON e.engine = t.engine
                 WHERE t.table_schema = coalesce(?, database()) AND t.table_name = ?
                   AND coalesce(e.transactions, 'NO') <> 'YES'
                """;
        try (var statement = connection.prepareStatement(sql)) {
            named(statement, flow.target().table());
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    private boolean isKeyUnique() throws SQLException {
        var sql = """
                SELECT group_concat(column_name ORDER BY column_name SEPARATOR ',')
                  FROM information_schema.statistics
                 WHERE table_schema = coalesce(?, database()) AND table_name = ? AND non_unique = 0
                 GROUP BY index_name
                HAVING sum(sub_part IS NOT NULL) = 0
                """;
        var key = flow.target().key().stream().sorted().collect(Collectors.joining(","));
        try (var statement = connection.prepareStatement(sql)) {
            named(statement, flow.target().table());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (rows.getString(1).equals(key)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    @Override
    public boolean isEmpty() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT NOT EXISTS (SELECT 1 FROM " + sqlName() + ")")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    @Override
    public List<TargetColumn> columns() {
        return names().stream()
                .flatMap(name -> Optional.ofNullable(attributes.get(name)).stream())
                .flatMap(attribute -> attribute.target().stream())
                .toList();
    }

    @Override
    public int[] key() {
        return flow.target().key().stream().mapToInt(names()::indexOf).toArray();
    }

    @Override
    public RowSource rows() throws SQLException {
        return MariaDbRows.of(
                connection,
                flow,
                columns(),
                "SELECT " + columns().stream().map(MariaDbTarget::shown).collect(Collectors.joining(", ")) + " FROM "
                        + sqlName() + " t");
    }

    @Override
    public Memory memory() {
        return new MariaDbLedger(connection);
    }

    @Override
    public Writer writer() {
        return new MariaDbWriter(connection, this);
    }

    @Override
    public FeedLedger feeds() {
        return new FeedLedger.MariaDb(connection);
    }
}

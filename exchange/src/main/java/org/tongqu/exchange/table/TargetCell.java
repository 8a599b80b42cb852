package org.tongqu.exchange.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongqu.engines.exchanges.Connector;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.SqlName;

/** Looks at one value that a flow has written. */
public final class TargetCell {

    /** Of the class of SQL states for what is no value of the column's type. */
    private static final String NO_SUCH_VALUE = "22";

    private final Flow flow;
    private final Login target;

    public TargetCell(Flow flow, Login target) {
        this.flow = flow;
        this.target = target;
    }

    /**
     * The value as text, empty where it is null; nothing when no row has this key.
     *
     * @param key in the order of the flow's target key
     */
    public Optional<String> find(List<String> key, String column) throws SQLException {
        return find(List.of(key), column).values().stream().findFirst();
    }

    /**
     * The same of many rows, in one statement.
     *
     * @param keys each in the order of the flow's target key
     * @return by key; without those that no row has
     */
    public Map<List<String>, String> find(Collection<List<String>> keys, String column) throws SQLException {
        var names = flow.target().key();
        var fitting = keys.stream().filter(key -> key.size() == names.size()).toList();
        if (fitting.isEmpty()) {
            return Map.of();
        }
        try {
            return all(fitting, column);
        } catch (SQLException e) {
            if (e.getSQLState() == null || !e.getSQLState().startsWith(NO_SUCH_VALUE)) {
                throw e;
            }
            Map<List<String>, String> found = new HashMap<>();
            if (fitting.size() > 1) {
                // A key that cannot be one keeps nothing of the others back.
                for (var key : fitting) {
                    found.putAll(find(List.of(key), column));
                }
            }
            return found;
        }
    }

    private Map<List<String>, String> all(List<List<String>> fitting, String column) throws SQLException {
        var names = flow.target().key();
        Map<List<String>, String> found = new HashMap<>();
        try (var connection = target.open();
                var statement = flow.target().connector() == Connector.MARIADB
                        ? inMariaDb(connection, fitting, column)
                        : inPostgres(connection, fitting, column);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                List<String> key = new ArrayList<>();
                for (int i = 0; i < names.size(); i++) {
                    key.add(rows.getString(i + 2));
                }
                found.put(key, Optional.ofNullable(rows.getString(1)).orElse(""));
            }
        }
        return found;
    }

    private PreparedStatement inPostgres(Connection connection, List<List<String>> keys, String column)
            throws SQLException {
        var statement = connection.prepareStatement(asking(connection, column));
        for (int i = 0; i < flow.target().key().size(); i++) {
            var part = i;
            statement.setArray(
                    i + 1,
                    connection.createArrayOf(
                            "text", keys.stream().map(key -> key.get(part)).toArray()));
        }
        return statement;
    }

    private PreparedStatement inMariaDb(Connection connection, List<List<String>> keys, String column)
            throws SQLException {
        var names = flow.target().key();
        var shown = Stream.concat(Stream.of(column), names.stream())
                .map(name -> "CAST(" + MariaDbTarget.quoted(name) + " AS CHAR CHARACTER SET utf8mb4)")
                .collect(Collectors.joining(", "));
        var one = names.stream().map(name -> "?").collect(Collectors.joining(", ", "(", ")"));
        var table = Stream.of(flow.target().table().split("\\.", -1))
                .map(MariaDbTarget::quoted)
                .collect(Collectors.joining("."));
        var statement = connection.prepareStatement("SELECT " + shown + " FROM " + table + " WHERE ("
                + names.stream().map(MariaDbTarget::quoted).collect(Collectors.joining(", ")) + ") IN ("
                + keys.stream().map(key -> one).collect(Collectors.joining(", ")) + ")");
        var place = 0;
        for (var key : keys) {
            for (var cell : key) {
                statement.setString(++place, cell);
            }
        }
        return statement;
    }

    /** The keys are asked for in the types of their columns, so that the index serves. */
    private String asking(Connection connection, String column) throws SQLException {
        var names = flow.target().key();
        List<String> types = new ArrayList<>();
        try (var statement = connection.prepareStatement(
                "SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = to_regclass(?) AND attname = ?")) {
            for (var name : names) {
                statement.setString(1, SqlName.table(flow.target().table()));
                statement.setString(2, name);
                try (var row = statement.executeQuery()) {
                    types.add(row.next() ? row.getString(1) : "text");
                }
            }
        }
        var texts = names.stream().map(name -> SqlName.column(name) + "::text").collect(Collectors.joining(", "));
        var arrays = types.stream().map(type -> "?::text[]::" + type + "[]").collect(Collectors.joining(", "));
        return "SELECT " + SqlName.column(column) + "::text, " + texts + " FROM "
                + SqlName.table(flow.target().table()) + " WHERE (" + SqlName.columns(names)
                + ") IN (SELECT * FROM unnest(" + arrays + "))";
    }
}

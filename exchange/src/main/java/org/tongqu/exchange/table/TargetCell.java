package org.tongqu.exchange.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
        var names = flow.target().key();
        if (key.size() != names.size()) {
            return Optional.empty();
        }
        var isMariaDb = flow.target().connector() == Connector.MARIADB;
        var plain = "SELECT CAST(" + SqlName.column(column) + (isMariaDb ? " AS CHAR" : " AS text") + ") FROM "
                + SqlName.table(flow.target().table()) + " WHERE "
                + names.stream().map(name -> SqlName.column(name) + " = ?").collect(Collectors.joining(" AND "));
        var sql = isMariaDb ? plain.replace('"', '`') : plain;
        try (var connection = target.open();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < key.size(); i++) {
                // Of a type left open, so that the column's index serves.
                statement.setObject(i + 1, key.get(i), isMariaDb ? Types.VARCHAR : Types.OTHER);
            }
            try (var row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(Optional.ofNullable(row.getString(1)).orElse(""))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            if (e.getSQLState() != null && e.getSQLState().startsWith(NO_SUCH_VALUE)) {
                return Optional.empty();
            }
            throw e;
        }
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
        Map<List<String>, String> found = new HashMap<>();
        try (var connection = target.open();
                var statement = connection.prepareStatement(asking(connection, column))) {
            for (int i = 0; i < names.size(); i++) {
                var part = i;
                statement.setArray(
                        i + 1,
                        connection.createArrayOf(
                                "text",
                                fitting.stream().map(key -> key.get(part)).toArray()));
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    List<String> key = new ArrayList<>();
                    for (int i = 0; i < names.size(); i++) {
                        key.add(rows.getString(i + 2));
                    }
                    found.put(key, Optional.ofNullable(rows.getString(1)).orElse(""));
                }
            }
        }
        return found;
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

package org.tongqu.exchange.source;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongqu.exchange.SqlName;
import org.tongqu.exchange.mapping.TargetColumn;
import org.tongqu.exchange.wire.TargetType;
import org.tongqu.exchange.wire.WireType;

/** What PostgreSQL's catalog says of a table. */
public record PostgresTable(String name, List<Attribute> attributes) {

    /**
     * One column.
     *
     * @param declared the type as it is declared, e.g. {@code numeric(12,2)}
     */
    public record Attribute(
            String name, int oid, int modifier, String declared, TargetColumn.Presence presence, boolean generated) {

        public Optional<WireType> type() {
            return WireType.ofOid(oid);
        }

        /** As a target has to write it; nothing for a type whose binary form is not known here. */
        public Optional<TargetColumn> asTarget() {
            return type().map(type -> new TargetColumn(name, TargetType.of(type, modifier), presence));
        }
    }

    public PostgresTable {
        attributes = List.copyOf(attributes);
    }

    /** Without attributes when there is no such table, or none that this role may read. */
    public static PostgresTable read(Connection connection, String name) throws SQLException {
        var sql = """
                SELECT attname, atttypid::bigint, atttypmod, format_type(atttypid, atttypmod), attnotnull,
                       attgenerated <> '' OR attidentity = 'a'
                  FROM pg_attribute
                 WHERE attrelid = to_regclass(?) AND attnum > 0 AND NOT attisdropped
                 ORDER BY attnum
                """;
        List<Attribute> found = new ArrayList<>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, SqlName.table(name));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var presence = rows.getBoolean(5) ? TargetColumn.Presence.REQUIRED : TargetColumn.Presence.OPTIONAL;
                    found.add(new Attribute(
                            rows.getString(1),
                            (int) rows.getLong(2),
                            rows.getInt(3),
                            rows.getString(4),
                            presence,
                            rows.getBoolean(6)));
                }
            }
        }
        return new PostgresTable(name, found);
    }

    public boolean exists() {
        return !attributes.isEmpty();
    }

    public Optional<Attribute> find(String column) {
        return attributes.stream().filter(one -> one.name().equals(column)).findFirst();
    }
}

package org.tongqu.exchange.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.tongqu.exchange.SqlName;

/**
 * What a table's log tells of a row as it was.
 *
 * @param columns those that name it, when it does not tell all
 */
public record ReplicaIdentity(boolean isFull, Set<String> columns) {

    public boolean names(String column) {
        return isFull || columns.contains(column);
    }

    public static ReplicaIdentity read(Connection source, String table) throws SQLException {
        var sql = """
                SELECT c.relreplident = 'f', a.attname
                  FROM pg_class c
                  LEFT JOIN pg_index i ON i.indrelid = c.oid
                        AND CASE c.relreplident WHEN 'd' THEN i.indisprimary WHEN 'i' THEN i.indisreplident ELSE false END
                  LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey::int2[])
                 WHERE c.oid = to_regclass(?)
                """;
        var isFull = false;
        Set<String> columns = new HashSet<>();
        try (var statement = source.prepareStatement(sql)) {
            statement.setString(1, SqlName.table(table));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    isFull = rows.getBoolean(1);
                    columns.add(String.valueOf(rows.getString(2)));
                }
            }
        }
        return new ReplicaIdentity(isFull, Set.copyOf(columns));
    }
}

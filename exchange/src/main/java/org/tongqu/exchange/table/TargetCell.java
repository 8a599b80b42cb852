package org.tongqu.exchange.table;

import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
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
}

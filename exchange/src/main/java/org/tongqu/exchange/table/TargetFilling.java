package org.tongqu.exchange.table;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tongqu.engines.exchanges.Column;
import org.tongqu.engines.exchanges.Connector;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.SqlName;

/** Counts, in one reading of the target, how many rows have something in each column that a flow writes. */
public final class TargetFilling {

    private final Flow flow;
    private final Login target;

    public TargetFilling(Flow flow, Login target) {
        this.flow = flow;
        this.target = target;
    }

    /** @param filled rows in which the column is neither null nor an empty text */
    public record Filled(String column, long rows, long filled) {}

    public List<Filled> count() throws SQLException {
        var names = flow.columns().stream().map(Column::name).toList();
        var isMariaDb = flow.target().connector() == Connector.MARIADB;
        var counts = names.stream()
                .map(name -> isMariaDb
                        ? "coalesce(sum(CAST(`" + name.replace("`", "``") + "` AS CHAR) <> ''), 0)"
                        : "count(*) FILTER (WHERE " + SqlName.column(name) + "::text <> '')")
                .collect(Collectors.joining(", "));
        List<Filled> filled = new ArrayList<>();
        try (var connection = target.open();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*), " + counts + " FROM "
                        + (isMariaDb
                                ? SqlName.table(flow.target().table()).replace('"', '`')
                                : SqlName.table(flow.target().table())))) {
            row.next();
            for (int i = 0; i < names.size(); i++) {
                filled.add(new Filled(names.get(i), row.getLong(1), row.getLong(i + 2)));
            }
        }
        return filled;
    }
}

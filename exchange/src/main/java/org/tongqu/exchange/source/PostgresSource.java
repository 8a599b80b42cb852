package org.tongqu.exchange.source;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.SqlName;
import org.tongqu.exchange.mapping.SourceField;
import org.tongqu.exchange.mapping.TargetColumn;
import org.tongqu.exchange.wire.WireType;

/**
 * A table of PostgreSQL, read by binary COPY in the order of its key, in one repeatable-read transaction.
 *
 * <p>What changed is not found by comparing watermarks, for a transaction may commit later with an earlier one, but by
 * the transaction that made each row: the moment of a reading is the oldest transaction that was still running then,
 * and a later reading takes every row made by that one or a younger one. The watermark gives the order only.
 */
public final class PostgresSource implements SourceTable {

    private final Login login;
    private final Flow flow;
    private final PostgresTable table;
    private final List<String> order;

    private PostgresSource(Login login, Flow flow, PostgresTable table) {
        this.login = login;
        this.flow = flow;
        this.table = table;
        this.order = flow.source().order();
    }

    public static PostgresSource of(Flow flow, Login login) throws SQLException {
        try (var connection = login.open()) {
            return new PostgresSource(
                    login, flow, PostgresTable.read(connection, flow.source().table()));
        }
    }

    @Override
    public List<SourceField> fields() {
        return flow.fields().stream()
                .map(name -> new SourceField(
                        name,
                        table.find(name).flatMap(PostgresTable.Attribute::type).orElse(WireType.TEXT)))
                .toList();
    }

    @Override
    public List<String> missing() {
        return flow.fields().stream().filter(name -> table.find(name).isEmpty()).toList();
    }

    @Override
    public boolean mayLackOrder() {
        return order.stream()
                .anyMatch(name -> table.find(name)
                        .map(one -> one.presence() == TargetColumn.Presence.OPTIONAL)
                        .orElse(true));
    }

    @Override
    public Opened open(Reading reading) throws SQLException {
        var connection = login.open();
        try {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var moment = moment(connection);
            bind(connection, reading);
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy(reading));
            return new Opened(new PostgresRows(connection, copy, fields()), moment);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** The oldest transaction whose rows this snapshot may not see. */
    private static String moment(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pg_snapshot_xmin(pg_current_snapshot())::text")) {
            row.next();
            return row.getString(1);
        }
    }

    /** COPY takes no parameters; the values are bound to settings of the session, which the query reads. */
    private void bind(Connection connection, Reading reading) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT set_config('tongqu.' || ?, ?, false)")) {
            for (int i = 0; i < reading.after().size(); i++) {
                statement.setString(1, "after_" + i);
                statement.setString(2, reading.after().get(i));
                statement.execute();
            }
            if (reading.since().isPresent()) {
                var young = Long.parseLong(reading.since().get()) & 0xffff_ffffL;
                statement.setString(1, "since");
                statement.setString(2, Long.toString(young));
                statement.execute();
            }
        }
    }

    private String copy(Reading reading) {
        var selected = flow.fields().stream()
                .map(name -> SqlName.column(name)
                        + (table.find(name)
                                        .flatMap(PostgresTable.Attribute::type)
                                        .isPresent()
                                ? ""
                                : "::text"))
                .collect(Collectors.joining(", "));
        var conditions = Stream.of(part(reading), since(reading), after(reading))
                .flatMap(List::stream)
                .collect(Collectors.joining(" AND "));
        return "COPY (SELECT " + selected + " FROM "
                + SqlName.table(flow.source().table())
                + (conditions.isEmpty() ? "" : " WHERE " + conditions)
                + (reading.part() == Reading.Part.WITH_KEY ? " ORDER BY " + SqlName.columns(order) : "")
                + ") TO STDOUT (FORMAT binary)";
    }

    private List<String> part(Reading reading) {
        if (!mayLackOrder()) {
            return List.of();
        }
        var isWithout = reading.part() == Reading.Part.WITHOUT_KEY;
        return List.of(order.stream()
                .map(name -> SqlName.column(name) + (isWithout ? " IS NULL" : " IS NOT NULL"))
                .collect(Collectors.joining(isWithout ? " OR " : " AND ", "(", ")")));
    }

    private static List<String> since(Reading reading) {
        return reading.since().isEmpty()
                ? List.of()
                : List.of("age(xmin) <= age(current_setting('tongqu.since')::xid)");
    }

    private List<String> after(Reading reading) {
        if (reading.after().isEmpty()) {
            return List.of();
        }
        var values = IntStream.range(0, order.size())
                .mapToObj(i -> "current_setting('tongqu.after_" + i + "')::"
                        + table.find(order.get(i))
                                .map(PostgresTable.Attribute::declared)
                                .orElse("text"))
                .collect(Collectors.joining(", "));
        return List.of("(" + SqlName.columns(order) + ") > (" + values + ")");
    }
}

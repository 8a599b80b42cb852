package org.tongqu.exchange.source;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.mapping.SourceField;
import org.tongqu.exchange.wire.WireType;

/** A table of any database that has a JDBC driver, read row by row in the order of its key, as one moment saw it. */
final class JdbcSource implements SourceTable {

    private final Login login;
    private final Flow flow;
    private final Dialect dialect;
    private final List<JdbcColumn> table;
    private final List<String> order;

    private JdbcSource(Login login, Flow flow, Dialect dialect, List<JdbcColumn> table) {
        this.login = login;
        this.flow = flow;
        this.dialect = dialect;
        this.table = List.copyOf(table);
        this.order = flow.source().order();
    }

    static JdbcSource of(Flow flow, Login login, Dialect dialect) throws SQLException {
        try (var connection = login.open()) {
            var table = dialect.columns(connection, flow.source().table());
            return new JdbcSource(login, flow, dialect, table);
        }
    }

    private Optional<JdbcColumn> find(String name) {
        return table.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    @Override
    public List<SourceField> fields() {
        return flow.fields().stream()
                .map(name -> new SourceField(
                        name, find(name).map(column -> column.fetch().type).orElse(WireType.TEXT)))
                .toList();
    }

    @Override
    public List<String> missing() {
        return flow.fields().stream().filter(name -> find(name).isEmpty()).toList();
    }

    @Override
    public boolean mayLackOrder() {
        return order.stream()
                .anyMatch(name -> find(name).map(JdbcColumn::mayBeEmpty).orElse(true));
    }

    @Override
    public boolean canTellChanges() {
        return flow.source()
                .watermark()
                .flatMap(this::find)
                .flatMap(dialect::since)
                .isPresent();
    }

    @Override
    public Opened open(Reading reading) throws SQLException {
        var connection = login.open();
        try {
            var moment = dialect.begin(connection);
            var rows = query(connection, reading);
            var columns =
                    flow.fields().stream().map(name -> find(name).orElseThrow()).toList();
            return new Opened(new JdbcRows(connection, rows, columns), moment.orElse("-"));
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Closed with its connection. */
    private ResultSet query(Connection connection, Reading reading) throws SQLException {
        var statement =
                connection.prepareStatement(sql(reading), ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        dialect.stream(statement);
        bind(statement, reading);
        return statement.executeQuery();
    }

    private String sql(Reading reading) {
        var fields = flow.fields();
        // Named anew, so that the order is by the column itself and not by what is selected of it.
        var selected = IntStream.range(0, fields.size())
                .mapToObj(i -> find(fields.get(i)).orElseThrow().expression() + " AS c" + i)
                .collect(Collectors.joining(", "));
        var conditions = Stream.of(part(reading), since(reading), after(reading))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" AND "));
        var ordered = order.stream().map(this::column).collect(Collectors.joining(", "));
        return "SELECT " + selected + " FROM " + tableName() + " t"
                + (conditions.isEmpty() ? "" : " WHERE " + conditions)
                + (reading.part() == Reading.Part.WITH_KEY ? " ORDER BY " + ordered : "");
    }

    private String tableName() {
        return Stream.of(flow.source().table().split("\\.", -1))
                .map(dialect::quote)
                .collect(Collectors.joining("."));
    }

    private String column(String name) {
        return "t." + dialect.quote(name);
    }

    private Optional<String> part(Reading reading) {
        if (!mayLackOrder()) {
            return Optional.empty();
        }
        var isWithout = reading.part() == Reading.Part.WITHOUT_KEY;
        return Optional.of(order.stream()
                .map(name -> column(name) + (isWithout ? " IS NULL" : " IS NOT NULL"))
                .collect(Collectors.joining(isWithout ? " OR " : " AND ", "(", ")")));
    }

    private Optional<String> since(Reading reading) {
        return reading.since().isEmpty()
                ? Optional.empty()
                : flow.source().watermark().flatMap(this::find).flatMap(dialect::since);
    }

    /** {@code a > ? OR a = ? AND b > ?}, which every database can answer by an index. */
    private Optional<String> after(Reading reading) {
        if (reading.after().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(IntStream.range(0, order.size())
                .mapToObj(last -> IntStream.rangeClosed(0, last)
                        .mapToObj(i -> column(order.get(i)) + (i == last ? " > ?" : " = ?"))
                        .collect(Collectors.joining(" AND ")))
                .collect(Collectors.joining(" OR ", "(", ")")));
    }

    private void bind(PreparedStatement statement, Reading reading) throws SQLException {
        var place = 1;
        if (since(reading).isPresent()) {
            statement.setString(place++, reading.since().orElseThrow());
        }
        if (reading.after().isEmpty()) {
            return;
        }
        for (int last = 0; last < order.size(); last++) {
            for (int i = 0; i <= last; i++) {
                bind(
                        statement,
                        place++,
                        find(order.get(i)).orElseThrow(),
                        reading.after().get(i));
            }
        }
    }

    private static void bind(PreparedStatement statement, int place, JdbcColumn column, String value)
            throws SQLException {
        switch (column.bind()) {
            case NUMBER -> statement.setBigDecimal(place, new BigDecimal(value));
            case BYTES -> statement.setBytes(place, HexFormat.of().parseHex(value.substring(2)));
            case MOMENT -> {
                switch (column.fetch()) {
                    case DAY -> statement.setObject(place, LocalDate.parse(value));
                    case MOMENT -> statement.setObject(place, LocalDateTime.parse(value.replace(' ', 'T')));
                    default -> statement.setString(place, value);
                }
            }
            case TEXT -> statement.setString(place, value);
        }
    }
}

package org.tongqu.exchange.crosscheck;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.tongqu.engines.comparisons.Side;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;

/** The rows of one delivery that have one of a few keys, wherever it stands; nothing else is read. */
public final class KeyRows {

    private static final int PATIENCE = 10;

    private final Side side;
    private final Flow flow;
    private final Login target;

    /** @param side its key is one column */
    public KeyRows(Side side, Flow flow, Login target) {
        this.side = side;
        this.flow = flow;
        this.target = target;
    }

    /**
     * The rows that count, by column; all rows of a key, or its latest where the side names a column for that.
     *
     * @param keys texts
     * @param most nothing when there are more rows than that
     */
    public Optional<List<Map<String, String>>> of(Collection<String> keys, int most) throws SQLException {
        if (keys.isEmpty()) {
            return Optional.of(List.of());
        }
        try (var connection = target.open()) {
            connection.setReadOnly(true);
            var all = read(connection, keys, most);
            return all.size() > most
                    ? Optional.empty()
                    : Optional.of(counting(all).stream().filter(this::isMeant).toList());
        }
    }

    private List<Map<String, String>> read(Connection connection, Collection<String> keys, int most)
            throws SQLException {
        var quote = connection.getMetaData().getIdentifierQuoteString();
        UnaryOperator<String> quoted = name -> quote + name.replace(quote, quote + quote) + quote;
        Set<String> names = new LinkedHashSet<>(side.columns());
        names.addAll(flow.target().key());
        var sql = "SELECT " + names.stream().map(quoted).collect(Collectors.joining(", ")) + " FROM "
                + List.of(flow.target().table().split("\\.", -1)).stream()
                        .map(quoted)
                        .collect(Collectors.joining("."))
                + " WHERE " + quoted.apply(side.key().getFirst()) + " IN ("
                + String.join(", ", Collections.nCopies(keys.size(), "?")) + ") ORDER BY "
                + flow.target().key().stream().map(quoted).collect(Collectors.joining(", "));
        List<Map<String, String>> rows = new ArrayList<>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(PATIENCE);
            statement.setMaxRows(most + 1);
            var at = 1;
            for (var key : keys) {
                statement.setString(at++, key);
            }
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    Map<String, String> row = new LinkedHashMap<>();
                    var column = 1;
                    for (var name : names) {
                        var text = found.getString(column++);
                        row.put(name, text == null ? "" : text);
                    }
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    /** Which rows count is settled before it is asked what they say, as where deliveries are compared. */
    private List<Map<String, String>> counting(List<Map<String, String>> all) {
        if (side.latest().isEmpty()) {
            return all;
        }
        var column = side.latest().get();
        var key = side.key().getFirst();
        var order = Comparator.comparing((Map<String, String> row) -> row.getOrDefault(column, ""));
        Map<String, Map<String, String>> latest = new LinkedHashMap<>();
        // Rows come in the order of the flow's own key: of two that are as late the last counts.
        all.forEach(row -> latest.merge(
                row.getOrDefault(key, ""), row, (one, other) -> order.compare(other, one) >= 0 ? other : one));
        return List.copyOf(latest.values());
    }

    private boolean isMeant(Map<String, String> row) {
        return side.where().stream().allMatch(condition -> condition.holds(row.getOrDefault(condition.column(), "")));
    }
}

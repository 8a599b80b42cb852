package org.tongqu.exchange.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongqu.engines.exchanges.Column;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.SqlName;
import org.tongqu.exchange.mapping.TargetColumn;
import org.tongqu.exchange.source.PostgresTable;

/** The table a flow writes, with the statements for it. */
record TargetTable(Flow flow, PostgresTable table) {

    static final String LINE = "tongqu_line";
    static final String GONE = "tongqu_gone";
    private static final String MARK = "tongqu_merge";

    static TargetTable read(Connection connection, Flow flow) throws SQLException {
        return new TargetTable(
                flow, PostgresTable.read(connection, flow.target().table()));
    }

    /** What keeps rows from being written at all. */
    Optional<ExchangeRefusal> findRefusal(Connection connection) throws SQLException {
        if (!table.exists()) {
            return Optional.of(new ExchangeRefusal.NoTable(ExchangeRefusal.Side.TARGET, table.name()));
        }
        var missing =
                names().stream().filter(name -> table.find(name).isEmpty()).toList();
        if (!missing.isEmpty()) {
            return Optional.of(new ExchangeRefusal.NoColumns(ExchangeRefusal.Side.TARGET, missing));
        }
        for (var name : names()) {
            var attribute = table.find(name).orElseThrow();
            if (attribute.type().isEmpty() || attribute.generated()) {
                return Optional.of(new ExchangeRefusal.UnknownType(name, attribute.declared()));
            }
        }
        return isKeyUnique(connection)
                ? Optional.empty()
                : Optional.of(new ExchangeRefusal.KeyNotUnique(
                        table.name(), flow.target().key()));
    }

    private boolean isKeyUnique(Connection connection) throws SQLException {
        var sql = """
                SELECT EXISTS (
                    SELECT 1 FROM pg_index i
                     WHERE i.indrelid = to_regclass(?) AND i.indisunique AND i.indpred IS NULL AND i.indimmediate
                       AND i.indexprs IS NULL
                       AND (SELECT array_agg(a.attname::text ORDER BY a.attname::text)
                              FROM pg_attribute a
                             WHERE a.attrelid = i.indrelid
                               AND a.attnum = ANY ((i.indkey::int2[])[0:i.indnkeyatts - 1])) = ?::text[])
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, SqlName.table(table.name()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", flow.target().key().stream().sorted().toArray()));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    boolean isEmpty(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT NOT EXISTS (SELECT 1 FROM " + sqlName() + ")")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    List<String> names() {
        return flow.columns().stream().map(Column::name).toList();
    }

    /** In the order of the flow. */
    List<TargetColumn> columns() {
        List<TargetColumn> columns = new ArrayList<>();
        names().forEach(name ->
                table.find(name).flatMap(PostgresTable.Attribute::asTarget).ifPresent(columns::add));
        return columns;
    }

    /** Where in a row the key's cells are. */
    int[] key() {
        return flow.target().key().stream().mapToInt(names()::indexOf).toArray();
    }

    String sqlName() {
        return SqlName.table(table.name());
    }

    String copyInto() {
        return "COPY " + sqlName() + " (" + SqlName.columns(names()) + ") FROM STDIN (FORMAT binary)";
    }

    String copyOut() {
        return "COPY (SELECT " + SqlName.columns(names()) + " FROM " + sqlName() + ") TO STDOUT (FORMAT binary)";
    }

    String makeStage() {
        return "CREATE TEMP TABLE tongqu_stage ON COMMIT DELETE ROWS AS SELECT 0::bigint AS " + LINE + ", "
                + SqlName.columns(names()) + " FROM " + sqlName() + " WITH NO DATA";
    }

    /** With a mark for rows that are gone at the source. */
    String makeFeedStage() {
        return makeStage().replace(" AS " + LINE + ", ", " AS " + LINE + ", false AS " + GONE + ", ");
    }

    /** Of several changes of a row the last one says what it is. */
    String keepLast() {
        return "DELETE FROM pg_temp.tongqu_stage s USING (SELECT ctid AS place, row_number() OVER (PARTITION BY "
                + SqlName.columns(flow.target().key()) + " ORDER BY " + LINE
                + " DESC) AS number FROM pg_temp.tongqu_stage) n WHERE s.ctid = n.place AND n.number > 1";
    }

    /** Takes rows out of the target that are gone, and their marks. */
    String remove() {
        return "WITH gone AS (DELETE FROM pg_temp.tongqu_stage WHERE " + GONE + " RETURNING *) DELETE FROM " + sqlName()
                + " t USING gone WHERE "
                + flow.target().key().stream()
                        .map(name -> "t." + SqlName.column(name) + " = gone." + SqlName.column(name))
                        .collect(Collectors.joining(" AND "));
    }

    String copyIntoStage() {
        return "COPY pg_temp.tongqu_stage FROM STDIN (FORMAT binary)";
    }

    /** Of rows with one key the first stays; also those go whose key an earlier batch of a first filling has written. */
    String takeDoublesOut(RunState.Filling filling) {
        var key = flow.target().key();
        var isThere = filling == RunState.Filling.REPLACING
                ? ""
                : " OR EXISTS (SELECT 1 FROM " + sqlName() + " t WHERE "
                        + key.stream()
                                .map(name -> "t." + SqlName.column(name) + " = s." + SqlName.column(name))
                                .collect(Collectors.joining(" AND "))
                        + ")";
        return "WITH numbered AS (SELECT ctid AS place, row_number() OVER (PARTITION BY " + SqlName.columns(key)
                + " ORDER BY " + LINE + ") AS number FROM pg_temp.tongqu_stage), gone AS (DELETE FROM"
                + " pg_temp.tongqu_stage s USING numbered n WHERE s.ctid = n.place AND (n.number > 1" + isThere
                + ") RETURNING s.*) " + intoQuarantine();
    }

    String takeOut() {
        return "WITH gone AS (DELETE FROM pg_temp.tongqu_stage WHERE " + LINE + " = ? RETURNING *) " + intoQuarantine();
    }

    private String intoQuarantine() {
        var key = flow.target().key().stream()
                .map(name -> SqlName.column(name) + "::text")
                .collect(Collectors.joining(", "));
        return "INSERT INTO tongqu_exchange.quarantine (flow, run, line, key, rule, field, reason, form, content)"
                + " SELECT ?, ?, " + LINE + ", concat_ws(',', " + key + "), ?, ?, ?, 'target', to_jsonb(gone) - '"
                + LINE + "' - '" + GONE + "' FROM gone RETURNING line";
    }

    /** The merge, sent together with a savepoint before it that is given up behind it. */
    String mergeBehindMark() {
        return "SAVEPOINT " + MARK + "; " + merge() + "; RELEASE SAVEPOINT " + MARK;
    }

    /** Before the merge that the server refused. */
    String backToMark() {
        return "ROLLBACK TO SAVEPOINT " + MARK;
    }

    /** Set-based; a row that is there already and says the same is not written again. */
    String merge() {
        var key = flow.target().key();
        var others = names().stream().filter(name -> !key.contains(name)).toList();
        var insert = "INSERT INTO " + sqlName() + " AS t (" + SqlName.columns(names()) + ") SELECT "
                + SqlName.columns(names()) + " FROM pg_temp.tongqu_stage WHERE " + LINE
                + " BETWEEN ? AND ? ORDER BY " + SqlName.columns(key) + " ON CONFLICT (" + SqlName.columns(key)
                + ") DO ";
        if (others.isEmpty()) {
            return insert + "NOTHING";
        }
        var excluded =
                others.stream().map(name -> "excluded." + SqlName.column(name)).collect(Collectors.joining(", "));
        var stored = others.stream().map(name -> "t." + SqlName.column(name)).collect(Collectors.joining(", "));
        var set = others.stream()
                .map(name -> SqlName.column(name) + " = excluded." + SqlName.column(name))
                .collect(Collectors.joining(", "));
        return insert + "UPDATE SET " + set + " WHERE (" + stored + ") IS DISTINCT FROM (" + excluded + ")";
    }
}

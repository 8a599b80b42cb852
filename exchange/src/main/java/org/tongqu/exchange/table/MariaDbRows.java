package org.tongqu.exchange.table;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tongqu.engines.exchanges.Column;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.mapping.RowMapper;
import org.tongqu.exchange.mapping.SourceField;
import org.tongqu.exchange.mapping.TargetColumn;
import org.tongqu.exchange.source.RowSource;
import org.tongqu.exchange.wire.Row;
import org.tongqu.exchange.wire.TupleWriter;
import org.tongqu.exchange.wire.WireType;

/** The rows of a target on MariaDB, made from the server's own texts as a run would have made them. */
final class MariaDbRows implements RowSource {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int ROWS_AT_ONCE = 500;

    private final Connection connection;
    private final ResultSet found;
    private final List<SourceField> fields;
    private final RowMapper mapper;
    private final int[] key;
    private final Row raw;
    private final TupleWriter tuples = new TupleWriter(1 << 12);

    private MariaDbRows(Connection connection, ResultSet found, Flow same, List<TargetColumn> columns) {
        this.connection = connection;
        this.found = found;
        this.fields = columns.stream()
                .map(column -> new SourceField(
                        column.name(), column.type().type() == WireType.BYTEA ? WireType.BYTEA : WireType.TEXT))
                .toList();
        this.mapper = new RowMapper(same, fields, columns, ZONE);
        this.key = IntStream.range(0, columns.size())
                .filter(at -> same.target().key().contains(columns.get(at).name()))
                .toArray();
        this.raw = new Row(columns.size());
    }

    static MariaDbRows of(Connection connection, Flow flow, List<TargetColumn> columns, String query)
            throws SQLException {
        var statement = connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        statement.setFetchSize(ROWS_AT_ONCE);
        var same = columns.stream().map(column -> Column.same(column.name())).toList();
        var asIs = new Flow(
                flow.id(), flow.title(), flow.source(), flow.target(), Map.of(), same, List.of(), Optional.empty());
        return new MariaDbRows(connection, statement.executeQuery(query), asIs, columns);
    }

    @Override
    public List<SourceField> fields() {
        return fields;
    }

    /** A row with a value that a run could not have written shows its key alone, so that it differs. */
    @Override
    public boolean next(Row row) throws SQLException {
        if (!found.next()) {
            found.close();
            return false;
        }
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < fields.size(); i++) {
            var cell = found.getBytes(i + 1);
            raw.place(i, bytes.size(), cell == null ? -1 : cell.length);
            if (cell != null) {
                bytes.writeBytes(cell);
            }
        }
        raw.in(bytes.toByteArray());
        tuples.rewind(0);
        if (!mapper.map(raw, tuples) && !mapper.mapKey(raw, tuples, key)) {
            throw new SQLException("A row of " + connection.getMetaData().getURL() + " has a key that cannot be read");
        }
        MariaDbWriter.place(tuples.bytes(), 0, row);
        return true;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

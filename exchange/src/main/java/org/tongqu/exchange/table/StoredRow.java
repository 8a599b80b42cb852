package org.tongqu.exchange.table;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.SqlName;
import org.tongqu.exchange.mapping.SourceField;
import org.tongqu.exchange.source.PostgresTable;
import org.tongqu.exchange.wire.Cell;
import org.tongqu.exchange.wire.CellReader;
import org.tongqu.exchange.wire.CopyTuples;
import org.tongqu.exchange.wire.Row;

/** One row of the source as it is now, found by its key. */
final class StoredRow {

    private final List<SourceField> fields;
    private final List<String> keyNames;
    private final String copy;

    StoredRow(Flow flow, List<SourceField> fields, PostgresTable table) {
        this.fields = fields;
        this.keyNames = flow.source().key();
        this.copy = "COPY (SELECT " + SqlName.columns(flow.fields()) + " FROM "
                + SqlName.table(flow.source().table()) + " WHERE "
                + IntStream.range(0, keyNames.size())
                        .mapToObj(i -> SqlName.column(keyNames.get(i)) + " = current_setting('tongqu.key_" + i + "')::"
                                + table.find(keyNames.get(i))
                                        .map(PostgresTable.Attribute::declared)
                                        .orElse("text"))
                        .collect(Collectors.joining(" AND "))
                + ") TO STDOUT (FORMAT binary)";
    }

    /** @param key the places of the key's cells in the row */
    Optional<Row> read(Row named, int[] key, Connection source) throws SQLException {
        var cell = new Cell();
        try (var statement = source.prepareStatement("SELECT set_config('tongqu.key_' || ?, ?, false)")) {
            for (int i = 0; i < key.length; i++) {
                CellReader.read(fields.get(key[i]).type(), named, key[i], cell);
                cell.toText();
                statement.setString(1, Integer.toString(i));
                statement.setString(2, new String(cell.bytes(), cell.start(), cell.length(), StandardCharsets.UTF_8));
                statement.execute();
            }
        }
        var tuples = new CopyTuples();
        var row = new Row(fields.size());
        var found = false;
        var copying = source.unwrap(PGConnection.class).getCopyAPI().copyOut(copy);
        for (var piece = copying.readFromCopy(); piece != null; piece = copying.readFromCopy()) {
            if (!found) {
                tuples.feed(piece, 0, piece.length);
                found = tuples.next(row);
            }
        }
        return found ? Optional.of(row) : Optional.empty();
    }
}

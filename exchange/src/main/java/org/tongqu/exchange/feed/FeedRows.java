package org.tongqu.exchange.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
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
import org.tongqu.exchange.wire.WireType;

/** Lays rows of a feed out as the flow reads them. */
final class FeedRows {

    private final String table;
    private final List<String> fields;
    private final List<SourceField> known;
    private final StoredRow stored;
    private final int[] key;
    private int[] places = new int[0];
    private final Row row;
    private final Row old;

    FeedRows(Flow flow, List<SourceField> known, StoredRow stored) {
        this.table = flow.source().table();
        this.fields = flow.fields();
        this.known = known;
        this.stored = stored;
        this.key = flow.source().key().stream().mapToInt(fields::indexOf).toArray();
        this.row = new Row(fields.size());
        this.old = new Row(fields.size());
    }

    String table() {
        return table;
    }

    /** What the table no longer has, or has in another type than when the flow was begun. */
    Optional<FeedRefusal> describe(Relation relation) {
        List<String> changed = new ArrayList<>();
        places = new int[fields.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = relation.indexOf(fields.get(i));
            var isSame = places[i] >= 0
                    && WireType.ofOid(relation.columns().get(places[i]).oid())
                            .filter(known.get(i).type()::equals)
                            .isPresent();
            if (!isSame) {
                changed.add(fields.get(i));
            }
        }
        return changed.isEmpty() ? Optional.empty() : Optional.of(new FeedRefusal.TableChanged(table, changed));
    }

    /** What is known of the row before the change. Good until the next one is laid out. */
    Row before(FeedTuple tuple) {
        return laidOut(tuple, old);
    }

    private Row laidOut(FeedTuple tuple, Row into) {
        into.in(tuple.bytes());
        for (int i = 0; i < places.length; i++) {
            into.place(i, tuple.start(places[i]), Math.max(-1, tuple.length(places[i])));
        }
        return into;
    }

    /**
     * The new row, with values that were not sent because they are large and stayed the same: taken from the row as it
     * was or, when that was not sent either, read at the source.
     *
     * @return nothing when the source has no such row any more, since a later change then says so
     */
    Optional<Row> after(FeedTuple before, FeedTuple after, Connection source) throws SQLException {
        if (isWhole(after)) {
            return Optional.of(laidOut(after, row));
        }
        return before.isThere() && isFilledBy(before, after)
                ? Optional.of(together(before, after))
                : stored.read(laidOut(after, row), key, source);
    }

    private boolean isWhole(FeedTuple after) {
        for (int place : places) {
            if (after.length(place) == FeedTuple.UNCHANGED) {
                return false;
            }
        }
        return true;
    }

    /** A row that was sent only to be named has nothing but its key. */
    private boolean isFilledBy(FeedTuple before, FeedTuple after) {
        for (int place : places) {
            if (after.length(place) == FeedTuple.UNCHANGED && before.length(place) < 0) {
                return false;
            }
        }
        return true;
    }

    private Row together(FeedTuple before, FeedTuple after) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < places.length; i++) {
            var from = after.length(places[i]) == FeedTuple.UNCHANGED ? before : after;
            var length = Math.max(-1, from.length(places[i]));
            row.place(i, bytes.size(), length);
            if (length > 0) {
                bytes.write(from.bytes(), from.start(places[i]), length);
            }
        }
        row.in(bytes.toByteArray());
        return row;
    }

    /** One row of the source as it is now, found by its key. */
    static final class StoredRow {

        private final List<SourceField> fields;
        private final List<String> keyNames;
        private final String copy;

        StoredRow(Flow flow, List<SourceField> fields, PostgresTable table) {
            this.fields = fields;
            this.keyNames = flow.source().key();
            this.copy = "COPY (SELECT " + SqlName.columns(flow.fields()) + " FROM "
                    + SqlName.table(flow.source().table()) + " WHERE "
                    + IntStream.range(0, keyNames.size())
                            .mapToObj(i ->
                                    SqlName.column(keyNames.get(i)) + " = current_setting('tongqu.key_" + i + "')::"
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
                    statement.setString(
                            2, new String(cell.bytes(), cell.start(), cell.length(), StandardCharsets.UTF_8));
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
}

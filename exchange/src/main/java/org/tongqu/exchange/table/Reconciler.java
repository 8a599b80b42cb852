package org.tongqu.exchange.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.mapping.RowMapper;
import org.tongqu.exchange.mapping.SourceField;
import org.tongqu.exchange.mapping.TargetColumn;
import org.tongqu.exchange.source.PostgresRows;
import org.tongqu.exchange.source.Reading;
import org.tongqu.exchange.source.SourceTable;
import org.tongqu.exchange.table.Reconciliation.Difference;
import org.tongqu.exchange.table.Reconciliation.Kind;
import org.tongqu.exchange.wire.Cell;
import org.tongqu.exchange.wire.CellReader;
import org.tongqu.exchange.wire.Row;

/**
 * Compares what the source would send with what the target holds. Both are read once; only where ranges differ they
 * are read again, and only the rows of these ranges are kept to be compared, as many as fit.
 */
public final class Reconciler {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Rows of differing ranges that are looked at one by one. */
    private static final int MOST_LOOKED_AT = 200_000;

    private final Flow flow;
    private final SourceTable source;
    private final Login targetLogin;

    public Reconciler(Flow flow, SourceTable source, Login target) {
        this.flow = flow;
        this.source = source;
        this.targetLogin = target;
    }

    /** Takes a row of the target's form: its bytes, from the first cell's length to the end of the last cell. */
    @FunctionalInterface
    private interface Taker {
        void take(byte[] bytes, int start, int end);
    }

    public Reconciliation compare() throws SQLException {
        try (var target = targetLogin.open()) {
            target.setAutoCommit(false);
            target.setReadOnly(true);
            var table = TargetTable.read(target, flow);
            var key = table.key();
            var sent = new KeyRanges();
            var keptOut = readSource(table, (bytes, start, end) -> sent.add(bytes, start, end, key));
            var held = new KeyRanges();
            readTarget(target, table, (bytes, start, end) -> held.add(bytes, start, end, key));
            var differing = sent.differing(held);
            return new Reconciliation(
                    sent.rows(),
                    held.rows(),
                    keptOut,
                    differing,
                    differing.isEmpty() ? List.of() : differences(target, table, differing),
                    sent.digest(),
                    held.digest());
        }
    }

    private List<Difference> differences(Connection target, TargetTable table, List<Integer> ranges)
            throws SQLException {
        var wanted = new boolean[KeyRanges.COUNT];
        ranges.forEach(range -> wanted[range] = true);
        var looked = new Looked(table, wanted);
        readSource(table, looked::atSource);
        readTarget(target, table, looked::atTarget);
        return looked.differences();
    }

    private long readSource(TargetTable table, Taker taker) throws SQLException {
        var opened = source.open(new Reading(Reading.Part.WITH_KEY, Optional.empty(), List.of()));
        var mapper = new RowMapper(flow, opened.rows().fields(), table.columns(), ZONE);
        var reader = new RowReader(flow, opened.rows(), mapper, table.key(), RowReader.Lines.ALL);
        var keptOut = 0L;
        try (var leg = new Leg(opened.rows(), reader)) {
            while (true) {
                var batch = leg.take();
                for (int i = 0; i < batch.count(); i++) {
                    taker.take(batch.tuples.bytes(), batch.start(i) + 2, batch.end(i));
                }
                keptOut += batch.setAside.size();
                if (batch.isLast) {
                    return keptOut;
                }
                leg.giveBack(batch);
            }
        }
    }

    private void readTarget(Connection target, TargetTable table, Taker taker) throws SQLException {
        var fields = table.columns().stream()
                .map(column -> new SourceField(column.name(), column.type().type()))
                .toList();
        var copy = target.unwrap(PGConnection.class).getCopyAPI().copyOut(table.copyOut());
        var rows = new PostgresRows(target, copy, fields);
        var row = new Row(fields.size());
        while (rows.next(row)) {
            taker.take(row.bytes(), row.from(), row.to());
        }
    }

    /** Rows of some ranges: by the hash of their key, the row's hash and the key's text. */
    private static final class Looked {
        private final int[] key;
        private final List<TargetColumn> columns;
        private final boolean[] wanted;
        private final Map<Long, Kept> fromSource = new HashMap<>();
        private final List<Difference> found = new ArrayList<>();
        private final Cell cell = new Cell();

        private record Kept(long row, String key) {}

        Looked(TargetTable table, boolean[] wanted) {
            this.key = table.key();
            this.columns = table.columns();
            this.wanted = wanted;
        }

        void atSource(byte[] bytes, int start, int end) {
            var hashed = KeyRanges.hash(bytes, start, end, key);
            if (wanted[KeyRanges.range(hashed.key())] && fromSource.size() < MOST_LOOKED_AT) {
                fromSource.put(hashed.key(), new Kept(hashed.row(), text(bytes, start)));
            }
        }

        void atTarget(byte[] bytes, int start, int end) {
            var hashed = KeyRanges.hash(bytes, start, end, key);
            if (!wanted[KeyRanges.range(hashed.key())]) {
                return;
            }
            var sent = fromSource.remove(hashed.key());
            if (sent == null) {
                found(Kind.ONLY_IN_TARGET, text(bytes, start));
            } else if (sent.row() != hashed.row()) {
                found(Kind.DIFFERENT, sent.key());
            }
        }

        private void found(Kind kind, String named) {
            if (found.size() < Reconciliation.MOST) {
                found.add(new Difference(kind, named));
            }
        }

        List<Difference> differences() {
            fromSource.values().forEach(kept -> found(Kind.MISSING_IN_TARGET, kept.key()));
            return found.stream()
                    .sorted(java.util.Comparator.comparing(Difference::key))
                    .toList();
        }

        private String text(byte[] bytes, int start) {
            List<String> texts = new ArrayList<>();
            for (int index : key) {
                var row = new Row(1);
                row.in(bytes);
                var at = KeyRanges.place(bytes, start, index);
                row.place(0, at + 4, KeyRanges.length(bytes, at));
                CellReader.read(columns.get(index).type().type(), row, 0, cell);
                cell.toText();
                texts.add(new String(cell.bytes(), cell.start(), cell.length(), UTF_8));
            }
            return String.join(",", texts);
        }
    }
}

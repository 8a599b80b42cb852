package org.tongqu.exchange.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.tongqu.exchange.mapping.TargetColumn;
import org.tongqu.exchange.table.Reconciliation.Difference;
import org.tongqu.exchange.table.Reconciliation.Kind;
import org.tongqu.exchange.wire.Cell;
import org.tongqu.exchange.wire.CellReader;
import org.tongqu.exchange.wire.Row;

/** Rows of some ranges laid side by side: all of the source first, then all of the target. */
final class LookedAt {

    private final int[] key;
    private final List<TargetColumn> columns;
    private final LongPredicate wanted;
    private final Map<Long, Kept> fromSource = new HashMap<>();
    private final List<Difference> found = new ArrayList<>();
    private final Cell cell = new Cell();

    /** A row of the source: its hash and its key. */
    private record Kept(long row, List<String> key) {}

    /** @param wanted by the hash of the key */
    LookedAt(RunTarget table, LongPredicate wanted) {
        this.key = table.key();
        this.columns = table.columns();
        this.wanted = wanted;
    }

    void atSource(long line, byte[] bytes, int start, int end) {
        var hashed = KeyRanges.hash(bytes, start, end, key);
        if (!wanted.test(hashed.key())) {
            return;
        }
        var first = fromSource.putIfAbsent(hashed.key(), new Kept(hashed.row(), texts(bytes, start)));
        if (first != null) {
            found.add(new Difference(Kind.TWICE_IN_SOURCE, hashed.key(), first.key()));
        }
    }

    void atTarget(long line, byte[] bytes, int start, int end) {
        var hashed = KeyRanges.hash(bytes, start, end, key);
        if (!wanted.test(hashed.key())) {
            return;
        }
        var sent = fromSource.remove(hashed.key());
        if (sent == null) {
            found.add(new Difference(Kind.ONLY_IN_TARGET, hashed.key(), texts(bytes, start)));
        } else if (sent.row() != hashed.row()) {
            found.add(new Difference(Kind.DIFFERENT, hashed.key(), sent.key()));
        }
    }

    /** By key. */
    List<Difference> differences() {
        fromSource.forEach((hash, kept) -> found.add(new Difference(Kind.MISSING_IN_TARGET, hash, kept.key())));
        return found.stream().sorted(Comparator.comparing(Difference::name)).toList();
    }

    private List<String> texts(byte[] bytes, int start) {
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
        return texts;
    }
}

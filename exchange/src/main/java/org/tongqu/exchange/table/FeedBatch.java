package org.tongqu.exchange.table;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tongqu.exchange.feed.Feed;
import org.tongqu.exchange.mapping.Failure;
import org.tongqu.exchange.mapping.RowMapper;
import org.tongqu.exchange.wire.Row;
import org.tongqu.exchange.wire.TupleWriter;

/** Changes that reach the target together: rows as they are to be there, and rows that are gone. */
final class FeedBatch {

    private static final int MOST = 20_000;

    final Batch batch = new Batch();
    final BitSet gone = new BitSet();
    private final RowMapper mapper;
    private final RowText text;
    private final int[] sourceKey;
    private final int[] targetKey;
    private final String keyName;
    private final TupleWriter oldName = new TupleWriter(256);
    private final TupleWriter newName = new TupleWriter(256);
    private long line;
    private long changes;

    /** Where the keys are: in a row as the flow reads it, and in a row of the target; and the source's by its name. */
    record Keys(int[] source, int[] target, String name) {}

    /** @param line of the last change before */
    FeedBatch(RowMapper mapper, RowText text, Keys keys, long line) {
        this.mapper = mapper;
        this.text = text;
        this.sourceKey = keys.source();
        this.targetKey = keys.target();
        this.keyName = keys.name();
        this.line = line;
    }

    void take(Feed feed) throws SQLException {
        changes++;
        var before = feed.before();
        if (feed.isGone()) {
            before.ifPresent(this::remove);
            return;
        }
        var found = feed.after();
        if (found.isEmpty()) {
            return;
        }
        var row = found.get();
        if (before.isPresent() && isNamedOtherwise(before.get(), row)) {
            remove(before.get());
        }
        line++;
        if (RowReader.isTooLarge(row)) {
            setAside(row, Failure.key(RowReader.TOO_LARGE, keyName));
        } else if (mapper.map(row, batch.tuples)) {
            batch.add(line);
        } else {
            setAside(row, mapper.failure());
        }
    }

    private boolean isNamedOtherwise(Row before, Row after) {
        oldName.rewind(0);
        newName.rewind(0);
        mapper.mapKey(before, oldName, targetKey);
        mapper.mapKey(after, newName, targetKey);
        return !Arrays.equals(oldName.bytes(), 0, oldName.length(), newName.bytes(), 0, newName.length());
    }

    /** A row that cannot be named at the target was never there. */
    private void remove(Row before) {
        line++;
        if (mapper.mapKey(before, batch.tuples, targetKey)) {
            gone.set(batch.count());
            batch.add(line);
        }
    }

    private void setAside(Row row, Failure failure) {
        var named =
                IntStream.of(sourceKey).mapToObj(cell -> text.text(row, cell)).collect(Collectors.joining(","));
        batch.setAside(new SetAside(line, named, failure, text.json(row)));
    }

    boolean isFull() {
        return batch.count() >= MOST || batch.isFull();
    }

    long changes() {
        return changes;
    }

    void clear() {
        batch.clear();
        gone.clear();
        changes = 0;
    }
}

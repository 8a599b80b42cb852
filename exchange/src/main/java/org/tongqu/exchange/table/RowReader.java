package org.tongqu.exchange.table;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.mapping.Failure;
import org.tongqu.exchange.mapping.RowMapper;
import org.tongqu.exchange.mapping.SourceField;
import org.tongqu.exchange.source.RowSource;
import org.tongqu.exchange.wire.Row;

/**
 * Reads rows, maps them and hands over batches, while earlier batches are being written. Batches end between two
 * keys, never between rows of one, so that reading can go on behind the last key.
 */
final class RowReader {

    static final String TOO_LARGE = "too-large";

    /** Longer cells are set aside: nobody exchanges files in tables. */
    private static final int LARGEST_CELL = 4 << 20;

    private final RowSource source;
    private final RowMapper mapper;
    private final RowText text;
    private final Row row;
    private final int[] key;
    private final int[] order;
    private final int[] targetKey;
    private final String keyName;
    private final LastCells last;
    private final long lastLine;
    private long line;

    /** @param lines those that were read before, and the last that may be */
    RowReader(Flow flow, RowSource source, RowMapper mapper, int[] targetKey, Lines lines) {
        this.source = source;
        this.mapper = mapper;
        var names = source.fields().stream().map(SourceField::name).toList();
        this.row = new Row(names.size());
        this.text = RowText.covered(flow, source.fields());
        this.key = flow.source().key().stream().mapToInt(names::indexOf).toArray();
        this.order = IntStream.concat(flow.source().watermark().stream().mapToInt(names::indexOf), IntStream.of(key))
                .distinct()
                .toArray();
        this.targetKey = targetKey;
        this.keyName = String.join(", ", flow.source().key());
        this.last = new LastCells(order);
        this.line = lines.before();
        this.lastLine = lines.last();
    }

    /** Which lines are read: behind {@code before}, none behind {@code last} but those of a key already begun. */
    record Lines(long before, long last) {
        static final Lines ALL = new Lines(0, Long.MAX_VALUE);
    }

    /** Runs until the source is at its end; the last batch says so. */
    void read(BlockingQueue<Batch> free, BlockingQueue<Batch> ready) throws SQLException, InterruptedException {
        var batch = free.take();
        while (source.next(row)) {
            var isDouble = last.isKnown() && last.isSame(row, key);
            if (line >= lastLine && !(last.isKnown() && last.isSame(row, order))) {
                batch.position = last.isKnown() ? position() : List.of();
                batch.isCut = true;
                ready.put(batch);
                return;
            }
            if (batch.isFull() && !(last.isKnown() && last.isSame(row, order))) {
                batch.position = position();
                ready.put(batch);
                batch = free.take();
            }
            line++;
            batch.read++;
            take(batch, isDouble);
            last.keep(row);
        }
        batch.position = last.isKnown() ? position() : List.of();
        batch.isLast = true;
        ready.put(batch);
    }

    private List<String> position() {
        return last.texts(source.fields());
    }

    private void take(Batch batch, boolean isDouble) {
        if (lacksKey()) {
            setAside(batch, Failure.key(Failure.NULL_KEY, keyName));
        } else if (isDouble) {
            setAside(batch, Failure.key(Failure.DUPLICATE_KEY, keyName));
        } else if (isTooLarge(row)) {
            setAside(batch, Failure.key(TOO_LARGE, keyName));
        } else {
            var start = batch.tuples.length() + 2;
            if (mapper.map(row, batch.tuples)) {
                batch.add(line);
                batch.ranges.add(batch.tuples.bytes(), start, batch.tuples.length(), targetKey);
            } else {
                setAside(batch, mapper.failure());
            }
        }
    }

    private boolean lacksKey() {
        for (int cell : key) {
            if (row.isNull(cell)) {
                return true;
            }
        }
        return false;
    }

    static boolean isTooLarge(Row row) {
        for (int cell = 0; cell < row.size(); cell++) {
            if (row.length(cell) > LARGEST_CELL) {
                return true;
            }
        }
        return false;
    }

    private void setAside(Batch batch, Failure failure) {
        var named = IntStream.of(key).mapToObj(cell -> text.shown(row, cell)).collect(Collectors.joining(","));
        batch.setAside(new SetAside(line, named, failure, text.json(row)));
    }
}

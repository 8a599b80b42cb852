package org.tongqu.exchange.binlog;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tongqu.exchange.wire.Row;
import org.tongqu.exchange.wire.TupleWriter;

/** The rows of one event of the followed table, one change after the other, laid out as the flow reads them. */
final class RowImages {

    private static final int ABSENT = -2;
    private static final int BEFORE_WIDTH = 8;

    private final List<CellKind> kinds;
    private final @Nullable CellMaker[] makers;
    private final int[] fields;
    private final Needs needs;
    private final TupleWriter laidOut = new TupleWriter(1 << 12);
    private final Row before;
    private final Row after;
    private final int[] starts;
    private final int[] lengths;
    private LogBytes bytes = new LogBytes(new byte[0]);
    private byte[] firstIncluded = new byte[0];
    private byte[] secondIncluded = new byte[0];
    private boolean isUpdate;
    private boolean isDelete;

    /**
     * What must be in the log.
     *
     * @param fields of the flow, in its order
     * @param key of them those that make the target's key
     */
    record Needs(List<String> fields, List<Integer> key) {}

    /** @param map must fit the table, see {@link #misfits} */
    RowImages(TableMap map, LoggedTable table, Needs needs) {
        this.kinds = map.kinds();
        this.needs = needs;
        this.makers = new CellMaker[kinds.size()];
        this.fields = new int[kinds.size()];
        for (int i = 0; i < fields.length; i++) {
            var name = i < table.columns().size() ? table.columns().get(i).name() : "";
            fields[i] = needs.fields().indexOf(name);
            makers[i] = fields[i] < 0 ? null : new CellMaker(table.columns().get(i), kinds.get(i));
        }
        var size = needs.fields().size();
        this.before = new Row(size);
        this.after = new Row(size);
        this.starts = new int[size];
        this.lengths = new int[size];
    }

    /**
     * The fields that the log does not have as the dictionary says. Columns at the end may be new or gone, since the
     * dictionary is of now and the log of then.
     */
    static List<String> misfits(TableMap map, LoggedTable table, List<String> fields) {
        return fields.stream()
                .filter(name -> {
                    var place = table.indexOf(name);
                    return place < 0
                            || place >= map.kinds().size()
                            || !table.columns()
                                    .get(place)
                                    .isLoggedAs(map.kinds().get(place).code())
                            || (!map.names().isEmpty()
                                    && !map.names().get(place).equals(name));
                })
                .toList();
    }

    void begin(LogEvent event) {
        bytes = new LogBytes(event.body());
        bytes.skip(BEFORE_WIDTH);
        if (event.isSecondVersion()) {
            bytes.skip(bytes.length(2) - 2);
        }
        isUpdate = event.isUpdate();
        isDelete = event.isDelete();
        var columns = bytes.packed();
        firstIncluded = bytes.take((columns + 7) / 8);
        secondIncluded = isUpdate ? bytes.take((columns + 7) / 8) : firstIncluded;
    }

    /** Which table an event's rows are of. */
    static long table(LogEvent event) {
        return LogBytes.little(event.body(), 0, 6);
    }

    boolean hasMore() {
        return bytes.hasMore();
    }

    boolean isDelete() {
        return isDelete;
    }

    Optional<Row> before() {
        return isDelete || isUpdate ? Optional.of(before) : Optional.empty();
    }

    Optional<Row> after() {
        return isDelete ? Optional.empty() : Optional.of(after);
    }

    /** @return {@code false} when the log lacks something of the change */
    boolean next() {
        laidOut.rewind(0);
        Arrays.fill(lengths, ABSENT);
        lay(firstIncluded);
        var isTold = true;
        if (isDelete || isUpdate) {
            place(before);
            isTold = hasKey();
        }
        if (isUpdate) {
            // What did not change may be left out of the second image: it is as in the first.
            lay(secondIncluded);
        }
        if (!isDelete) {
            place(after);
            isTold &= isWhole();
        }
        before.in(laidOut.bytes());
        after.in(laidOut.bytes());
        return isTold;
    }

    private void place(Row row) {
        for (int field = 0; field < starts.length; field++) {
            row.place(field, starts[field], Math.max(-1, lengths[field]));
        }
    }

    private boolean isWhole() {
        return IntStream.of(lengths).noneMatch(length -> length == ABSENT);
    }

    private boolean hasKey() {
        return needs.key().stream().noneMatch(field -> lengths[field] == ABSENT);
    }

    private void lay(byte[] included) {
        var nulls = bytes.at;
        var count = 0;
        for (int i = 0; i < kinds.size(); i++) {
            count += LogBytes.isSet(included, 0, i) ? 1 : 0;
        }
        bytes.skip((count + 7) / 8);
        var place = 0;
        for (int i = 0; i < kinds.size(); i++) {
            if (LogBytes.isSet(included, 0, i)) {
                cell(i, LogBytes.isSet(bytes.bytes, nulls, place));
                place++;
            }
        }
    }

    private void cell(int column, boolean isNothing) {
        var field = fields[column];
        var maker = makers[column];
        if (isNothing) {
            if (field >= 0) {
                lengths[field] = -1;
            }
            return;
        }
        var kind = kinds.get(column);
        var length = kind.length(bytes.bytes, bytes.at);
        bytes.skip(kind.prefix());
        if (maker != null) {
            var mark = laidOut.length();
            maker.make(bytes.bytes, bytes.at, length, laidOut);
            starts[field] = mark + 4;
            lengths[field] = laidOut.length() - mark - 4;
        }
        bytes.skip(length);
    }
}

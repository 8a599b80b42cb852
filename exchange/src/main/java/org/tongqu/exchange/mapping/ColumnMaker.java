package org.tongqu.exchange.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongqu.engines.exchanges.Column;
import org.tongqu.engines.exchanges.Origin;
import org.tongqu.exchange.wire.Cell;
import org.tongqu.exchange.wire.Cell.Form;
import org.tongqu.exchange.wire.CellReader;
import org.tongqu.exchange.wire.CellWriter;
import org.tongqu.exchange.wire.Misfit;
import org.tongqu.exchange.wire.Row;
import org.tongqu.exchange.wire.TakenOver;
import org.tongqu.exchange.wire.TupleWriter;
import org.tongqu.exchange.wire.WireType;

/** Makes one column of the target: origin, trim, code list, unit, rules, cover, type, in this order. */
final class ColumnMaker {

    private final Column column;
    private final int[] cells;
    private final WireType[] types;
    private final CellWriter writer;
    private final boolean isRequired;
    private final boolean isTrimmed;
    private final boolean isField;
    private final @Nullable TakenOver takenOver;
    private final @Nullable Slices codes;
    private final @Nullable UnitChange unit;
    private final List<RuleCheck> rules;
    private final Cell cell = new Cell();
    private byte[] together = new byte[256];

    /** What a column is made with, beside its own declaration. */
    record Parts(CellWriter writer, TargetColumn target, Optional<Map<String, String>> codes, List<RuleCheck> rules) {}

    ColumnMaker(Column column, List<SourceField> fields, Parts parts) {
        this.column = column;
        var names = column.origin().fields();
        this.cells = names.stream().mapToInt(name -> index(fields, name)).toArray();
        this.types = names.stream()
                .map(name -> fields.get(index(fields, name)).type())
                .toArray(WireType[]::new);
        this.writer = parts.writer();
        this.isRequired = parts.target().presence() == TargetColumn.Presence.REQUIRED;
        this.codes = parts.codes().map(Slices::new).orElse(null);
        this.unit = column.unit().map(UnitChange::new).orElse(null);
        this.rules = parts.rules();
        this.isTrimmed = column.trim() == Column.Trim.TAKEN_OFF;
        this.isField = column.origin() instanceof Origin.Field;
        this.takenOver =
                isLeftAsItIs() ? TakenOver.of(types[0], parts.target().type()).orElse(null) : null;
    }

    private static int index(List<SourceField> fields, String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("The source was not asked for " + name);
    }

    private boolean isLeftAsItIs() {
        return isField
                && !isTrimmed
                && codes == null
                && unit == null
                && rules.isEmpty()
                && column.cover().isEmpty();
    }

    /** Writes the cell; a failure leaves half a row behind, which the caller takes back. */
    @Nullable
    Failure make(Row row, TupleWriter out) {
        if (takenOver != null && !row.isNull(cells[0]) && takenOver.write(row, cells[0], out)) {
            return null;
        }
        if (isField) {
            CellReader.read(types[0], row, cells[0], cell);
        } else {
            read(row);
        }
        if (isTrimmed) {
            cell.trim();
        }
        if (codes != null && !cell.isNothing()) {
            cell.toText();
            var code = codes.find(cell.bytes(), cell.start(), cell.length());
            if (code == null) {
                return new Failure("codes", column.name(), "codes");
            }
            cell.text(code);
        }
        if (unit != null && !cell.isNothing()) {
            var misfit = unit.change(cell);
            if (misfit != Misfit.NONE) {
                return Failure.misfit(column.name(), misfit);
            }
        }
        return checked(out);
    }

    private @Nullable Failure checked(TupleWriter out) {
        for (int i = 0; i < rules.size(); i++) {
            if (!rules.get(i).passes(cell)) {
                return rules.get(i).failure();
            }
        }
        if (isRequired && cell.isNothing()) {
            return new Failure("required", column.name(), "required");
        }
        if (column.cover().isPresent() && !cell.isNothing()) {
            cover(column.cover().get());
        }
        var misfit = writer.write(cell, out);
        return misfit == Misfit.NONE ? null : Failure.misfit(column.name(), misfit);
    }

    private void cover(Column.Cover cover) {
        cell.toText();
        var plain = new String(cell.bytes(), cell.start(), cell.length(), UTF_8);
        cell.text(cover.covered(plain).getBytes(UTF_8));
    }

    private void read(Row row) {
        switch (column.origin()) {
            case Origin.Field field -> CellReader.read(types[0], row, cells[0], cell);
            case Origin.Joined joined -> join(row, joined.with().getBytes(UTF_8));
            case Origin.Part part -> part(row, part.by().getBytes(UTF_8), part.number());
            case Origin.Always always -> cell.text(always.value().getBytes(UTF_8));
        }
    }

    private void join(Row row, byte[] with) {
        var length = 0;
        for (int i = 0; i < cells.length; i++) {
            CellReader.read(types[i], row, cells[i], cell);
            cell.toText();
            if (cell.isNothing() || cell.length() == 0) {
                continue;
            }
            var more = (length == 0 ? 0 : with.length) + cell.length();
            if (together.length < length + more) {
                together = Arrays.copyOf(together, Math.max(together.length * 2, length + more));
            }
            if (length > 0) {
                System.arraycopy(with, 0, together, length, with.length);
                length += with.length;
            }
            System.arraycopy(cell.bytes(), cell.start(), together, length, cell.length());
            length += cell.length();
        }
        if (length == 0) {
            cell.nothing();
        } else {
            cell.bytes(Form.TEXT, together, 0, length);
        }
    }

    private void part(Row row, byte[] by, int number) {
        CellReader.read(types[0], row, cells[0], cell);
        cell.toText();
        if (cell.isNothing()) {
            return;
        }
        var bytes = cell.bytes();
        var end = cell.start() + cell.length();
        var from = cell.start();
        for (int part = 1; part < number; part++) {
            var found = find(bytes, from, end, by);
            if (found < 0) {
                cell.nothing();
                return;
            }
            from = found + by.length;
        }
        var next = find(bytes, from, end, by);
        cell.bytes(Form.TEXT, bytes, from, (next < 0 ? end : next) - from);
    }

    private static int find(byte[] bytes, int from, int end, byte[] sought) {
        for (int at = from; at + sought.length <= end; at++) {
            if (Arrays.equals(bytes, at, at + sought.length, sought, 0, sought.length)) {
                return at;
            }
        }
        return -1;
    }
}

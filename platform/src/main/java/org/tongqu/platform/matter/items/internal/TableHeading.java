package org.tongqu.platform.matter.items.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.items.BookRefusal;
import org.tongqu.platform.matter.items.BookRefusal.Fault;
import org.tongqu.platform.operate.sheets.SheetRow;

/** Reads a table whose first line names its columns in any order; each line gets what is wrong with it from {@link Lines}. */
final class TableHeading {

    private final List<String> known;
    private final String key;
    private final Map<Integer, String> columns = new LinkedHashMap<>();
    private final Map<String, Integer> keys = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private TableHeading(List<String> known, String key) {
        this.known = known;
        this.key = key;
    }

    /** What is wrong with the cells of one line. */
    @FunctionalInterface
    interface Lines {
        List<Fault> check(int row, Map<String, String> cells);
    }

    /**
     * All lines, or all that is wrong with them.
     *
     * @param known the columns there may be
     * @param key   the column that tells one line from another
     */
    static Outcome<List<Map<String, String>>, BookRefusal> read(
            List<SheetRow> lines, List<String> known, String key, Lines check) {
        if (lines.isEmpty()) {
            return Outcome.refused(new BookRefusal.Faulty(List.of(new Fault(1, "", "no-heading", "")), 0));
        }
        var reading = new TableHeading(known, key);
        reading.heading(lines.getFirst());
        List<Map<String, String>> items = new ArrayList<>();
        if (reading.faults.isEmpty()) {
            lines.stream().skip(1).forEach(line -> items.add(reading.line(line, check)));
            if (items.isEmpty()) {
                reading.faults.add(new Fault(1, "", "no-lines", ""));
            }
        }
        return reading.faults.isEmpty()
                ? Outcome.done(items)
                : Outcome.refused(new BookRefusal.Faulty(reading.faults, 0));
    }

    private void heading(SheetRow row) {
        for (int column = 0; column < row.cells().size(); column++) {
            var name = row.cell(column);
            if (name.isEmpty()) {
                continue;
            }
            if (!known.contains(name)) {
                faults.add(new Fault(row.number(), "", "unknown-column", name));
            } else if (columns.containsValue(name)) {
                faults.add(new Fault(row.number(), name, "column-twice", name));
            } else {
                columns.put(column, name);
            }
        }
        if (!columns.containsValue(key)) {
            faults.add(new Fault(row.number(), key, "column-missing", ""));
        }
    }

    private Map<String, String> line(SheetRow row, Lines check) {
        var cells = new HashMap<String, String>();
        columns.forEach((column, name) -> cells.put(name, row.cell(column)));
        for (var column : row.formulas()) {
            faults.add(new Fault(row.number(), columns.getOrDefault(column, ""), "formula", row.cell(column)));
        }
        faults.addAll(check.check(row.number(), cells));
        var before = keys.putIfAbsent(cells.getOrDefault(key, ""), row.number());
        if (before != null) {
            faults.add(new Fault(row.number(), key, "line-twice", String.valueOf(before)));
        }
        return cells;
    }
}

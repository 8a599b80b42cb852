package org.tongqu.platform.matter.items.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.items.BookRefusal;
import org.tongqu.platform.matter.items.BookRefusal.Fault;
import org.tongqu.platform.matter.services.ItemLists;
import org.tongqu.platform.operate.sheets.SheetRow;

/** Reads a table of items: a heading with the names of the national columns in any order, then one line for each item. */
@Component
public class ItemRows {

    private static final String CODE = "task_code";
    private static final String OFFICE = "dept_code";

    private final ItemLists lists;

    ItemRows(ItemLists lists) {
        this.lists = lists;
    }

    /** @param office whose items these must be */
    public Outcome<List<Map<String, String>>, BookRefusal> read(List<SheetRow> lines, String office) {
        if (lines.isEmpty()) {
            return Outcome.refused(new BookRefusal.Faulty(List.of(new Fault(1, "", "no-heading", "")), 0));
        }
        var reading = new Reading(office);
        reading.heading(lines.getFirst());
        if (reading.faults.isEmpty()) {
            lines.stream().skip(1).forEach(reading::line);
            if (lines.size() == 1) {
                reading.faults.add(new Fault(1, "", "no-lines", ""));
            }
        }
        return reading.faults.isEmpty()
                ? Outcome.done(List.copyOf(reading.items))
                : Outcome.refused(new BookRefusal.Faulty(reading.faults, 0));
    }

    private final class Reading {

        private final String office;
        private final Set<String> online =
                lists.all().stream().map(item -> item.code().value()).collect(Collectors.toUnmodifiableSet());
        private final Map<Integer, String> columns = new LinkedHashMap<>();
        private final Map<String, Integer> codes = new HashMap<>();
        private final List<Map<String, String>> items = new ArrayList<>();
        private final List<Fault> faults = new ArrayList<>();

        Reading(String office) {
            this.office = office;
        }

        void heading(SheetRow row) {
            var known = lists.columns();
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
            if (!columns.containsValue(CODE)) {
                faults.add(new Fault(row.number(), CODE, "column-missing", ""));
            }
        }

        void line(SheetRow row) {
            var cells = new HashMap<String, String>();
            columns.forEach((column, name) -> cells.put(name, row.cell(column)));
            for (var column : row.formulas()) {
                faults.add(new Fault(row.number(), columns.getOrDefault(column, ""), "formula", row.cell(column)));
            }
            for (var fault : lists.check(cells)) {
                faults.add(new Fault(row.number(), fault.column(), fault.kind(), fault.found()));
            }
            var code = cells.getOrDefault(CODE, "");
            var before = codes.putIfAbsent(code, row.number());
            if (before != null) {
                faults.add(new Fault(row.number(), CODE, "line-twice", String.valueOf(before)));
            }
            var body = cells.getOrDefault(OFFICE, "");
            if (!body.isEmpty() && !body.equals(office)) {
                faults.add(new Fault(row.number(), OFFICE, "other-office", body));
            }
            if (online.contains(code)) {
                faults.add(new Fault(row.number(), CODE, "said-by-service", code));
            }
            items.add(lists.tidy(cells));
        }
    }
}

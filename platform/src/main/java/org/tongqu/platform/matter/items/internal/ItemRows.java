package org.tongqu.platform.matter.items.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final String BASIC = "catalog_code";
    private static final String LEVEL = "use_level";
    private static final String OFFICE = "dept_code";

    private final ItemLists lists;
    private final ItemStore store;

    ItemRows(ItemLists lists, ItemStore store) {
        this.lists = lists;
        this.store = store;
    }

    /** @param office whose items these must be */
    public Outcome<List<Map<String, String>>, BookRefusal> read(List<SheetRow> lines, String office) {
        var online = lists.all().stream().map(item -> item.code().value()).collect(Collectors.toUnmodifiableSet());
        var reading = new Reading(office, online, store.basics());
        return TableHeading.read(lines, lists.columns(), CODE, reading::faults)
                .map(items -> items.stream().map(lists::tidy).toList());
    }

    /** @param basics what the basic catalogue says, by code; without any nothing is held against it */
    private final class Reading {

        private final String office;
        private final Set<String> online;
        private final Map<String, BasicColumns.Said> basics;

        Reading(String office, Set<String> online, Map<String, BasicColumns.Said> basics) {
            this.office = office;
            this.online = online;
            this.basics = basics;
        }

        List<Fault> faults(int row, Map<String, String> cells) {
            var faults = new ArrayList<Fault>();
            for (var fault : lists.check(cells)) {
                faults.add(new Fault(row, fault.column(), fault.kind(), fault.found()));
            }
            var body = cells.getOrDefault(OFFICE, "");
            if (!body.isEmpty() && !body.equals(office)) {
                faults.add(new Fault(row, OFFICE, "other-office", body));
            }
            var code = cells.getOrDefault(CODE, "");
            if (online.contains(code)) {
                faults.add(new Fault(row, CODE, "said-by-service", code));
            }
            if (!basics.isEmpty()) {
                basic(row, cells).ifPresent(faults::add);
            }
            return faults;
        }

        private Optional<Fault> basic(int row, Map<String, String> cells) {
            var code = cells.getOrDefault(BASIC, "");
            var level = cells.getOrDefault(LEVEL, "");
            var said = basics.get(code);
            if (said == null) {
                return Optional.of(new Fault(row, BASIC, "basic-unknown", code));
            }
            if (!said.isInForce()) {
                return Optional.of(new Fault(row, BASIC, "basic-ended", code));
            }
            return level.isEmpty() || said.levels().contains(level)
                    ? Optional.empty()
                    : Optional.of(new Fault(row, LEVEL, "level-of-basic", level));
        }
    }
}

package org.tongqu.platform.matter.items.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.identity.BasicItemCode;
import org.tongqu.platform.matter.items.BookRefusal;
import org.tongqu.platform.matter.items.BookRefusal.Fault;
import org.tongqu.platform.operate.sheets.SheetRow;

/** The columns of the basic catalogue, named as in the national list where that has them. */
public final class BasicColumns {

    public static final String CODE = "catalog_code";

    private static final String NAME = "task_name";
    private static final String TYPE = "task_type";
    private static final String LAW = "by_law";
    private static final String LEVELS = "use_level";
    private static final String IN_FORCE = "in_force";

    public static final List<String> ALL = List.of(CODE, NAME, TYPE, LAW, LEVELS, "guide_dept", IN_FORCE);

    private static final Set<String> LEVEL_CODES = Set.of("1", "2", "3", "4", "5", "6", "7");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST = 4_000;

    private BasicColumns() {}

    /** What an item that an office carries out must agree with. @param levels at which it may be carried out */
    public record Said(boolean isInForce, Set<String> levels) {
        public Said {
            levels = Set.copyOf(levels);
        }

        static Said of(Map<String, String> cells) {
            return new Said(
                    cells.getOrDefault(IN_FORCE, "1").equals("1"),
                    Set.of(cells.getOrDefault(LEVELS, "").split(",")));
        }
    }

    public static Outcome<List<Map<String, String>>, BookRefusal> read(List<SheetRow> lines) {
        return TableHeading.read(lines, ALL, CODE, BasicColumns::faults)
                .map(items -> items.stream().map(BasicColumns::tidy).toList());
    }

    /** The cells in the order of the columns, without those that say nothing. */
    static Map<String, String> tidy(Map<String, String> cells) {
        Map<String, String> tidy = new LinkedHashMap<>();
        for (var column : ALL) {
            var cell = cells.getOrDefault(column, "").strip();
            if (!cell.isEmpty()) {
                tidy.put(column, cell);
            }
        }
        return tidy;
    }

    private static List<Fault> faults(int row, Map<String, String> cells) {
        var faults = new ArrayList<Fault>();
        for (var column : List.of(CODE, NAME, TYPE, LAW, LEVELS)) {
            if (cells.getOrDefault(column, "").isBlank()) {
                faults.add(new Fault(row, column, "missing", ""));
            }
        }
        var code = cells.getOrDefault(CODE, "");
        var type = cells.getOrDefault(TYPE, "");
        switch (BasicItemCode.parse(code)) {
            case Outcome.Done<BasicItemCode, ?>(var basic)
            when !type.isEmpty() && !basic.type().equals(type) ->
                faults.add(new Fault(row, TYPE, "type-of-basic", type));
            case Outcome.Refused<BasicItemCode, ?> refused
            when !code.isBlank() -> faults.add(new Fault(row, CODE, "no-basic-code", code));
            default -> {}
        }
        for (var level : cells.getOrDefault(LEVELS, "").split(",")) {
            if (!level.isBlank() && !LEVEL_CODES.contains(level)) {
                faults.add(new Fault(row, LEVELS, "no-code", level));
            }
        }
        var inForce = cells.getOrDefault(IN_FORCE, "");
        if (!inForce.isEmpty() && !Set.of("0", "1").contains(inForce)) {
            faults.add(new Fault(row, IN_FORCE, "no-flag", inForce));
        }
        cells.forEach((column, cell) -> {
            if (cell.length() > (column.equals(NAME) ? LONGEST_NAME : LONGEST)) {
                faults.add(new Fault(row, column, "too-long", cell));
            }
        });
        return faults;
    }
}

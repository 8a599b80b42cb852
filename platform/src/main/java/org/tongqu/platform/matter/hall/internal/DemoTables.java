package org.tongqu.platform.matter.hall.internal;

import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.hall.Hall;
import org.tongqu.platform.matter.hall.HallPlan;
import org.tongqu.platform.matter.hall.HallPlan.DayKind;
import org.tongqu.platform.operate.demo.DemoTable;

/** What halls of each level are like in the demo city: tables beside this module. */
final class DemoTables {

    private DemoTables() {}

    static HallPlan plan(Hall.Level level, String code, Label name, Hall.Seat seat) {
        var rules = rows("rules.csv", level).findFirst().orElseThrow();
        var hours = rows("hours.csv", level)
                .map(row -> new HallPlan.Hours(
                        DayKind.valueOf(row.get(1).toUpperCase(Locale.ROOT)),
                        LocalTime.parse(row.get(2)),
                        LocalTime.parse(row.get(3))))
                .toList();
        var lines = rows("lines.csv", level).toList();
        return new HallPlan(
                new Hall(
                        code,
                        name,
                        level,
                        seat,
                        new Hall.Rules(
                                number(rules, 1),
                                number(rules, 2),
                                number(rules, 3),
                                number(rules, 4),
                                number(rules, 5))),
                lines.stream().map(DemoTables::line).toList(),
                hours,
                rows("windows.csv", level)
                        .map(row -> new HallPlan.PlannedWindow(number(row, 1), words(row.get(2))))
                        .toList(),
                hours.stream()
                        .flatMap(open -> lines.stream().flatMap(line -> slots(open, line)))
                        .toList());
    }

    private static HallPlan.Line line(List<String> row) {
        return new HallPlan.Line(row.get(1), new Label(row.get(2), row.get(3)), words(row.get(6)), number(row, 4));
    }

    /** One slot for each full hour. */
    private static Stream<HallPlan.PlannedSlot> slots(HallPlan.Hours open, List<String> line) {
        return Stream.iterate(open.opens(), hour -> hour.isBefore(open.closes()), hour -> hour.plusHours(1))
                .map(hour ->
                        new HallPlan.PlannedSlot(line.get(1), open.kind(), hour, hour.plusHours(1), number(line, 5)));
    }

    private static Set<String> words(String cell) {
        return cell.isBlank() ? Set.of() : Set.of(cell.split(" "));
    }

    private static int number(List<String> row, int column) {
        return Integer.parseInt(row.get(column));
    }

    private static Stream<List<String>> rows(String table, Hall.Level level) {
        return DemoTable.rows(Hall.class, table).stream()
                .filter(row -> row.getFirst().equals(level.name().toLowerCase(Locale.ROOT)));
    }
}

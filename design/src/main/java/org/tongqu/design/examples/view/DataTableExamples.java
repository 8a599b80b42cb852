package org.tongqu.design.examples.view;

import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Mark;
import org.tongqu.design.view.DataTable.Order;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.Lamp;

/** Examples of {@link DataTable}. */
public final class DataTableExamples implements Examples {

    @Override
    public String template() {
        return "view/DataTable";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(
                Example.of(t, "usual", table(t, rows(t), "#next")),
                Example.of(t, "one", table(t, rows(t).subList(0, 1), "")),
                Example.of(t, "empty", table(t, List.of(), "")));
    }

    private static DataTable table(Texts t, List<Row> rows, String next) {
        var columns = List.of(
                Column.of(say(t, "receipt")).sortedBy("#by-number", Order.NONE),
                Column.of(say(t, "matter")),
                Column.of(say(t, "clock")).sortedBy("#by-due", Order.ASCENDING),
                Column.figures(say(t, "days")));
        var empty = EmptyState.of(say(t, "nothing"), say(t, "nothing.why"))
                .offering(ButtonLink.plain(say(t, "start"), "#start"));
        return new DataTable(t, say(t, "inbox"), columns, rows, empty, next);
    }

    private static List<Row> rows(Texts t) {
        return List.of(
                row(t, "2026-000123", "service", Lamp.Light.LATE, "-1").marked(Mark.CURRENT),
                row(t, "2026-000124", "firm.long", Lamp.Light.SOON, "1"),
                row(t, "2026-000125", "service.2", Lamp.Light.PAUSED, "3"),
                row(t, "2026-000126", "service", Lamp.Light.FINE, "5"));
    }

    private static Row row(Texts t, String number, String matter, Lamp.Light light, String days) {
        return Row.opening(
                "#" + number,
                new Cell.Opens(number, "#" + number),
                new Cell.TwoLines(say(t, matter), say(t, "li")),
                new Cell.Lit(Lamp.of(t, light)),
                new Cell.Figure(days));
    }
}

package org.tongqu.platform.data.exchange.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.tongqu.design.Texts;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.platform.data.exchange.Board.Given;

/** What each department gave and took. */
record Balance(Texts texts, Function<String, String> office) {

    private record Sums(long gave, long took) {
        Sums and(Sums other) {
            return new Sums(gave + other.gave, took + other.took);
        }
    }

    DataTable table(List<Given> given) {
        var sums = new LinkedHashMap<String, Sums>();
        for (var pair : given) {
            sums.merge(pair.provider(), new Sums(pair.total(), 0), Sums::and);
            sums.merge(pair.consumer(), new Sums(0, pair.total()), Sums::and);
        }
        return new DataTable(
                texts,
                texts.say("exchange.balance"),
                List.of(
                        Column.of(texts.say("exchange.column.office")),
                        Column.figures(texts.say("exchange.column.gave")),
                        Column.figures(texts.say("exchange.column.took")),
                        Column.figures(texts.say("exchange.column.balance"))),
                sums.entrySet().stream()
                        .map(entry -> row(office.apply(entry.getKey()), entry.getValue()))
                        .toList(),
                EmptyState.of(texts.say("exchange.flows.empty"), ""),
                "");
    }

    private Row row(String name, Sums sums) {
        return Row.of(
                new Cell.Words(name),
                new Cell.Figure(texts.number(sums.gave())),
                new Cell.Figure(texts.number(sums.took())),
                new Cell.Figure(texts.number(sums.gave() - sums.took())));
    }
}

package org.tongqu.platform.matter.items;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tongqu.design.Texts;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.EmptyState;

/** The basic catalogue as a list. */
public final class BasicTelling {

    private BasicTelling() {}

    /**
     * @param place   where one of them is told, followed by its code
     * @param offices by how many each is carried out
     */
    public static DataTable table(
            Texts texts, String place, List<BookItem> items, Map<String, Integer> offices, EmptyState none) {
        return new DataTable(
                texts,
                texts.say("items.basic.heading"),
                Stream.of("task_name", "catalog_code", "task_type", "use_level", "offices")
                        .map(column -> DataTable.Column.of(
                                texts.say(column.equals("offices") ? "items.basic.offices" : "portal.item." + column)))
                        .toList(),
                items.stream()
                        .map(item -> row(texts, place, item, offices.getOrDefault(item.code(), 0)))
                        .toList(),
                none,
                "");
    }

    private static DataTable.Row row(Texts texts, String place, BookItem item, int offices) {
        var href = place + item.code();
        return DataTable.Row.opening(
                href,
                new Cell.Opens(item.name(), href),
                new Cell.Words(item.code()),
                new Cell.Words(ItemTelling.said(texts, "task_type", item.cell("task_type"))),
                new Cell.Words(ItemTelling.said(texts, "use_level", item.cell("use_level"))),
                new Cell.Words(
                        item.cell("in_force").equals("0")
                                ? texts.say("items.basic.ended")
                                : offices == 0
                                        ? texts.say("items.basic.none")
                                        : texts.say("items.basic.count", offices)));
    }
}

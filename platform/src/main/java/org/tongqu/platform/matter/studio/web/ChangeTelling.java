package org.tongqu.platform.matter.studio.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tongqu.design.Texts;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.engines.packs.plan.PackPlan;
import org.tongqu.engines.texts.Sentences;
import org.tongqu.platform.operate.web.Said;

/** What differs between two packs, in the words of {@code pack plan}. */
final class ChangeTelling {

    private static final Sentences SENTENCES = Sentences.in("texts/engines/packs");

    private ChangeTelling() {}

    static List<DataTable> tables(Texts texts, PackPlan plan) {
        var tables = new ArrayList<DataTable>();
        if (!plan.flags().isEmpty()) {
            tables.add(table(
                    texts,
                    "flags",
                    List.of(Column.of(texts.say("studio.column.flag"))),
                    plan.flags().stream()
                            .map(flag -> Row.of(
                                    new Cell.Words(say(texts, "plan.flag." + flag.code(), List.of(flag.what())))))
                            .toList()));
        }
        tables.add(table(
                texts,
                "changes",
                Stream.of("part", "before", "after")
                        .map(name -> Column.of(texts.say("studio.column." + name)))
                        .toList(),
                plan.changes().stream()
                        .map(change -> Row.of(
                                new Cell.TwoLines(
                                        say(
                                                texts,
                                                "plan.part."
                                                        + change.place().part().key(),
                                                List.of()),
                                        change.place().name()),
                                new Cell.Words(change.before().orElse("–")),
                                new Cell.Words(change.after().orElse("–"))))
                        .toList()));
        return tables;
    }

    private static String say(Texts texts, String key, List<String> arguments) {
        return SENTENCES.say(Said.language(texts), key, arguments);
    }

    private static DataTable table(Texts texts, String name, List<Column> columns, List<Row> rows) {
        return new DataTable(
                texts,
                texts.say("studio.change." + name),
                columns,
                rows,
                EmptyState.of(texts.say("studio.change.none"), texts.say("studio.change.none.text")),
                "");
    }
}

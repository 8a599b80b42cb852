package org.tongqu.exchange.questions;

import java.util.List;
import org.tongqu.exchange.inventory.Dictionary;
import org.tongqu.exchange.inventory.FoundTable;
import org.tongqu.exchange.inventory.FoundTable.Column;
import org.tongqu.exchange.inventory.FoundTable.Kind;
import org.tongqu.exchange.inventory.FoundTable.Place;
import org.tongqu.exchange.parcels.OrderJson;
import org.tongqu.kernel.data.Datum;

/** What a database says of itself, as a node tells it to the centre: names, remarks and types, no row. */
final class DictionaryJson {

    private DictionaryJson() {}

    static Datum write(Dictionary dictionary) {
        return Datum.empty()
                .with("kind", Datum.of(dictionary.kind()))
                .with(
                        "tables",
                        Datum.of(dictionary.tables().stream()
                                .map(DictionaryJson::table)
                                .toList()));
    }

    private static Datum table(FoundTable table) {
        return Datum.empty()
                .with("schema", Datum.of(table.schema()))
                .with("name", Datum.of(table.name()))
                .with("remark", Datum.of(table.remark()))
                .with(
                        "columns",
                        Datum.of(table.columns().stream()
                                .map(DictionaryJson::column)
                                .toList()));
    }

    private static Datum column(Column column) {
        return Datum.empty()
                .with("name", Datum.of(column.name()))
                .with("remark", Datum.of(column.remark()))
                .with("kind", Datum.of(column.kind().name()))
                .with("length", Datum.of(column.length()))
                .with("place", Datum.of(column.place().name()));
    }

    /** @throws OrderJson.NoOrder when it is none */
    static Dictionary read(Datum written) {
        List<FoundTable> tables = written.items("tables").stream()
                .map(table -> new FoundTable(
                        OrderJson.text(table, "schema"),
                        OrderJson.text(table, "name"),
                        OrderJson.text(table, "remark"),
                        table.items("columns").stream()
                                .map(DictionaryJson::readColumn)
                                .toList()))
                .toList();
        return new Dictionary(OrderJson.text(written, "kind"), tables);
    }

    private static Column readColumn(Datum written) {
        return new Column(
                OrderJson.text(written, "name"),
                OrderJson.text(written, "remark"),
                OrderJson.named(Kind.class, OrderJson.text(written, "kind")),
                (int) OrderJson.number(written, "length"),
                OrderJson.named(Place.class, OrderJson.text(written, "place")));
    }
}

package org.tongqu.scale;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.MapFunction;
import org.tongqu.exchange.crosscheck.RowList;
import org.tongqu.scale.evidence.Passed.Listed;

/** What of a row is compared. */
final class Listing implements MapFunction<Row, Listed> {

    private final int[] places;

    /** @param fields names of columns */
    Listing(RowList list, List<String> fields) {
        this.places = fields.stream()
                .mapToInt(name -> list.width() + list.row() + list.names().indexOf(name))
                .toArray();
    }

    @Override
    public Listed map(Row row) {
        var texts = Arrays.stream(row.texts())
                .map(text -> Objects.requireNonNullElse(text, ""))
                .toArray(String[]::new);
        var values = new String[places.length];
        for (int i = 0; i < places.length; i++) {
            values[i] = texts[places[i]].strip();
        }
        return new Listed(Math.toIntExact(row.number()), values, texts);
    }
}

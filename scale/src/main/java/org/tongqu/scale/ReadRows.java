package org.tongqu.scale;

import java.sql.SQLException;
import java.util.List;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.tongqu.exchange.crosscheck.Reading;

/** Reads one part of a side, by its number; done again, it reads the same rows. */
final class ReadRows implements FlatMapFunction<Long, Row> {

    private final Entry entry;
    private final List<Reading> readings;

    ReadRows(Entry entry, List<Reading> readings) {
        this.entry = entry;
        this.readings = List.copyOf(readings);
    }

    @Override
    public void flatMap(Long part, Collector<Row> rows) throws SQLException {
        try (var connection = entry.open()) {
            readings.get(part.intValue()).read(connection, (number, texts) -> rows.collect(new Row(number, texts)));
        }
    }
}

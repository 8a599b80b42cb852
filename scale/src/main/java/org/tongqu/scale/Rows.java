package org.tongqu.scale;

import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tongqu.exchange.crosscheck.Reading;

/** Rows as they come from a database. */
final class Rows {

    private Rows() {}

    /** Each part is read by the next worker that is free. */
    static DataStream<Row> read(StreamExecutionEnvironment environment, Entry entry, List<Reading> readings) {
        return environment.fromSequence(0, readings.size() - 1L).flatMap(new ReadRows(entry, readings));
    }
}

package org.tongqu.scale;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.tongqu.engines.comparisons.ComparisonJob.Finds;
import org.tongqu.exchange.crosscheck.CrossParts;
import org.tongqu.exchange.crosscheck.Laying;

/** A comparison by identifier: both sides are read in ranges of their keys, and rows of one key meet at one worker. */
record ByKey(CrossParts.Readings readings, Entry about, Entry against) {

    DataStream<Row> found(StreamExecutionEnvironment environment) {
        var own = Rows.read(environment, about, readings.about());
        if (readings.laying().finds() == Finds.REPEATED) {
            return own;
        }
        var other = Rows.read(environment, against, readings.against());
        return own.flatMap(new ToMeet(readings.laying(), Meeting.ABOUT))
                .union(other.flatMap(new ToMeet(readings.laying(), Meeting.AGAINST)))
                .keyBy(LaidRow::key)
                .process(new Meeting(readings.laying()));
    }

    /** Rows whose key is not whole meet nobody: each is by itself where it may still be found. */
    private record ToMeet(Laying laying, int side) implements FlatMapFunction<Row, LaidRow> {

        @Override
        public void flatMap(Row row, Collector<LaidRow> laid) {
            var key = laying.key(row.texts()).orElseGet(() -> "!" + side + String.join("\u0000", row.texts()));
            laid.collect(new LaidRow(key, side, row.texts()));
        }
    }
}

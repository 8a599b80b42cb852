package org.tongqu.scale;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.tongqu.exchange.crosscheck.Laying;

/** Brings the rows of one key together, and says what is found when both sides have said what they know of it. */
final class Meeting extends KeyedProcessFunction<String, LaidRow, Row> {

    static final int ABOUT = 0;
    static final int AGAINST = 1;

    private final Laying laying;
    private transient ValueState<String[]> about;
    private transient ValueState<String[]> against;

    @SuppressWarnings("NullAway.Init")
    Meeting(Laying laying) {
        this.laying = laying;
    }

    @Override
    public void open(OpenContext context) {
        about = getRuntimeContext().getState(new ValueStateDescriptor<>("about", TypeInformation.of(String[].class)));
        against =
                getRuntimeContext().getState(new ValueStateDescriptor<>("against", TypeInformation.of(String[].class)));
    }

    @Override
    public void processElement(LaidRow row, Context context, Collector<Row> found) throws Exception {
        (row.side() == ABOUT ? about : against).update(row.texts());
        context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
    }

    @Override
    public void onTimer(long moment, OnTimerContext context, Collector<Row> found) throws Exception {
        laying.found(about.value(), against.value()).ifPresent(texts -> found.collect(new Row(0, texts)));
    }
}

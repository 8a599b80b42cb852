package org.tongqu.scale.evidence;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/** Waits until all of one key is there. */
final class Gathered {

    private Gathered() {}

    /** Of one stream. */
    abstract static class Of<K, I, O> extends KeyedProcessFunction<K, I, O> {

        private final Class<I> kind;
        private transient ListState<I> gathered;

        @SuppressWarnings("NullAway.Init")
        Of(Class<I> kind) {
            this.kind = kind;
        }

        abstract void all(List<I> some, Collector<O> out);

        @Override
        public void open(OpenContext context) {
            gathered = getRuntimeContext().getListState(new ListStateDescriptor<>("gathered", kind));
        }

        @Override
        public void processElement(I one, Context context, Collector<O> out) throws Exception {
            gathered.add(one);
            context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
        }

        @Override
        public void onTimer(long moment, OnTimerContext context, Collector<O> out) throws Exception {
            all(list(gathered), out);
        }
    }

    /** Of two streams. */
    abstract static class OfBoth<K, A, B, O> extends KeyedCoProcessFunction<K, A, B, O> {

        private final Class<A> first;
        private final Class<B> second;
        private transient ListState<A> ones;
        private transient ListState<B> others;

        @SuppressWarnings("NullAway.Init")
        OfBoth(Class<A> first, Class<B> second) {
            this.first = first;
            this.second = second;
        }

        abstract void all(List<A> some, List<B> more, Collector<O> out);

        @Override
        public void open(OpenContext context) {
            ones = getRuntimeContext().getListState(new ListStateDescriptor<>("ones", first));
            others = getRuntimeContext().getListState(new ListStateDescriptor<>("others", second));
        }

        @Override
        public void processElement1(A one, Context context, Collector<O> out) throws Exception {
            ones.add(one);
            context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
        }

        @Override
        public void processElement2(B one, Context context, Collector<O> out) throws Exception {
            others.add(one);
            context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
        }

        @Override
        public void onTimer(long moment, OnTimerContext context, Collector<O> out) throws Exception {
            all(list(ones), list(others), out);
        }
    }

    private static <T> List<T> list(ListState<T> state) throws Exception {
        List<T> list = new ArrayList<>();
        var held = state.get();
        if (held != null) {
            held.forEach(list::add);
        }
        return list;
    }
}

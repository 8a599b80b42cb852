package org.tongqu.scale.evidence;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Takes all that comes to one worker and says at the end what it comes to. */
abstract class AtEnd<I, O> extends AbstractStreamOperator<O> implements OneInputStreamOperator<I, O>, BoundedOneInput {

    abstract void take(I one);

    abstract void end();

    final void say(O one) {
        output.collect(new StreamRecord<>(one));
    }

    @Override
    public void processElement(StreamRecord<I> one) {
        take(one.getValue());
    }

    @Override
    public void endInput() {
        end();
    }

    /** At each worker. */
    SingleOutputStreamOperator<O> of(DataStream<I> stream, Class<O> kind) {
        return stream.transform(getClass().getSimpleName(), TypeInformation.of(kind), this);
    }

    /** At one worker alone. */
    SingleOutputStreamOperator<O> ofAll(DataStream<I> stream, Class<O> kind) {
        return of(stream.global(), kind).setParallelism(1);
    }
}

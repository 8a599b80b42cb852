package org.tongqu.platform.data.interfaces.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.interfaces.Call;
import org.tongqu.platform.data.interfaces.CallRefusal.Side;
import org.tongqu.platform.data.interfaces.CallRefusal.Why;
import org.tongqu.platform.data.interfaces.Durations;
import org.tongqu.platform.operate.store.Columns;
import org.tongqu.platform.operate.store.Later;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Calls, their meters and their entries in the journal, however many in three statements and one for each meter. */
@Repository
class CallStore {

    private final Later later;
    private final Journal journal;

    CallStore(Later later, Journal journal) {
        this.later = later;
        this.journal = journal;
    }

    /** In the transaction of the caller. */
    void write(List<Call> calls) {
        var each = calls.stream().filter(call -> !CallBook.isCountedOnly(call)).toList();
        if (!each.isEmpty()) {
            journal.appendAll(each.stream().map(CallStore::entry).toList());
            insert(each);
        }
        var meters = new TreeMap<String, Meter>();
        calls.forEach(call ->
                meters.computeIfAbsent(meterOf(call), key -> new Meter(call)).count(call));
        meters.values().forEach(this::add);
    }

    private static Entry entry(Call call) {
        var under = call.key().under();
        var entry = Entry.of(
                        call.at(),
                        new Entry.Doer(
                                "interface-key:" + call.key().id(), call.key().label()),
                        call.why().isEmpty() ? "interfaces.call-answered" : "interfaces.call-refused",
                        new Entry.Subject("endpoint", call.endpoint()))
                .under(under.agreement())
                .with(Datum.empty()
                        .with("call", Datum.of(call.id().toString()))
                        .with("consumer", Datum.of(under.consumer()))
                        .with("provider", Datum.of(under.provider()))
                        .with("outcome", Datum.of(call.outcome()))
                        .with("records", Datum.of(call.size().records()))
                        .with("bytes", Datum.of(call.size().bytes()))
                        .with("digest", Datum.of(call.size().digest()))
                        .with("millis", Datum.of(call.took().whole().toMillis())));
        return call.matter().isEmpty() ? entry : entry.because(call.matter());
    }

    private void insert(List<Call> calls) {
        later.write(
                """
                INSERT INTO interfaces.call (call, endpoint, agreement, consumer, key, at, status, outcome, records, bytes,
                    took_us, provider_us, digest)
                SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::timestamptz[], ?::integer[],
                                     ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[])
                """,
                texts(calls, Call::id),
                texts(calls, Call::endpoint),
                texts(calls, call -> call.key().under().agreement()),
                texts(calls, call -> call.key().under().consumer()),
                texts(calls, call -> call.key().id()),
                texts(calls, Call::at),
                texts(calls, Call::status),
                texts(calls, Call::outcome),
                texts(calls, call -> call.size().records()),
                texts(calls, call -> call.size().bytes()),
                texts(calls, call -> micros(call.took().whole())),
                texts(calls, call -> micros(call.took().provider())),
                texts(calls, call -> call.size().digest()));
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1000;
    }

    private static @Nullable String[] texts(List<Call> calls, Function<Call, Object> part) {
        return Columns.column(calls, call -> String.valueOf(part.apply(call)));
    }

    private static String meterOf(Call call) {
        return call.key().under().agreement() + " " + call.endpoint() + " " + day(call);
    }

    private static LocalDate day(Call call) {
        return LocalDate.ofInstant(call.at(), WorkingCalendar.ZONE);
    }

    /** What some calls of one meter come to. */
    private static final class Meter {

        private final Call first;
        private final long[] spread = new long[Durations.classes()];
        private long calls;
        private long refused;
        private long failed;
        private long records;
        private long bytes;

        Meter(Call first) {
            this.first = first;
        }

        void count(Call call) {
            calls++;
            records += call.size().records();
            bytes += call.size().bytes();
            if (call.why().isEmpty()) {
                spread[Durations.of(call.took().whole())]++;
            } else if (call.why().map(Why::side).orElseThrow() == Side.CONSUMER) {
                refused++;
            } else {
                failed++;
            }
        }

        String spread() {
            return Arrays.stream(spread).mapToObj(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        }
    }

    private void add(Meter meter) {
        later.write(
                """
                INSERT INTO interfaces.meter AS m (agreement, endpoint, day, calls, refused, failed, records, bytes, spread)
                VALUES (?, ?, ?::date, ?, ?, ?, ?, ?, ?::bigint[])
                ON CONFLICT (agreement, endpoint, day) DO UPDATE SET calls = m.calls + excluded.calls,
                    refused = m.refused + excluded.refused, failed = m.failed + excluded.failed,
                    records = m.records + excluded.records, bytes = m.bytes + excluded.bytes,
                    spread = (SELECT array_agg(coalesce(s.had, 0) + coalesce(s.came, 0) ORDER BY s.n)
                                FROM unnest(m.spread, excluded.spread) WITH ORDINALITY AS s (had, came, n))
                """,
                meter.first.key().under().agreement(),
                meter.first.endpoint(),
                day(meter.first).toString(),
                meter.calls,
                meter.refused,
                meter.failed,
                meter.records,
                meter.bytes,
                meter.spread());
    }
}

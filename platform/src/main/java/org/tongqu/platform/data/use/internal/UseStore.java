package org.tongqu.platform.data.use.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Repository;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.use.Trace;
import org.tongqu.platform.data.use.Use;
import org.tongqu.platform.operate.store.Later;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Uses, their meters, the trace each leaves with whom it is about, and their entries in the journal. */
@Repository
class UseStore {

    private final Later later;
    private final Journal journal;
    private final TraceRows traces;

    UseStore(Later later, Journal journal, TraceRows traces) {
        this.later = later;
        this.journal = journal;
        this.traces = traces;
    }

    /** In the transaction of the caller. */
    void write(List<Use> uses) {
        journal.appendAll(uses.stream()
                .filter(use -> use.refused().filter(UseGate::isCountedOnly).isEmpty())
                .map(UseStore::entry)
                .toList());
        traces.write(uses.stream()
                .filter(use -> use.refused().isEmpty())
                .flatMap(use -> rows(use).stream())
                .toList());
        var meters = new TreeMap<String, Meter>();
        uses.forEach(use ->
                meters.computeIfAbsent(Meter.of(use), key -> new Meter(use)).count(use));
        meters.values().forEach(this::add);
    }

    private static Entry entry(Use use) {
        var under = use.by().key().under();
        var entry = Entry.of(
                        use.at(),
                        new Entry.Doer(
                                "interface-key:" + use.by().key().id(),
                                use.by().key().label()),
                        use.refused().isEmpty() ? "use." + use.kind().code() : "use.refused",
                        new Entry.Subject("register", use.register()))
                .under(under.agreement())
                .with(Datum.empty()
                        .with("call", Datum.of(use.id().toString()))
                        .with("consumer", Datum.of(under.consumer()))
                        .with("provider", Datum.of(under.provider()))
                        .with("outcome", Datum.of(use.refused().orElse("answered")))
                        .with("fields", Datum.of(String.join(" ", use.fields())))
                        .with("records", Datum.of(use.size().records()))
                        .with("bytes", Datum.of(use.size().bytes()))
                        .with("digest", Datum.of(use.size().digest()))
                        .with("millis", Datum.of(use.size().took().toMillis())));
        return use.by().matter().isEmpty() ? entry : entry.because(use.by().matter());
    }

    private List<TraceRows.Row> rows(Use use) {
        var used = new TraceRows.Used(
                use.at(),
                use.kind(),
                use.register(),
                use.fields(),
                new Trace.By(
                        use.by().key().under().consumer(),
                        TraceRows.named(use.by().key().label()),
                        use.id().toString()),
                new Trace.Under(
                        use.by().key().under().agreement(),
                        use.by().purpose(),
                        use.by().matter()));
        return use.kind() == Use.Kind.SNAPSHOT
                ? List.of(traces.ofAll(used))
                : use.about().stream()
                        .distinct()
                        .map(concerned -> traces.of(concerned, used))
                        .toList();
    }

    /** What some uses of one meter come to. */
    private static final class Meter {

        private final Use first;
        private long calls;
        private long refused;
        private long records;
        private long bytes;

        Meter(Use first) {
            this.first = first;
        }

        static String of(Use use) {
            return use.by().key().under().agreement() + " " + use.register() + " "
                    + use.kind().code() + " " + day(use);
        }

        static LocalDate day(Use use) {
            return LocalDate.ofInstant(use.at(), WorkingCalendar.ZONE);
        }

        void count(Use use) {
            calls++;
            refused += use.refused().isPresent() ? 1 : 0;
            records += use.size().records();
            bytes += use.size().bytes();
        }
    }

    private void add(Meter meter) {
        later.write(
                """
                INSERT INTO uses.meter AS m (agreement, register, kind, day, calls, refused, records, bytes)
                VALUES (?, ?, ?, ?::date, ?, ?, ?, ?)
                ON CONFLICT (agreement, register, kind, day) DO UPDATE SET calls = m.calls + excluded.calls,
                    refused = m.refused + excluded.refused, records = m.records + excluded.records,
                    bytes = m.bytes + excluded.bytes
                """,
                meter.first.by().key().under().agreement(),
                meter.first.register(),
                meter.first.kind().code(),
                Meter.day(meter.first).toString(),
                meter.calls,
                meter.refused,
                meter.records,
                meter.bytes);
    }
}

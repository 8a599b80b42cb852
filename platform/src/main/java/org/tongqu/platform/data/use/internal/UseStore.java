package org.tongqu.platform.data.use.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Repository;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.use.Use;
import org.tongqu.platform.operate.store.Columns;
import org.tongqu.platform.operate.store.Later;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Uses, their meters, the trace each leaves with whom it is about, and their entries in the journal. */
@Repository
class UseStore {

    private final Later later;
    private final Journal journal;
    private final Subjects subjects;

    UseStore(Later later, Journal journal, Subjects subjects) {
        this.later = later;
        this.journal = journal;
        this.subjects = subjects;
    }

    /** In the transaction of the caller. */
    void write(List<Use> uses) {
        journal.appendAll(uses.stream()
                .filter(use -> use.refused().filter(UseGate::isCountedOnly).isEmpty())
                .map(UseStore::entry)
                .toList());
        trace(uses.stream()
                .filter(use -> use.refused().isEmpty())
                .flatMap(use -> traces(use).stream())
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

    /** A row of {@code uses.trace}. @param subject in hexadecimal digits */
    record Trace(String subject, Use use) {}

    private List<Trace> traces(Use use) {
        if (use.kind() == Use.Kind.SNAPSHOT) {
            return List.of(new Trace(hex(subjects.ofAll(use.register())), use));
        }
        return use.about().stream()
                .distinct()
                .map(concerned -> new Trace(hex(subjects.of(concerned)), use))
                .toList();
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private void trace(List<Trace> traces) {
        if (traces.isEmpty()) {
            return;
        }
        later.write(
                """
                INSERT INTO uses.trace (subject, at, kind, register, fields, organisation, who_zh, who_en, call,
                    agreement, purpose, why)
                SELECT decode(t.subject, 'hex'), t.at, t.kind, t.register, t.fields, t.organisation, t.who, t.who, t.call,
                       t.agreement, t.purpose, t.why
                  FROM unnest(?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                              ?::text[], ?::text[], ?::text[])
                       AS t (subject, at, kind, register, fields, organisation, who, call, agreement, purpose, why)
                """,
                Columns.column(traces, Trace::subject),
                column(traces, use -> use.at().toString()),
                column(traces, use -> use.kind().code()),
                column(traces, Use::register),
                column(traces, use -> String.join(" ", use.fields())),
                column(traces, use -> use.by().key().under().consumer()),
                column(traces, use -> use.by().key().label()),
                column(traces, use -> use.id().toString()),
                column(traces, use -> use.by().key().under().agreement()),
                column(traces, use -> use.by().purpose()),
                column(traces, use -> use.by().matter()));
    }

    private static @org.jspecify.annotations.Nullable String[] column(List<Trace> traces, Function<Use, String> part) {
        return Columns.column(new ArrayList<>(traces), trace -> part.apply(trace.use()));
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

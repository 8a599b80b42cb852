package org.tongqu.platform.data.use.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Repository;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.agreements.Purpose;
import org.tongqu.platform.data.golden.Concerned;
import org.tongqu.platform.data.use.DraftUse;
import org.tongqu.platform.data.use.FormUse;
import org.tongqu.platform.data.use.Trace;
import org.tongqu.platform.data.use.Use;
import org.tongqu.platform.data.use.internal.TraceRows.Row;
import org.tongqu.platform.data.use.internal.TraceRows.Used;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** What forms took from registers: one statement a form, however many it asked about, and an entry for each register. */
@Repository
public class FormTraces {

    private final TraceRows traces;
    private final Journal journal;

    FormTraces(TraceRows traces, Journal journal) {
        this.traces = traces;
        this.journal = journal;
    }

    private record Of(Concerned about, String register) {}

    public void write(FormUse use) {
        var receipt = use.matter().receipt();
        var by = new Trace.By(use.matter().organisation(), Optional.of(use.what()), receipt);
        var under = new Trace.Under("", Purpose.APPROVAL.code(), receipt);
        traces.write(fields(use.facts()).entrySet().stream()
                .map(one -> row(
                        one.getKey(),
                        new Used(use.at(), Use.Kind.FORM, one.getKey().register(), one.getValue(), by, under)))
                .toList());
        journal.appendAll(registers(use.facts()).entrySet().stream()
                .map(one -> entry(
                        Entry.of(use.at(), use.by(), "use.form", new Entry.Subject("register", one.getKey()))
                                .because(receipt),
                        by,
                        one.getValue()))
                .toList());
    }

    /** Of a form that may never be handed in; what it left before is not left again. */
    public void write(DraftUse use) {
        if (use.facts().isEmpty()) {
            return;
        }
        var by = new Trace.By(use.organisation(), Optional.of(use.what()), use.draft());
        var under = new Trace.Under("", Purpose.APPROVAL.code(), "");
        List<Row> rows = fields(use.facts()).entrySet().stream()
                .map(one -> row(
                        one.getKey(),
                        new Used(use.at(), Use.Kind.DRAFT, one.getKey().register(), one.getValue(), by, under)))
                .toList();
        var fields = registers(use.facts());
        journal.appendAll(traces.writeNew(rows).stream()
                .map(register -> entry(
                        Entry.of(use.at(), use.by(), "use.draft", new Entry.Subject("register", register)),
                        by,
                        fields.getOrDefault(register, Set.of())))
                .toList());
    }

    private Row row(Of of, Used used) {
        return traces.of(of.about(), used);
    }

    private static Map<Of, Set<String>> fields(List<FormUse.Fact> facts) {
        Map<Of, Set<String>> fields = new LinkedHashMap<>();
        facts.forEach(fact -> fields.computeIfAbsent(new Of(fact.about(), fact.register()), of -> new TreeSet<>())
                .add(fact.field()));
        return fields;
    }

    private static Map<String, Set<String>> registers(List<FormUse.Fact> facts) {
        Map<String, Set<String>> registers = new LinkedHashMap<>();
        facts.forEach(fact -> registers
                .computeIfAbsent(fact.register(), register -> new TreeSet<>())
                .add(fact.field()));
        return registers;
    }

    private static Entry entry(Entry entry, Trace.By by, Collection<String> fields) {
        return entry.with(Datum.empty()
                .with("consumer", Datum.of(by.organisation()))
                .with("call", Datum.of(by.call()))
                .with("fields", Datum.of(String.join(" ", fields))));
    }
}

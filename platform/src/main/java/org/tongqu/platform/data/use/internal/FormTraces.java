package org.tongqu.platform.data.use.internal;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Repository;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.agreements.Purpose;
import org.tongqu.platform.data.golden.Concerned;
import org.tongqu.platform.data.use.FormUse;
import org.tongqu.platform.operate.store.Columns;
import org.tongqu.platform.operate.store.Later;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** What forms took from registers: one statement a form, however many it asked about, and an entry for each register. */
@Repository
public class FormTraces {

    private final Later later;
    private final Journal journal;
    private final Subjects subjects;

    FormTraces(Later later, Journal journal, Subjects subjects) {
        this.later = later;
        this.journal = journal;
        this.subjects = subjects;
    }

    private record Of(Concerned about, String register) {}

    public void write(FormUse use) {
        Map<Of, Set<String>> fields = new LinkedHashMap<>();
        Map<String, Set<String>> registers = new LinkedHashMap<>();
        for (var fact : use.facts()) {
            fields.computeIfAbsent(new Of(fact.about(), fact.register()), of -> new TreeSet<>())
                    .add(fact.field());
            registers
                    .computeIfAbsent(fact.register(), register -> new TreeSet<>())
                    .add(fact.field());
        }
        if (!fields.isEmpty()) {
            trace(use, fields);
            journal.appendAll(registers.entrySet().stream()
                    .map(one -> entry(use, one.getKey(), one.getValue()))
                    .toList());
        }
    }

    private void trace(FormUse use, Map<Of, Set<String>> fields) {
        later.write(
                """
                INSERT INTO uses.trace (subject, at, kind, register, fields, organisation, who_zh, who_en, call,
                    agreement, purpose, why)
                SELECT decode(t.subject, 'hex'), ?, 'form', t.register, t.fields, ?, ?, ?, ?, '', ?, ?
                  FROM unnest(?::text[], ?::text[], ?::text[]) AS t (subject, register, fields)
                """,
                Columns.time(use.at()),
                use.matter().organisation(),
                use.what().zh(),
                use.what().en(),
                use.matter().receipt(),
                Purpose.APPROVAL.code(),
                use.matter().receipt(),
                Columns.column(fields.keySet(), of -> HexFormat.of().formatHex(subjects.of(of.about()))),
                Columns.column(fields.keySet(), Of::register),
                Columns.column(fields.values(), names -> String.join(" ", names)));
    }

    private static Entry entry(FormUse use, String register, Set<String> fields) {
        return Entry.of(use.at(), use.by(), "use.form", new Entry.Subject("register", register))
                .because(use.matter().receipt())
                .with(Datum.empty()
                        .with("consumer", Datum.of(use.matter().organisation()))
                        .with("fields", Datum.of(String.join(" ", fields))));
    }
}

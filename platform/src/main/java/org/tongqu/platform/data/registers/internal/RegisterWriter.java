package org.tongqu.platform.data.registers.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.proof.FieldCipher;
import org.tongqu.platform.data.registers.RegisterChange;
import org.tongqu.platform.data.registers.RegisterChanged;
import org.tongqu.platform.data.registers.RegisterEntry;
import org.tongqu.platform.data.registers.RegisterRecord;
import org.tongqu.platform.data.registers.Source;
import org.tongqu.platform.data.registers.WriteRefusal;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;
import org.tongqu.platform.trust.seals.Seals;

/** Writes a record, its history, the journal and the announcement together. */
@Component
public class RegisterWriter {

    private final JdbcClient sql;
    private final FieldCipher cipher;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RegisterWriter(JdbcClient sql, Seals seals, Journal journal, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.cipher = seals.cipher("registers.history.record");
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    public Outcome<RegisterRecord, WriteRefusal> write(BaseRegister register, RegisterEntry entry, Source source) {
        if (!register.fits(entry.identifier())) {
            return Outcome.refused(new WriteRefusal.IdentifierUnfit(register.name()));
        }
        var before = register.find(entry.identifier());
        var fields = merged(before, entry.fields());
        var unfit = register.findRefusal(fields);
        if (unfit.isPresent()) {
            return Outcome.refused(unfit.get());
        }
        var after = new RegisterRecord(
                register.name(),
                entry.identifier(),
                fields,
                source.validFrom(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                source.name(),
                source.caseId());
        register.put(after);
        remember(register, before, after, source);
        events.publishEvent(new RegisterChanged(entry, source));
        return Outcome.done(after);
    }

    private static Datum.Fields merged(Optional<RegisterRecord> before, Datum.Fields written) {
        Datum all = before.<Datum>map(RegisterRecord::fields).orElseGet(Datum::empty);
        for (var field : written.values().entrySet()) {
            all = all.with(field.getKey(), field.getValue());
        }
        return (Datum.Fields) all;
    }

    private void remember(BaseRegister register, Optional<RegisterRecord> before, RegisterRecord after, Source source) {
        sql.sql("""
                INSERT INTO registers.history
                       (register, entity, before, after, valid_from, recorded_at, recorded_by, source, source_case)
                VALUES (:register, :entity, :before, :after, :validFrom, :at, :by, :source, :case)
                """)
                .param("register", register.name())
                .param("entity", register.historyKey(after.identifier()))
                .param("before", before.map(it -> sealed(it.fields())).orElse(null))
                .param("after", sealed(after.fields()))
                .param("validFrom", after.validFrom())
                .param("at", after.recordedAt().atOffset(ZoneOffset.UTC))
                .param("by", source.by().id())
                .param("source", source.name())
                .param("case", source.caseId().orElse(null))
                .update();
        var subject = HexFormat.of().formatHex(register.historyKey(after.identifier()));
        journal.append(Entry.of(
                        after.recordedAt(), source.by(), "registers.write", new Entry.Subject(register.name(), subject))
                .with(Datum.empty()
                        .with("case", Datum.of(source.caseId().orElse("")))
                        .with("source", Datum.of(source.name()))));
    }

    private byte[] sealed(Datum fields) {
        return cipher.seal(fields.canonical());
    }

    public List<RegisterChange> history(BaseRegister register, String identifier) {
        return sql.sql("""
                SELECT before, after, valid_from, recorded_at, recorded_by, source, source_case FROM registers.history
                 WHERE register = :register AND entity = :entity ORDER BY id
                """)
                .param("register", register.name())
                .param("entity", register.historyKey(identifier))
                .query((row, number) -> change(row))
                .list();
    }

    private RegisterChange change(ResultSet row) throws SQLException {
        return new RegisterChange(
                Optional.ofNullable(row.getBytes("before")).map(this::opened),
                opened(row.getBytes("after")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"),
                row.getString("source"),
                Optional.ofNullable(row.getString("source_case")));
    }

    private Datum opened(byte[] sealed) {
        return DatumJson.read(cipher.openText(sealed));
    }
}

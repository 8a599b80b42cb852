package org.tongqu.platform.data.golden.internal;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.engines.registers.Delivered;
import org.tongqu.engines.registers.RecordCheck;
import org.tongqu.engines.registers.RecordFault;
import org.tongqu.engines.registers.Register;
import org.tongqu.engines.registers.Statement.Fact;
import org.tongqu.kernel.proof.FieldCipher;
import org.tongqu.platform.data.golden.Receipt;
import org.tongqu.platform.data.golden.internal.OtherNames.Decision;
import org.tongqu.platform.data.golden.internal.OtherNames.Named;
import org.tongqu.platform.operate.store.CopyStream;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.seals.Seals;

/**
 * Takes over what a source delivers: each piece is checked and sealed on all cores, copied beside, laid against what the
 * source said before, and what is new of it is written. Every piece is a transaction, unless the caller has one.
 */
@Component
public class Taking {

    /** So many records are one transaction. */
    static final int PIECE = 50_000;

    private final JdbcClient sql;
    private final CopyStream copy;
    private final Sealing sealing;
    private final Seals seals;
    private final OtherNames names;
    private final LeavingOut leaving;
    private final TransactionTemplate transaction;

    Taking(
            JdbcClient sql,
            CopyStream copy,
            Sealing sealing,
            Seals seals,
            OtherNames names,
            LeavingOut leaving,
            TransactionTemplate transaction) {
        this.leaving = leaving;
        this.sql = sql;
        this.copy = copy;
        this.sealing = sealing;
        this.seals = seals;
        this.names = names;
        this.transaction = transaction;
    }

    /**
     * A delivery that was begun.
     *
     * @param first whether the source never delivered before, so that nothing need be compared
     */
    record Opened(long id, Register register, String source, Doing doing, boolean first) {

        LocalDate today() {
            return doing.now().today();
        }

        boolean isWhole() {
            return register.findSource(source)
                    .filter(Register.RegisterSource::isWhole)
                    .isPresent();
        }

        LeavingOut.Of leaving() {
            return new LeavingOut.Of(id, register, source, today());
        }

        /** Whether of what a record leaves out stays what the source said before. */
        boolean isOfMatters() {
            return doing.matter().isPresent();
        }
    }

    /** Who delivers, when, and which matter it was, if a matter is the source. */
    record Doing(Entry.Doer by, Now now, Optional<String> matter) {}

    /** A record as it is written. */
    private record Prepared(
            UUID entity,
            byte[] identifier,
            boolean isLoose,
            Delivered record,
            long digest,
            String fields,
            List<OtherNames.Name> names) {}

    private record Checked(Delivered record, List<RecordFault> faults, List<Prepared> fit) {

        Checked wrong(List<RecordFault> why) {
            return new Checked(record, why, List.of());
        }
    }

    /**
     * @param entities what was spoken of, as long as they are few; empty when they are many
     * @param left how many a whole delivery left out
     */
    public record Taken(Receipt receipt, List<UUID> entities, int left) {

        boolean saysNothing() {
            return receipt.taken() == 0 && left == 0;
        }
    }

    Taken take(Register register, String source, Entry.Doer by, Now now, Iterator<Delivered> records) {
        return take(register, source, new Doing(by, now, Optional.empty()), records);
    }

    Taken take(Register register, String source, Doing doing, Iterator<Delivered> records) {
        var opened = opened(register, source, doing);
        var receipt = new Receipt(opened.id(), 0, 0, 0);
        List<UUID> spokenOf = new ArrayList<>();
        var pieces = 0;
        while (records.hasNext()) {
            List<Delivered> piece = new ArrayList<>();
            while (records.hasNext() && piece.size() < PIECE) {
                piece.add(records.next());
            }
            receipt = plus(receipt, piece(opened, piece, spokenOf));
            pieces++;
        }
        var left = opened.isWhole() && !opened.first()
                ? inTransaction(() -> leaving.leave(opened.leaving()))
                : List.<UUID>of();
        var isMany = pieces > 1 || (receipt.taken() > 0 && spokenOf.isEmpty());
        spokenOf.addAll(left);
        var isFew = !isMany && spokenOf.size() <= Settling.FEW;
        return new Taken(receipt, isFew ? List.copyOf(spokenOf) : List.of(), left.size());
    }

    private static Receipt plus(Receipt one, Receipt other) {
        return new Receipt(
                one.delivery(),
                one.taken() + other.taken(),
                one.unchanged() + other.unchanged(),
                one.aside() + other.aside());
    }

    private Opened opened(Register register, String source, Doing doing) {
        return inTransaction(() -> {
            var first = sql.sql("SELECT NOT EXISTS (SELECT FROM golden.delivery WHERE register = ? AND source = ?)")
                    .params(register.code(), source)
                    .query(Boolean.class)
                    .single();
            var id = sql.sql("""
                            INSERT INTO golden.delivery (register, source, recorded_at, recorded_by, matter)
                            VALUES (?, ?, ?, ?, ?) RETURNING id""")
                    .param(register.code())
                    .param(source)
                    .param(doing.now().at().atOffset(ZoneOffset.UTC))
                    .param(doing.by().id())
                    .param(doing.matter().orElse(null))
                    .query(Long.class)
                    .single();
            return new Opened(id, register, source, doing, first);
        });
    }

    private Receipt piece(Opened opened, List<Delivered> piece, List<UUID> spokenOf) {
        var check = new RecordCheck(opened.register(), opened.source(), opened.today());
        var digests = seals.cipher("golden." + opened.register().code() + ".digest");
        var checked = piece.parallelStream()
                .map(record -> checked(opened, check, digests, record))
                .toList();
        return inTransaction(() -> {
            var named = names.decide(opened.register(), named(checked));
            return written(opened, without(checked, named.faults()), named, spokenOf);
        });
    }

    /** The records that name their things by other identifiers too. */
    private static List<Named> named(List<Checked> checked) {
        List<Named> named = new ArrayList<>();
        for (int place = 0; place < checked.size(); place++) {
            for (var one : checked.get(place).fit()) {
                if (!one.names().isEmpty()) {
                    named.add(new Named(place, one.entity(), one.record().since(), one.names()));
                }
            }
        }
        return named;
    }

    private static List<Checked> without(List<Checked> checked, Map<Integer, List<RecordFault>> faults) {
        if (faults.isEmpty()) {
            return checked;
        }
        var left = new ArrayList<>(checked);
        faults.forEach((place, why) -> left.set(place, left.get(place).wrong(why)));
        return left;
    }

    private Receipt written(Opened opened, List<Checked> checked, Decision named, List<UUID> spokenOf) {
        var fit = checked.stream().flatMap(one -> one.fit().stream()).toList();
        if (fit.size() <= Settling.FEW) {
            fit.forEach(one -> spokenOf.add(one.entity()));
        }
        var wrong = setAside(opened, checked);
        stage(fit);
        if (opened.isWhole()) {
            leaving.named(opened.leaving());
        }
        sql.sql("""
                            INSERT INTO golden.entity (entity, register, identifier, loose)
                            SELECT DISTINCT ON (entity) entity, ?, identifier, loose FROM golden_staged ORDER BY entity
                            ON CONFLICT (entity) DO NOTHING""").param(opened.register().code()).update();
        var before = opened.first() ? new Receipt(opened.id(), 0, 0, 0) : compared(opened);
        var taken = sql.sql("""
                            INSERT INTO golden.statement (entity, delivery, valid_from, key, digest, fields)
                            SELECT entity, ?, valid_from, key, digest, CAST(fields AS jsonb) FROM golden_staged
                            ON CONFLICT (entity, delivery) DO NOTHING""").param(opened.id()).update();
        names.keep(
                opened.register(),
                opened.source(),
                opened.doing().by(),
                opened.doing().now(),
                named);
        var left = fit.size() - before.unchanged() - before.aside() - taken;
        var twice = left == 0 ? 0 : twice(opened);
        var receipt =
                new Receipt(opened.id(), taken, before.unchanged() + left - twice, wrong + before.aside() + twice);
        count(receipt);
        return receipt;
    }

    private Checked checked(Opened opened, RecordCheck check, FieldCipher digests, Delivered record) {
        var faults = check.faults(record);
        return new Checked(
                record,
                faults,
                faults.isEmpty() ? List.of(prepared(opened.register(), opened.source(), digests, record)) : List.of());
    }

    /** By which a record without any is found: who knows it, and as what. */
    private static String identifier(String source, Delivered record) {
        return record.identifier().isEmpty() ? source + "/" + record.key() : record.identifier();
    }

    private Prepared prepared(Register register, String source, FieldCipher digests, Delivered record) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        for (var attribute : register.attributes()) {
            var value = record.fields().get(attribute.name());
            if (value != null && !value.isEmpty()) {
                facts.put(attribute.name(), sealing.fact(register, attribute, value));
            }
        }
        var said = record.since() + new TreeMap<>(record.fields()).toString();
        var identifier = identifier(source, record);
        return new Prepared(
                sealing.entity(register, identifier),
                sealing.identifier(register, identifier),
                register.isByEvidence() && register.identifier().isUnlike(identifier),
                record,
                ByteBuffer.wrap(digests.index(said)).getLong(),
                FactJson.write(facts),
                names(register, record));
    }

    private List<OtherNames.Name> names(Register register, Delivered record) {
        List<OtherNames.Name> named = new ArrayList<>();
        for (var other : register.identifier().others()) {
            var text = record.fields().getOrDefault(other.name(), "");
            if (!text.isEmpty()) {
                named.add(new OtherNames.Name(
                        other.name(), sealing.entity(register, other, text), sealing.identifier(register, text)));
            }
        }
        return named;
    }

    private long setAside(Opened opened, List<Checked> checked) {
        var wrong = checked.stream().filter(one -> !one.faults().isEmpty()).toList();
        if (wrong.isEmpty()) {
            return 0;
        }
        try (var rows = copy.into("golden.aside (delivery, register, key, field, kind)")) {
            for (var one : wrong) {
                for (var fault : one.faults()) {
                    rows.number(opened.id())
                            .text(opened.register().code())
                            .text(one.record().key())
                            .text(fault.field())
                            .text(fault.kind().code())
                            .end();
                }
            }
            rows.finish();
        }
        return wrong.size();
    }

    private void stage(List<Prepared> fit) {
        sql.sql("""
                CREATE TEMPORARY TABLE IF NOT EXISTS golden_staged (entity uuid NOT NULL, identifier bytea NOT NULL, loose boolean NOT NULL,
                    key text NOT NULL, valid_from date NOT NULL, digest bigint NOT NULL, fields text NOT NULL,
                    was bigint, was_key text) ON COMMIT DELETE ROWS""").update();
        sql.sql("TRUNCATE golden_staged").update();
        try (var rows = copy.into("golden_staged (entity, identifier, loose, key, valid_from, digest, fields)")) {
            for (var one : fit) {
                rows.text(one.entity().toString())
                        .bytes(one.identifier())
                        .truth(one.isLoose())
                        .text(one.record().key())
                        .day(one.record().since())
                        .number(one.digest())
                        .text(one.fields())
                        .end();
            }
            rows.finish();
        }
    }

    /** Takes away what says nothing new, and leaves of the rest what changed. */
    private Receipt compared(Opened opened) {
        sql.sql("""
                        UPDATE golden_staged g SET was = last.digest, was_key = last.key
                          FROM (SELECT DISTINCT ON (s.entity) s.entity, s.digest, s.key
                                  FROM golden_staged one JOIN golden.statement s ON s.entity = one.entity
                                  JOIN golden.delivery d ON d.id = s.delivery AND d.source = :source
                                 WHERE s.delivery < :delivery ORDER BY s.entity, s.delivery DESC) last
                         WHERE last.entity = g.entity""")
                .param("source", opened.source())
                .param("delivery", opened.id())
                .update();
        var aside = sql.sql("""
                        WITH other AS (DELETE FROM golden_staged WHERE was_key <> key AND NOT ? RETURNING key)
                        INSERT INTO golden.aside (delivery, register, key, field, kind)
                        SELECT ?, ?, key, ?, 'twice' FROM other""")
                .params(
                        opened.isOfMatters(),
                        opened.id(),
                        opened.register().code(),
                        opened.register().identifier().name())
                .update();
        var unchanged = sql.sql("DELETE FROM golden_staged WHERE was = digest").update();
        sql.sql("""
                        UPDATE golden_staged g SET fields = coalesce((
                            SELECT jsonb_object_agg(coalesce(n.key, o.key), coalesce(n.value, '""'))
                              FROM jsonb_each(CAST(g.fields AS jsonb)) n
                              FULL JOIN jsonb_each((SELECT golden.layered(s.fields ORDER BY s.delivery)
                                                      FROM golden.statement s
                                                      JOIN golden.delivery d ON d.id = s.delivery AND d.source = :source
                                                     WHERE s.entity = g.entity AND s.delivery < :delivery)) o
                                ON o.key = n.key
                             WHERE golden.likeness(n.value) IS DISTINCT FROM golden.likeness(o.value)
                               AND (n.key IS NOT NULL OR NOT :matters)),
                            CAST(g.fields AS jsonb))::text
                         WHERE g.was IS NOT NULL""")
                .param("source", opened.source())
                .param("delivery", opened.id())
                .param("matters", opened.isOfMatters())
                .update();
        return new Receipt(opened.id(), 0, unchanged, aside);
    }

    /** What this delivery says of another record of the source already. */
    private long twice(Opened opened) {
        return sql.sql("""
                        INSERT INTO golden.aside (delivery, register, key, field, kind)
                        SELECT s.delivery, :register, g.key, :field, 'twice'
                          FROM golden_staged g JOIN golden.statement s ON s.entity = g.entity AND s.delivery = :delivery
                         WHERE s.key <> g.key""")
                .param("register", opened.register().code())
                .param("field", opened.register().identifier().name())
                .param("delivery", opened.id())
                .update();
    }

    private void count(Receipt receipt) {
        sql.sql("""
                        UPDATE golden.delivery SET taken = taken + ?, unchanged = unchanged + ?, aside = aside + ?
                         WHERE id = ?""")
                .params(receipt.taken(), receipt.unchanged(), receipt.aside(), receipt.delivery())
                .update();
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}

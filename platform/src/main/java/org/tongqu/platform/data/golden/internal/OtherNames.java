package org.tongqu.platform.data.golden.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongqu.engines.registers.Naming;
import org.tongqu.engines.registers.Naming.Claim;
import org.tongqu.engines.registers.Naming.Pair;
import org.tongqu.engines.registers.OtherIdentifier;
import org.tongqu.engines.registers.RecordFault;
import org.tongqu.engines.registers.Register;
import org.tongqu.platform.operate.store.Columns;
import org.tongqu.platform.trust.journal.Entry;

/**
 * Other identifiers by which sources name things: each stands for a thing of its own that is merged into the one that bears
 * it. Records that name none cost nothing.
 */
@Component
class OtherNames {

    private static final String THEMSELVES = """
            UPDATE golden.entity e SET root = r.root
              FROM unnest(CAST(:things AS uuid[]), CAST(:roots AS uuid[])) AS r (entity, root)
             WHERE e.entity = r.entity""";

    private static final String THOSE_BELOW = """
            UPDATE golden.entity e SET root = r.root
              FROM unnest(CAST(:things AS uuid[]), CAST(:roots AS uuid[])) AS r (entity, root)
             WHERE e.root = r.entity""";

    private final JdbcClient sql;
    private final Merges merges;
    private final Settling settling;

    OtherNames(JdbcClient sql, Merges merges, Settling settling) {
        this.sql = sql;
        this.merges = merges;
        this.settling = settling;
    }

    /** An identifier as a record gives it. @param identifier as it is kept */
    record Name(String field, UUID entity, byte[] identifier) {}

    /** A record that names others. @param place of it in the delivery */
    record Named(int place, UUID speaker, LocalDate since, List<Name> names) {}

    /**
     * What came of it.
     *
     * @param faults by the place of the record, of those that cannot be taken in
     * @param roots of each thing that became part of another, what it is part of in the end
     */
    record Decision(Map<Integer, List<RecordFault>> faults, List<Link> links, Map<UUID, UUID> roots) {

        static final Decision NONE = new Decision(Map.of(), List.of(), Map.of());
    }

    /** That a thing became part of another. */
    record Link(Pair pair, String field, byte[] identifier, LocalDate since) {}

    /** Decides in the transaction that keeps it; until that ends nobody else merges anything of the register. */
    Decision decide(Register register, List<Named> records) {
        if (records.isEmpty()) {
            return Decision.NONE;
        }
        merges.hold(register);
        var naming = naming(records);
        Map<Integer, List<RecordFault>> faults = new HashMap<>();
        Map<UUID, Link> how = new HashMap<>();
        for (var record : records) {
            var claims = record.names().stream()
                    .map(name -> new Claim(name.field(), name.entity()))
                    .toList();
            var wrong = naming.take(record.speaker(), claims);
            if (wrong.isEmpty()) {
                record.names().forEach(name -> how.putIfAbsent(name.entity(), link(record, name)));
            } else {
                faults.put(record.place(), wrong);
            }
        }
        List<Link> links = new ArrayList<>();
        Map<UUID, UUID> roots = new LinkedHashMap<>();
        for (var pair : naming.links()) {
            var link = how.get(pair.thing());
            if (link != null) {
                links.add(new Link(pair, link.field(), link.identifier(), link.since()));
                roots.put(pair.thing(), naming.root(pair.thing()));
            }
        }
        return new Decision(faults, links, roots);
    }

    private static Link link(Named record, Name name) {
        return new Link(new Pair(name.entity(), record.speaker()), name.field(), name.identifier(), record.since());
    }

    /** What the store knows of the things that are spoken of: three statements, however many there are. */
    private Naming naming(List<Named> records) {
        Set<UUID> others = new HashSet<>();
        Set<UUID> all = new HashSet<>();
        for (var record : records) {
            all.add(record.speaker());
            record.names().forEach(name -> others.add(name.entity()));
        }
        all.addAll(others);
        var roots = pairs("SELECT entity, root FROM golden.entity WHERE entity = ANY (?) AND root IS NOT NULL", all);
        var said = pairs("""
                WITH RECURSIVE said AS (
                    SELECT entity, into_entity FROM golden.merge
                     WHERE entity = ANY (?) AND undone_at IS NULL AND field IS NOT NULL
                    UNION
                    SELECT m.entity, m.into_entity FROM said JOIN golden.merge m ON m.entity = said.into_entity
                     WHERE m.undone_at IS NULL AND m.field IS NOT NULL)
                SELECT entity, into_entity FROM said""", all);
        var parted = pairs(
                "SELECT entity, into_entity FROM golden.merge WHERE entity = ANY (?) AND undone_at IS NOT NULL",
                others);
        return new Naming(map(roots), map(said), Set.copyOf(parted));
    }

    private Set<Pair> pairs(String question, Set<UUID> things) {
        return new HashSet<>(sql.sql(question)
                .param(things.toArray(UUID[]::new))
                .query((row, number) -> new Pair(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list());
    }

    private static Map<UUID, UUID> map(Set<Pair> pairs) {
        Map<UUID, UUID> map = new HashMap<>();
        pairs.forEach(pair -> map.put(pair.thing(), pair.into()));
        return map;
    }

    /** Writes what was decided; the records of those that bear the identifiers are made with the delivery. */
    void keep(Register register, String source, Entry.Doer by, Now now, Decision decision) {
        var links = decision.links();
        if (links.isEmpty()) {
            return;
        }
        sql.sql("""
                        WITH link AS (
                            SELECT * FROM unnest(CAST(:things AS uuid[]), CAST(:identifiers AS text[]),
                                CAST(:into AS uuid[]), CAST(:fields AS text[]), CAST(:since AS date[]))
                                AS l (entity, identifier, into_entity, field, since)),
                        named AS (
                            INSERT INTO golden.entity (entity, register, identifier, loose)
                            SELECT entity, :register, decode(identifier, 'hex'), field = ANY (:loose) FROM link
                            ON CONFLICT (entity) DO NOTHING)
                        INSERT INTO golden.merge (register, entity, into_entity, at, by, by_name, why, field, source, since)
                        SELECT :register, entity, into_entity, :at, :by, :byName, '', field, :source, since FROM link""")
                .param("things", links.stream().map(link -> link.pair().thing()).toArray(UUID[]::new))
                .param("into", links.stream().map(link -> link.pair().into()).toArray(UUID[]::new))
                .param(
                        "identifiers",
                        Columns.column(links, link -> HexFormat.of().formatHex(link.identifier())))
                .param("fields", Columns.column(links, Link::field))
                .param("since", Columns.column(links, link -> link.since().toString()))
                .param("loose", loose(register))
                .param("register", register.code())
                .param("source", source)
                .param("at", now.at().atOffset(ZoneOffset.UTC))
                .param("by", by.id())
                .param("byName", by.name())
                .update();
        rooted(decision.roots());
        settling.forget(register, decision.roots().keySet());
    }

    private static String[] loose(Register register) {
        return register.identifier().others().stream()
                .filter(other -> register.isByEvidence() && other.use() == OtherIdentifier.Use.BESIDE)
                .map(OtherIdentifier::name)
                .toArray(String[]::new);
    }

    /** Of each thing, and of all that was part of it before. */
    private void rooted(Map<UUID, UUID> roots) {
        for (var which : List.of(THOSE_BELOW, THEMSELVES)) {
            sql.sql(which)
                    .param("things", roots.keySet().toArray(UUID[]::new))
                    .param("roots", roots.values().toArray(UUID[]::new))
                    .update();
        }
    }
}

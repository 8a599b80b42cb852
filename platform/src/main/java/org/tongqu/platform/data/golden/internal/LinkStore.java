package org.tongqu.platform.data.golden.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.engines.registers.Register;
import org.tongqu.engines.registers.Register.Relation;
import org.tongqu.platform.data.golden.GoldenRecord;
import org.tongqu.platform.data.golden.Related;
import org.tongqu.platform.data.golden.Related.Way;
import org.tongqu.platform.operate.store.Columns;

/** Which records name which: kept as records are made, found from both ends. */
@Repository
public class LinkStore {

    private static final int MOST = 20;

    private final JdbcClient sql;
    private final Sealing sealing;
    private final RegisterBook book;

    LinkStore(JdbcClient sql, Sealing sealing, RegisterBook book) {
        this.sql = sql;
        this.sealing = sealing;
        this.book = book;
    }

    /** Keeps what the records that were just made name, in the transaction that makes them. */
    void keep(Register register) {
        for (var relation : register.relations()) {
            if (isByIdentifier(register, relation)) {
                continue;
            }
            sql.sql("""
                            DELETE FROM golden.link l USING golden_made m
                             WHERE l.entity = m.entity AND l.relation = :relation
                               AND golden.likeness(m.fields -> :by) IS NULL""")
                    .param("relation", relation.name())
                    .param("by", relation.by())
                    .update();
            sql.sql("""
                            INSERT INTO golden.link AS l (entity, relation, register, likeness)
                            SELECT m.entity, :relation, :register, golden.likeness(m.fields -> :by) #>> '{}'
                              FROM golden_made m WHERE golden.likeness(m.fields -> :by) IS NOT NULL
                            ON CONFLICT (entity, relation) DO UPDATE SET likeness = excluded.likeness
                             WHERE l.likeness <> excluded.likeness""")
                    .param("relation", relation.name())
                    .param("register", register.code())
                    .param("by", relation.by())
                    .update();
        }
    }

    private static boolean isByIdentifier(Register register, Relation relation) {
        return relation.by().equals(register.identifier().name());
    }

    /** What one relation may lead to. */
    private record Lead(Relation relation, Way way, Register register) {}

    /** Some records that it names or that name it, by relation. */
    public List<Related> of(Register register, GoldenRecord record) {
        Map<UUID, Lead> entities = new LinkedHashMap<>();
        List<Lead> naming = new ArrayList<>();
        List<String> likenesses = new ArrayList<>();
        for (var relation : register.relations()) {
            var key = key(register, record, relation);
            book.find(relation.to())
                    .filter(to -> !key.isEmpty())
                    .ifPresent(to -> sealing.entities(to, key)
                            .forEach(entity -> entities.put(entity, new Lead(relation, Way.NAMED, to))));
        }
        for (var other : book.all()) {
            for (var relation : other.relations()) {
                if (!relation.to().equals(register.code())) {
                    continue;
                }
                var lead = new Lead(relation, Way.NAMING, other);
                if (isByIdentifier(other, relation)) {
                    sealing.entities(other, record.identifier()).forEach(entity -> entities.put(entity, lead));
                } else {
                    var attribute = other.findAttribute(relation.by()).orElseThrow();
                    var known = attribute.isSealed()
                            ? sealing.likenesses(other, attribute, record.identifier())
                            : List.of(record.identifier());
                    known.forEach(likeness -> {
                        naming.add(lead);
                        likenesses.add(likeness);
                    });
                }
            }
        }
        return found(entities, naming, likenesses);
    }

    /** Some records that name a person by this relation. @param number of the person */
    public List<Related> naming(String relation, String number) {
        List<Lead> naming = new ArrayList<>();
        List<String> likenesses = new ArrayList<>();
        for (var other : book.all()) {
            other.relations().stream()
                    .filter(one -> one.name().equals(relation))
                    .forEach(one -> other.findAttribute(one.by())
                            .ifPresent(attribute -> (attribute.isSealed()
                                            ? sealing.likenesses(other, attribute, number)
                                            : List.of(number))
                                    .forEach(likeness -> {
                                        naming.add(new Lead(one, Way.NAMING, other));
                                        likenesses.add(likeness);
                                    })));
        }
        return found(Map.of(), naming, likenesses);
    }

    private static String key(Register register, GoldenRecord record, Relation relation) {
        if (isByIdentifier(register, relation)) {
            return record.identifier();
        }
        var decided = record.fields().get(relation.by());
        return decided == null ? "" : decided.chosen().fact().value();
    }

    /** One statement for both ends. */
    private List<Related> found(Map<UUID, Lead> entities, List<Lead> naming, List<String> likenesses) {
        return sql.sql("""
                        SELECT -1 AS lead, e.entity, e.identifier FROM golden.entity e WHERE e.entity = ANY (:entities)
                        UNION ALL
                        SELECT CAST(q.lead AS integer) - 1, l.entity, e.identifier
                          FROM unnest(CAST(:registers AS text[]), CAST(:relations AS text[]), CAST(:likenesses AS text[]))
                               WITH ORDINALITY AS q (register, relation, likeness, lead)
                         CROSS JOIN LATERAL (SELECT k.entity FROM golden.link k
                                              WHERE k.register = q.register AND k.relation = q.relation
                                                AND k.likeness = q.likeness ORDER BY k.entity LIMIT :most) l
                          JOIN golden.entity e ON e.entity = l.entity AND e.root IS NULL""")
                .param("entities", entities.keySet().toArray(UUID[]::new))
                .param(
                        "registers",
                        Columns.column(naming, lead -> lead.register().code()))
                .param(
                        "relations",
                        Columns.column(naming, lead -> lead.relation().name()))
                .param("likenesses", likenesses.toArray(String[]::new))
                .param("most", MOST)
                .query((row, number) -> {
                    var entity = row.getObject("entity", UUID.class);
                    var at = row.getInt("lead");
                    var lead = Objects.requireNonNull(at < 0 ? entities.get(entity) : naming.get(at));
                    return new Related(
                            lead.relation(),
                            lead.way(),
                            lead.register(),
                            entity,
                            sealing.opened(lead.register(), row.getBytes("identifier")));
                })
                .list();
    }
}

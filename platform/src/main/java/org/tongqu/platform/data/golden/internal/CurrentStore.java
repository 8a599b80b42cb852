package org.tongqu.platform.data.golden.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.engines.registers.Attribute;
import org.tongqu.engines.registers.Register;
import org.tongqu.engines.registers.Statement.Fact;
import org.tongqu.platform.data.golden.Concerned;

/** Records as they are now, for those who ask about many of them. */
@Repository
public class CurrentStore {

    /** Who said a value, and since when it is so. */
    public record Said(String source, LocalDate since) {}

    private static final String MERGED = """
            SELECT e.entity AS asked, r.entity, r.fields, root.identifier
              FROM golden.entity e JOIN golden.record r ON r.entity = e.root JOIN golden.entity root ON root.entity = e.root
             WHERE e.entity = ANY (?)""";

    private final JdbcClient sql;
    private final Sealing sealing;
    private final RegisterBook book;

    CurrentStore(JdbcClient sql, Sealing sealing, RegisterBook book) {
        this.sql = sql;
        this.sealing = sealing;
        this.book = book;
    }

    /**
     * A record with its sealed values as they are kept.
     *
     * @param entity of the record, which others may be merged into
     * @param identifier of the record as it is kept, where it was asked for by another
     */
    public record Row(UUID entity, Map<String, Fact> fields, Optional<byte[]> identifier) {}

    /** By what the record is known that was asked for by this. */
    public String identifier(Register register, Row row, String asked) {
        return row.identifier().map(kept -> sealing.opened(register, kept)).orElse(asked);
    }

    /** The keys under which the record may stand, the current one first. */
    public List<UUID> entities(Register register, String identifier) {
        return sealing.entities(register, identifier);
    }

    /** By the keys that are asked for; a thing that is merged into another gives that other. */
    public Map<UUID, Row> rows(Set<UUID> entities) {
        Map<UUID, Row> rows = new HashMap<>();
        read(
                rows,
                "SELECT entity AS asked, entity, fields, NULL::bytea AS identifier FROM golden.record WHERE entity = ANY (?)",
                entities);
        if (rows.size() < entities.size()) {
            var missing = new HashSet<>(entities);
            missing.removeAll(rows.keySet());
            read(rows, MERGED, missing);
        }
        return rows;
    }

    /** Who said what records say, and since when it is so. */
    public Map<UUID, Map<String, Said>> origins(Collection<UUID> entities) {
        Map<UUID, Map<String, Said>> origins = new HashMap<>();
        sql.sql("""
                        SELECT r.entity, o ->> 'source' AS source, o ->> 'since' AS since, field
                          FROM golden.record r, jsonb_array_elements(r.origins) o, jsonb_array_elements_text(o -> 'fields') field
                         WHERE r.entity = ANY (?)""").param(entities.toArray(UUID[]::new)).query(row -> {
            origins.computeIfAbsent(row.getObject("entity", UUID.class), entity -> new HashMap<>())
                    .put(
                            row.getString("field"),
                            new Said(row.getString("source"), LocalDate.parse(row.getString("since"))));
        });
        return origins;
    }

    private void read(Map<UUID, Row> rows, String question, Set<UUID> entities) {
        sql.sql(question).param(entities.toArray(UUID[]::new)).query(row -> {
            rows.put(
                    row.getObject("asked", UUID.class),
                    new Row(
                            row.getObject("entity", UUID.class),
                            FactJson.read(row.getString("fields")),
                            Optional.ofNullable(row.getBytes("identifier"))));
        });
    }

    /** Registers keyed by such numbers in which this one stands; one statement, however many there are. */
    public List<Register> knowing(Concerned concerned) {
        Map<UUID, Register> registers = new LinkedHashMap<>();
        book.all().stream()
                .filter(register -> Concerned.of(register, concerned.number(), attribute -> Optional.empty())
                        .contains(concerned))
                .forEach(register -> sealing.entities(register, concerned.number())
                        .forEach(entity -> registers.put(entity, register)));
        return sql
                .sql("SELECT entity FROM golden.entity WHERE entity = ANY (?)")
                .param(registers.keySet().toArray(UUID[]::new))
                .query((row, number) -> row.getObject("entity", UUID.class))
                .stream()
                .map(registers::get)
                .distinct()
                .toList();
    }

    /** Whether the fact is this value; a sealed one stays sealed. */
    public boolean isSame(Register register, Attribute attribute, Fact fact, String value) {
        return attribute.isSealed()
                ? sealing.likenesses(register, attribute, value).contains(fact.likeness())
                : fact.value().equals(value);
    }

    /** The value for whoever may read it. */
    public String opened(Register register, Attribute attribute, Fact fact) {
        return sealing.opened(register, attribute, fact).value();
    }
}

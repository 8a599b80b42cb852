package org.tongqu.platform.data.golden.internal;

import static org.tongqu.platform.operate.store.Columns.column;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.engines.registers.Decided;
import org.tongqu.engines.registers.Decided.Said;
import org.tongqu.engines.registers.Register;
import org.tongqu.engines.registers.Statement;
import org.tongqu.engines.registers.Statement.Fact;
import org.tongqu.platform.data.golden.GoldenRecord;
import org.tongqu.platform.data.golden.GoldenRecord.AsOf;
import org.tongqu.platform.data.golden.GoldenRecord.Matter;
import org.tongqu.platform.data.golden.GoldenRecord.Saying;
import org.tongqu.platform.data.golden.GoldenRecord.Told;
import org.tongqu.platform.data.golden.RegisterStanding;
import org.tongqu.platform.data.golden.RegisterStanding.Left;
import org.tongqu.platform.data.golden.RegisterStanding.SourceStanding;

/** Records as they are and as they were. */
@Repository
public class RecordStore {

    /** All that was known of a thing, and of what was merged into it at that time. */
    private static final String AS_OF = """
            WITH RECURSIVE member AS (
                SELECT CAST(:entity AS uuid) AS entity
                UNION
                SELECT g.entity FROM golden.merge g JOIN member m ON g.into_entity = m.entity
                 WHERE g.at < :known AND (g.undone_at IS NULL OR g.undone_at >= :known))
            SELECT d.source, d.recorded_at, d.matter, s.key, s.digest, s.delivery, s.valid_from, s.fields
              FROM member m
              JOIN golden.statement s ON s.entity = m.entity
              JOIN golden.delivery d ON d.id = s.delivery
             WHERE d.recorded_at < :known AND s.valid_from <= :valid
             ORDER BY s.delivery DESC, s.valid_from DESC""";

    private final JdbcClient sql;
    private final Sealing sealing;
    private final RegisterBook book;

    RecordStore(JdbcClient sql, Sealing sealing, RegisterBook book) {
        this.sql = sql;
        this.sealing = sealing;
        this.book = book;
    }

    /** A thing as the store calls it. @param root itself, or what it is merged into */
    public record Thing(UUID entity, UUID root, byte[] identifier) {}

    public Optional<Thing> find(Register register, String identifier) {
        return things(sealing.entities(register, identifier).toArray(UUID[]::new)).stream()
                .findFirst();
    }

    public Optional<Thing> find(UUID entity) {
        return things(new UUID[] {entity}).stream().findFirst();
    }

    /** Itself, or what it is merged into. */
    public Optional<Thing> root(Thing thing) {
        return thing.root().equals(thing.entity()) ? Optional.of(thing) : find(thing.root());
    }

    private List<Thing> things(UUID[] entities) {
        return sql.sql("""
                        SELECT e.entity, coalesce(e.root, e.entity) AS root, e.identifier FROM golden.entity e
                         WHERE e.entity = ANY (?)
                           AND (e.root IS NOT NULL
                                OR EXISTS (SELECT FROM golden.statement s WHERE s.entity = e.entity)
                                OR EXISTS (SELECT FROM golden.entity b WHERE b.root = e.entity))""")
                .param(entities)
                .query((row, number) -> new Thing(
                        row.getObject("entity", UUID.class),
                        row.getObject("root", UUID.class),
                        row.getBytes("identifier")))
                .list();
    }

    /** The state of a record that was asked for, by one statement. */
    public GoldenRecord record(Register register, Thing thing, AsOf asOf, List<Merges.Joined> joined) {
        var story = sql.sql(AS_OF)
                .param("entity", thing.entity())
                .param("known", Now.after(asOf.known()).atOffset(ZoneOffset.UTC))
                .param("valid", asOf.valid())
                .query((row, number) -> told(row))
                .list();
        var decided =
                book.rule(register).decide(story.stream().map(Told::statement).toList());
        Map<String, Decided> fields = new LinkedHashMap<>();
        decided.forEach((name, one) -> fields.put(name, opened(register, name, one)));
        return new GoldenRecord(
                register.code(),
                thing.entity(),
                sealing.opened(register, thing.identifier()),
                fields,
                story.stream().map(told -> opened(register, told)).toList(),
                joined.stream()
                        .filter(one -> one.parted().isEmpty())
                        .map(Merges.Joined::merged)
                        .toList(),
                joined.stream().flatMap(one -> one.parted().stream()).toList());
    }

    private static Told told(ResultSet row) throws SQLException {
        var key = row.getString("key");
        return new Told(
                new Statement(
                        row.getString("source"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getLong("delivery"),
                        FactJson.read(row.getString("fields"))),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("matter")).map(what -> new Matter(key, what)),
                row.getLong("digest") == LeavingOut.LEFT_OUT ? Saying.LEFT_OUT : Saying.NAMED);
    }

    private Told opened(Register register, Told told) {
        Map<String, Fact> fields = new LinkedHashMap<>();
        var statement = told.statement();
        statement.fields().forEach((name, fact) -> fields.put(name, opened(register, name, fact)));
        return new Told(
                new Statement(statement.source(), statement.since(), statement.order(), fields),
                told.recordedAt(),
                told.matter(),
                told.saying());
    }

    private Decided opened(Register register, String name, Decided decided) {
        return new Decided(
                opened(register, name, decided.chosen()),
                decided.others().stream()
                        .map(other -> opened(register, name, other))
                        .toList());
    }

    private Said opened(Register register, String name, Said said) {
        return new Said(said.source(), said.since(), said.order(), opened(register, name, said.fact()));
    }

    private Fact opened(Register register, String name, Fact fact) {
        return register.findAttribute(name)
                .map(attribute -> sealing.opened(register, attribute, fact))
                .orElse(fact);
    }

    /** The identifier as whoever may read it reads it. */
    public String identifier(Register register, byte[] identifier) {
        return sealing.opened(register, identifier);
    }

    /** The stored record, sealed values as they are kept: by attribute what tells them from others. */
    public Map<String, String> stored(UUID entity) {
        Map<String, String> likenesses = new LinkedHashMap<>();
        sql.sql("SELECT fields FROM golden.record WHERE entity = ?")
                .param(entity)
                .query(String.class)
                .optional()
                .ifPresent(text -> FactJson.read(text).forEach((name, fact) -> likenesses.put(name, fact.likeness())));
        return likenesses;
    }

    /** How all registers stand: two statements, however many there are. */
    public List<RegisterStanding> standings(List<Register> registers) {
        Map<String, long[]> tallies = new HashMap<>();
        sql.sql("SELECT register, records, disputed FROM golden.tally").query(row -> {
            tallies.put(row.getString("register"), new long[] {row.getLong("records"), row.getLong("disputed")});
        });
        Map<String, Last> last = new HashMap<>();
        var sources = registers.stream()
                .flatMap(register ->
                        register.sources().stream().map(source -> new String[] {register.code(), source.code()}))
                .toList();
        sql.sql("""
                        SELECT d.* FROM unnest(CAST(? AS text[]), CAST(? AS text[])) AS s (register, source)
                         CROSS JOIN LATERAL (SELECT * FROM golden.delivery d
                                              WHERE d.register = s.register AND d.source = s.source
                                              ORDER BY d.id DESC LIMIT 1) d""")
                .params(column(sources, source -> source[0]), column(sources, source -> source[1]))
                .query(row -> {
                    last.put(
                            row.getString("register") + " " + row.getString("source"),
                            new Last(
                                    row.getObject("recorded_at", OffsetDateTime.class)
                                            .toInstant(),
                                    row.getLong("taken"),
                                    row.getLong("aside"),
                                    new Left(row.getLong("left_out"), row.getLong("held_back"))));
                });
        List<RegisterStanding> standings = new ArrayList<>();
        for (var register : registers) {
            var tally = tallies.getOrDefault(register.code(), new long[2]);
            standings.add(new RegisterStanding(
                    register,
                    tally[0],
                    tally[1],
                    register.sources().stream()
                            .map(source -> standing(
                                    source, Optional.ofNullable(last.get(register.code() + " " + source.code()))))
                            .toList()));
        }
        return standings;
    }

    private record Last(Instant at, long taken, long aside, Left left) {}

    private static SourceStanding standing(Register.RegisterSource source, Optional<Last> last) {
        return new SourceStanding(
                source,
                last.map(Last::at),
                last.map(Last::taken).orElse(0L),
                last.map(Last::aside).orElse(0L),
                last.map(Last::left).orElse(new Left(0, 0)));
    }

    /** What could not be taken in, the last first. */
    public List<Aside> asides(Register register, long before, int limit) {
        return sql.sql("""
                        SELECT a.id, a.key, a.field, a.kind, d.source, d.recorded_at FROM golden.aside a
                          JOIN golden.delivery d ON d.id = a.delivery
                         WHERE a.register = ? AND a.id < ? ORDER BY a.id DESC LIMIT ?""")
                .params(register.code(), before, limit)
                .query((row, number) -> new Aside(
                        row.getLong("id"),
                        row.getString("source"),
                        row.getString("key"),
                        row.getString("field"),
                        row.getString("kind"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** A record that was not taken in, by the source's own key, and one of its reasons. */
    public record Aside(long id, String source, String key, String field, String kind, Instant at) {}

    /** Records of which sources say different things, in no particular order that tells anything. */
    public List<Disputed> disputed(Register register, int limit) {
        return sql.sql("""
                        SELECT r.entity, e.identifier, array_to_string(r.disputed, ' ') AS disputed
                          FROM golden.record r JOIN golden.entity e ON e.entity = r.entity
                         WHERE r.register = ? AND r.disputed <> '{}' ORDER BY r.register, r.entity LIMIT ?""")
                .params(register.code(), limit)
                .query((row, number) -> new Disputed(
                        row.getObject("entity", UUID.class),
                        sealing.opened(register, row.getBytes("identifier")),
                        List.of(row.getString("disputed").split(" "))))
                .list();
    }

    /** A record in dispute. @param fields the attributes about which sources disagree */
    public record Disputed(UUID entity, String identifier, List<String> fields) {}
}

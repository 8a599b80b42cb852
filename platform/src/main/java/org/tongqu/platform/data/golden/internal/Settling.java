package org.tongqu.platform.data.golden.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.engines.registers.Decided;
import org.tongqu.engines.registers.GoldenRule;
import org.tongqu.engines.registers.Register;
import org.tongqu.engines.registers.Statement;
import org.tongqu.platform.data.golden.RecordsChanged;
import org.tongqu.platform.data.golden.internal.FactJson.Origin;
import org.tongqu.platform.operate.store.CopyStream;

/**
 * Makes records from what was said of their things. A record is made from all of it, so making it twice changes nothing,
 * and whoever is interrupted begins again with the deliveries that are not settled.
 */
@Component
public class Settling {

    /** Up to so many things are settled with the delivery that spoke of them. */
    static final int FEW = 5_000;

    private static final int SLICES = 256;
    private static final int FEWEST = 16;
    private static final int OF_A_SLICE = 4_000;
    private static final int WRITERS = 2;
    private static final int FETCHED = 5_000;

    private final JdbcClient sql;
    private final CopyStream copy;
    private final RegisterBook book;
    private final LinkStore links;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Settling(
            JdbcClient sql,
            CopyStream copy,
            RegisterBook book,
            LinkStore links,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.events = events;
        this.sql = sql;
        this.copy = copy;
        this.book = book;
        this.links = links;
        this.transaction = transaction;
    }

    /** Makes the records of these things, and of what they are merged into, in the caller's transaction. */
    public void settle(Register register, Collection<UUID> entities) {
        members();
        sql.sql("""
                        INSERT INTO golden_members (entity, root)
                        WITH root AS (SELECT DISTINCT coalesce(root, entity) AS root FROM golden.entity
                                       WHERE entity = ANY (?))
                        SELECT root, root FROM root
                        UNION ALL
                        SELECT e.entity, e.root FROM golden.entity e JOIN root ON root.root = e.root""").param(entities.toArray(UUID[]::new)).update();
        make(register, sql.sql("""
                SELECT m.root, s.delivery, s.valid_from, s.fields FROM golden_members m
                  JOIN golden.statement s ON s.entity = m.entity ORDER BY m.root"""), sources(sql.sql("""
                SELECT d.id, d.source FROM golden.delivery d
                 WHERE d.id IN (SELECT s.delivery FROM golden_members m
                                  JOIN golden.statement s ON s.entity = m.entity)""")));
    }

    /** Marks a delivery of which every record was made. */
    void settled(long delivery, Now now) {
        sql.sql("UPDATE golden.delivery SET settled_at = ? WHERE id = ?")
                .params(now.at().atOffset(ZoneOffset.UTC), delivery)
                .update();
    }

    /** Makes all records of which an unsettled delivery speaks, range by range. */
    void settleAll(Register register, Now now) {
        var open = sql.sql("""
                        SELECT id, taken FROM golden.delivery WHERE register = ? AND settled_at IS NULL ORDER BY id""")
                .param(register.code())
                .query((row, number) -> new Open(row.getLong("id"), row.getLong("taken")))
                .list();
        if (open.isEmpty()) {
            return;
        }
        var ids = open.stream().map(Open::id).toArray(Long[]::new);
        var spokenOf = open.stream().mapToLong(Open::taken).sum();
        var merged = merged(register);
        var work = new Work(register, ids, merged.toArray(UUID[]::new));
        transaction.executeWithoutResult(status -> settle(register, spokenOf(work)));
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            slice(work, new Slice(0, SLICES));
        } else {
            inParallel(work, Math.max(1, SLICES / Math.clamp(spokenOf / OF_A_SLICE, FEWEST, SLICES)));
        }
        transaction.executeWithoutResult(status -> open.forEach(one -> settled(one.id(), now)));
    }

    private record Open(long id, long taken) {}

    /** @param merged things of which something was said and that are merged into another, and these: made together */
    private record Work(Register register, Long[] deliveries, UUID[] merged) {}

    private List<UUID> merged(Register register) {
        return sql.sql("""
                        WITH merge AS (
                            SELECT g.entity, g.into_entity FROM golden.merge g
                             WHERE g.register = :register AND g.undone_at IS NULL
                               AND EXISTS (SELECT FROM golden.statement s WHERE s.entity = g.entity))
                        SELECT entity FROM merge UNION SELECT into_entity FROM merge""")
                .param("register", register.code())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private List<UUID> spokenOf(Work work) {
        return sql.sql("SELECT DISTINCT entity FROM golden.statement WHERE entity = ANY (?) AND delivery = ANY (?)")
                .params(work.merged(), work.deliveries())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private void inParallel(Work work, int width) {
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            var all = IntStream.iterate(0, first -> first < SLICES, first -> first + width)
                    .mapToObj(first -> threads.submit(() -> transaction.executeWithoutResult(status ->
                            slice(work, new Slice(first, Math.min(width, SLICES - first))))))
                    .toList();
            for (var one : all) {
                one.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while records were made", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Records could not be made", failed.getCause());
        }
    }

    /** A range of keys. @param first by the first two hexadecimal digits, e.g. 16 for 10… */
    private record Slice(int first, int count) {

        UUID low() {
            return new UUID((long) first << 56, 0);
        }

        UUID high() {
            return new UUID(((long) (first + count - 1) << 56) | 0x00ff_ffff_ffff_ffffL, -1L);
        }
    }

    private void slice(Work work, Slice slice) {
        members();
        var statements = sql.sql("""
                        SELECT s.entity AS root, s.delivery, s.valid_from, s.fields FROM golden.statement s
                         WHERE s.entity BETWEEN :low AND :high
                           AND s.entity IN (SELECT entity FROM golden.statement
                                             WHERE delivery = ANY (:deliveries) AND entity BETWEEN :low AND :high)
                           AND s.entity <> ALL (:merged)
                         ORDER BY s.entity""")
                .param("low", slice.low())
                .param("high", slice.high())
                .param("merged", work.merged())
                .param("deliveries", work.deliveries());
        make(
                work.register(),
                statements,
                sources(sql.sql("SELECT id, source FROM golden.delivery WHERE register = ?")
                        .param(work.register().code())));
    }

    private void members() {
        sql.sql("""
                CREATE TEMPORARY TABLE IF NOT EXISTS golden_members (entity uuid NOT NULL, root uuid NOT NULL)
                    ON COMMIT DELETE ROWS""").update();
        sql.sql("""
                CREATE TEMPORARY TABLE IF NOT EXISTS golden_made (entity uuid PRIMARY KEY, fields jsonb NOT NULL,
                    origins jsonb NOT NULL, disputed text[] NOT NULL) ON COMMIT DELETE ROWS""").update();
        sql.sql("TRUNCATE golden_members, golden_made").update();
    }

    /** Reads statements in order of their thing, makes a record of each, and writes those that differ. */
    private void make(Register register, JdbcClient.StatementSpec statements, Map<Long, String> sources) {
        List<Made> made = new ArrayList<>();
        var gathering = new Gathering(book.rule(register), made);
        statements.withFetchSize(FETCHED).query(row -> {
            gathering.take(row.getObject("root", UUID.class), statement(row, sources));
        });
        gathering.end();
        if (!made.isEmpty()) {
            write(register, made);
            events.publishEvent(new RecordsChanged(register.code()));
        }
    }

    private static Map<Long, String> sources(JdbcClient.StatementSpec deliveries) {
        Map<Long, String> sources = new HashMap<>();
        deliveries.query(row -> {
            sources.put(row.getLong("id"), row.getString("source"));
        });
        return sources;
    }

    private static Statement statement(ResultSet row, Map<Long, String> sources) throws SQLException {
        var delivery = row.getLong("delivery");
        return new Statement(
                sources.getOrDefault(delivery, ""),
                row.getObject("valid_from", LocalDate.class),
                delivery,
                FactJson.read(row.getString("fields")));
    }

    private record Made(UUID entity, String fields, String origins, String disputed) {}

    /** Holds the statements of one thing until the next one comes. */
    private static final class Gathering {

        private final GoldenRule rule;
        private final List<Made> made;
        private final List<Statement> said = new ArrayList<>();
        private @Nullable UUID entity;

        Gathering(GoldenRule rule, List<Made> made) {
            this.rule = rule;
            this.made = made;
        }

        void take(UUID next, Statement statement) {
            if (!next.equals(entity)) {
                end();
                entity = next;
            }
            said.add(statement);
        }

        void end() {
            var last = entity;
            if (last != null) {
                made.add(made(last, rule.decide(said)));
            }
            entity = null;
            said.clear();
        }
    }

    private static Made made(UUID entity, Map<String, Decided> record) {
        Map<Origin, List<String>> origins = new LinkedHashMap<>();
        List<String> disputed = new ArrayList<>();
        record.forEach((name, decided) -> {
            var chosen = decided.chosen();
            origins.computeIfAbsent(
                            new Origin(chosen.source(), chosen.since().toString(), chosen.order()),
                            origin -> new ArrayList<>())
                    .add(name);
            if (decided.isDisputed()) {
                disputed.add(name);
            }
        });
        return new Made(
                entity,
                FactJson.write(FactJson.chosen(record)),
                FactJson.origins(origins),
                "{" + String.join(",", disputed) + "}");
    }

    private void write(Register register, List<Made> made) {
        try (var rows = copy.into("golden_made (entity, fields, origins, disputed)")) {
            for (var one : made) {
                rows.text(one.entity().toString())
                        .text(one.fields())
                        .text(one.origins())
                        .text(one.disputed())
                        .end();
            }
            rows.finish();
        }
        var before = sql.sql("""
                        SELECT count(*) AS records, count(*) FILTER (WHERE r.disputed <> '{}') AS disputed
                          FROM golden.record r JOIN golden_made m ON m.entity = r.entity""")
                .query((row, number) -> new Count(row.getLong("records"), row.getLong("disputed")))
                .single();
        sql.sql("""
                        INSERT INTO golden.record AS r (entity, register, fields, origins, disputed)
                        SELECT entity, ?, fields, origins, disputed FROM golden_made
                        ON CONFLICT (entity) DO UPDATE
                           SET fields = excluded.fields, origins = excluded.origins, disputed = excluded.disputed,
                               changed = pg_current_xact_id()
                         WHERE (r.fields, r.origins, r.disputed)
                               IS DISTINCT FROM (excluded.fields, excluded.origins, excluded.disputed)""").param(register.code()).update();
        links.keep(register);
        count(
                register,
                new Count(
                        made.size() - before.records(),
                        made.stream()
                                        .filter(one -> !one.disputed().equals("{}"))
                                        .count()
                                - before.disputed()));
    }

    private record Count(long records, long disputed) {}

    /** As the last thing, since it holds the row of the register until the transaction ends. */
    private void count(Register register, Count more) {
        sql.sql("""
                        INSERT INTO golden.tally AS t (register, records, disputed) VALUES (?, ?, ?)
                        ON CONFLICT (register) DO UPDATE
                           SET records = t.records + excluded.records, disputed = t.disputed + excluded.disputed""").params(register.code(), more.records(), more.disputed()).update();
    }

    /** Takes away the records of things that are merged into another. */
    void forget(Register register, Collection<UUID> entities) {
        var gone = sql.sql("""
                        WITH gone AS (DELETE FROM golden.record WHERE entity = ANY (:entities) RETURNING entity, disputed),
                        told AS (
                            INSERT INTO golden.gone AS g (entity, register) SELECT entity, :register FROM gone
                            ON CONFLICT (entity) DO UPDATE SET changed = pg_current_xact_id())
                        SELECT count(*) AS records, count(*) FILTER (WHERE disputed <> '{}') AS disputed FROM gone""")
                .param("entities", entities.toArray(UUID[]::new))
                .param("register", register.code())
                .query((row, number) -> new Count(row.getLong("records"), row.getLong("disputed")))
                .single();
        sql.sql("DELETE FROM golden.link WHERE entity = ANY (?)")
                .param(entities.toArray(UUID[]::new))
                .update();
        count(register, new Count(-gone.records(), -gone.disputed()));
        events.publishEvent(new RecordsChanged(register.code()));
    }
}

package org.tongqu.exchange.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.exchange._support.TestDatabases.execute;
import static org.tongqu.exchange._support.TestDatabases.rows;
import static org.tongqu.exchange._support.TestDatabases.value;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange._support.RunsAFlow;
import org.tongqu.exchange._support.TestDatabases;
import org.tongqu.exchange._support.TestMariaDb;
import org.tongqu.exchange.mapping.Failure;
import org.tongqu.exchange.parcels.Parcel;
import org.tongqu.kernel.Outcome;

/** FEATURE: a department whose database is MariaDB takes rows like any other. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the log of MariaDB")
class MariaDbTargetTest {

    private static final String FLOW = """
            exchange: into-mariadb
            title: {zh: 测试, en: Test}
            source: {table: person, key: [id], watermark: changed}
            target: {connector: mariadb, table: person, key: [number]}
            columns:
              - {to: number, from: sfzh}
              - {to: name, from: xm}
              - {to: born, from: born}
              - {to: owes, from: owes}
              - {to: seen, from: seen}
            rules:
              - {id: shape, column: number, pattern: "[A-Za-z0-9]{3,18}", basis: X, meaning: {zh: 号码, en: Number}}
            """;

    private static final String WIDE = """
            exchange: killed
            title: {zh: 测试, en: Test}
            source: {table: wide, key: [id]}
            target: {connector: mariadb, table: wide, key: [id]}
            columns: [{to: id, from: id}, {to: words, from: words}]
            rules:
              - {id: short, column: words, pattern: "[a-z0-9]{1,2048}", basis: none, meaning: {zh: 短, en: Short}}
            """;

    private static Login source;
    private static Login target;

    @BeforeAll
    static void twoDatabases() throws SQLException {
        source = TestDatabases.fresh();
        target = TestMariaDb.fresh();
    }

    @BeforeEach
    void emptyTables() throws SQLException {
        execute(
                source,
                "DROP TABLE IF EXISTS person",
                "CREATE TABLE person (id int PRIMARY KEY, sfzh text, xm text, born date, owes numeric(12,2),"
                        + " seen timestamptz, changed timestamptz NOT NULL DEFAULT now())");
        execute(
                target,
                "DROP TABLE IF EXISTS person, tongqu_run, tongqu_receipt, tongqu_quarantine",
                "CREATE TABLE person (number VARCHAR(18) PRIMARY KEY, name VARCHAR(10) NOT NULL, born DATE,"
                        + " owes DECIMAL(10,2), seen DATETIME(3), mail VARCHAR(20) UNIQUE,"
                        + " at TIMESTAMP(6) DEFAULT now(6) ON UPDATE now(6)) CHARACTER SET gbk ENGINE = InnoDB");
    }

    private static Receipt run(Mode mode) throws SQLException {
        var flow = RunsAFlow.flow(FLOW.getBytes(UTF_8));
        var outcome =
                new TableExchange(flow, RunsAFlow.source(flow, source), target, Instant::now).run(mode, () -> true);
        return switch (outcome) {
            case Outcome.Done<Receipt, ?>(var receipt) -> receipt;
            case Outcome.Refused<Receipt, ExchangeRefusal>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    @Test
    void everyTypeArrivesAsItIs() throws SQLException {
        execute(source, """
                INSERT INTO person VALUES (1, 'A01', '云州镕', '1990-02-28', -1234567.89, '2026-11-22 09:30:00.123+08'),
                    (2, 'A02', 'b', NULL, NULL, NULL)
                """);

        var receipt = run(Mode.FULL);

        assertThat(receipt.written()).isEqualTo(2);
        assertThat(rows(target, "SELECT number, name, born, owes, CAST(seen AS CHAR) FROM person ORDER BY number"))
                .containsExactly("A01|云州镕|1990-02-28|-1234567.89|2026-11-22 09:30:00.123", "A02|b|null|null|null");
        assertThat(value(target, "SELECT digest FROM tongqu_receipt"))
                .isEqualTo(receipt.ranges().digest());
    }

    @Test
    void whatBreaksARuleOrDoesNotFitIsSetAsideWithItsReason() throws SQLException {
        execute(source, """
                INSERT INTO person (id, sfzh, xm, owes) VALUES (1, 'A01', 'a', 1), (2, '??', 'b', 1),
                    (3, 'A03', 'a name too long', 1), (4, 'A04', NULL, 1), (5, 'A05', 'e', 123456789.01),
                    (6, 'A06', '𠮷', 1), (7, 'A01', 'again', 1), (8, 'A08', 'h', 1)
                """);

        var receipt = run(Mode.FULL);

        assertThat(receipt.read()).isEqualTo(8);
        assertThat(receipt.written()).isEqualTo(2);
        assertThat(receipt.setAside()).isEqualTo(6);
        assertThat(rows(target, "SELECT number FROM person ORDER BY 1")).containsExactly("A01", "A08");
        assertThat(value(target, "SELECT name FROM person WHERE number = 'A01'"))
                .isEqualTo("a");
        assertThat(rows(target, "SELECT line, rule, form FROM tongqu_quarantine ORDER BY line"))
                .containsExactly(
                        "2|shape|source",
                        "3|type|source",
                        "4|required|source",
                        "5|type|source",
                        "6|" + Failure.REFUSED + "|target",
                        "7|" + Failure.DUPLICATE_KEY + "|target");
        assertThat(value(target, "SELECT json_value(content, '$.name') FROM tongqu_quarantine WHERE line = 6"))
                .isEqualTo("𠮷");
    }

    @Test
    void parcelsThatANodeFetchesAreWrittenOnceEachWhereItsTableStands() throws SQLException {
        execute(source, """
                INSERT INTO person (id, sfzh, xm)
                SELECT i, CASE WHEN i % 10 = 0 THEN 'A' || i ELSE '??' END, 'n' FROM generate_series(1, 9000) AS i
                """);
        var flow = RunsAFlow.flow(FLOW.getBytes(UTF_8));
        var arriving = new Arriving(flow, target, Instant::now);
        var parcels = 0;
        while (arriving.last().filter(run -> run.end() == Receipt.End.COMPLETE).isEmpty()) {
            var parcel = next(flow, arriving.begin(Mode.FULL).orElseThrow());

            assertThat(arriving.take(parcel)).isInstanceOf(Arriving.Arrival.Written.class);
            assertThat(arriving.take(parcel)).isInstanceOf(Arriving.Arrival.Known.class);
            parcels++;
        }

        assertThat(parcels).isGreaterThan(2);
        assertThat(arriving.last().orElseThrow().written()).isEqualTo(900);
        assertThat(value(target, "SELECT count(*) FROM person")).isEqualTo("900");
        assertThat(value(target, "SELECT concat(count(*), ' of ', count(DISTINCT line)) FROM tongqu_quarantine"))
                .isEqualTo("8100 of 8100");
    }

    private static Parcel next(Flow flow, Arriving.Begun begun) throws SQLException {
        List<Parcel> parcels = new ArrayList<>();
        new Sending(flow, RunsAFlow.source(flow, source), begun.columns())
                .read(7, begun.start(), Long.MAX_VALUE, parcel -> !parcels.add(parcel));
        return parcels.getFirst();
    }

    @Test
    void whatChangedReplacesWhatIsThereAndWhatDidNotIsNotTouched() throws SQLException {
        execute(source, "INSERT INTO person (id, sfzh, xm) VALUES (1, 'A01', 'a'), (2, 'A02', 'b')");
        run(Mode.CHANGED);
        var before = rows(target, "SELECT number, at FROM person WHERE number = 'A02'");
        execute(source, "UPDATE person SET xm = 'A' WHERE id = 1", "UPDATE person SET changed = now() WHERE id = 2");

        var receipt = run(Mode.FULL);

        assertThat(receipt.run()).isEqualTo(2);
        assertThat(value(target, "SELECT hex(name) FROM person WHERE number = 'A01'"))
                .isEqualTo("41");
        assertThat(rows(target, "SELECT number, at FROM person WHERE number = 'A02'"))
                .isEqualTo(before);
    }

    @Test
    void anotherUniqueIndexNeverChangesAnotherRow() throws SQLException {
        execute(target, "ALTER TABLE person ADD UNIQUE (name)");
        execute(target, "INSERT INTO person (number, name, mail) VALUES ('B99', 'taken', 'x@y')");
        execute(source, "INSERT INTO person (id, sfzh, xm) VALUES (1, 'A01', 'taken'), (2, 'A02', 'free')");

        var receipt = run(Mode.FULL);

        assertThat(receipt.written()).isEqualTo(1);
        assertThat(rows(target, "SELECT number, name, mail FROM person ORDER BY number"))
                .containsExactly("A02|free|null", "B99|taken|x@y");
    }

    @Test
    void aTableWithoutTransactionsAUniqueKeyOrAColumnIsRefused() throws SQLException {
        execute(target, "ALTER TABLE person ENGINE = MyISAM");
        assertThat(outcome()).isEqualTo(Outcome.refused(new ExchangeRefusal.NotTransactional("person", "MyISAM")));

        execute(target, "ALTER TABLE person DROP PRIMARY KEY, ENGINE = InnoDB");
        assertThat(outcome()).isEqualTo(Outcome.refused(new ExchangeRefusal.KeyNotUnique("person", List.of("number"))));

        execute(target, "ALTER TABLE person ADD PRIMARY KEY (number), DROP COLUMN owes");
        assertThat(outcome())
                .isEqualTo(
                        Outcome.refused(new ExchangeRefusal.NoColumns(ExchangeRefusal.Side.TARGET, List.of("owes"))));

        execute(target, "DROP TABLE person");
        assertThat(outcome())
                .isEqualTo(Outcome.refused(new ExchangeRefusal.NoTable(ExchangeRefusal.Side.TARGET, "person")));
    }

    @Test
    void aRowSetAsideIsRepairedAndSentAgain() throws SQLException {
        execute(source, "INSERT INTO person (id, sfzh, xm) VALUES (1, '?', 'a'), (2, 'A02', 'a name too long')");
        run(Mode.FULL);
        var quarantine = new Quarantine(RunsAFlow.flow(FLOW.getBytes(UTF_8)), target);
        var open = quarantine.open(0, 10);
        assertThat(open).extracting(Quarantine.Entry::key).containsExactly("1", "2");

        quarantine.repair(open.getFirst().id(), Map.of("sfzh", "A01"));
        quarantine.repair(open.getLast().id(), Map.of("xm", "still much too long"));
        var replayed = quarantine.replay();

        assertThat(replayed).isEqualTo(new Quarantine.Replayed(1, 1));
        assertThat(quarantine.waiting()).isEqualTo(1);
        assertThat(rows(target, "SELECT number, name FROM person")).containsExactly("A01|a");
    }

    @Test
    void bothSidesAreComparedAndWhatDiffersIsSentAgain() throws SQLException {
        execute(
                source,
                "INSERT INTO person (id, sfzh, xm, born, owes, seen) SELECT i, 'A' || i, '人' || i, '1990-01-01',"
                        + " round(i / 7.0, 2), date_trunc('milliseconds', now()) FROM generate_series(100, 400) AS i");
        run(Mode.FULL);
        var flow = RunsAFlow.flow(FLOW.getBytes(UTF_8));
        var same = compared(flow);
        assertThat(List.of(same.sourceRows(), same.targetRows(), same.keptOut()))
                .containsExactly(301L, 301L, 0L);
        assertThat(same.isEqual()).isTrue();
        execute(
                target,
                "UPDATE person SET owes = 0 WHERE number = 'A101'",
                "UPDATE person SET name = lower(name), born = NULL WHERE number = 'A103'",
                "DELETE FROM person WHERE number = 'A102'",
                "INSERT INTO person (number, name) VALUES ('B100', 'nobody')");

        var differences = compared(flow).differences();

        assertThat(differences)
                .extracting(row -> row.name() + " " + row.kind())
                .containsExactly("A101 DIFFERENT", "A102 MISSING_IN_TARGET", "A103 DIFFERENT", "B100 ONLY_IN_TARGET");
        var keys = differences.stream().map(Reconciliation.Difference::hash).collect(Collectors.toSet());
        new Resending(flow, RunsAFlow.source(flow, source), target)
                .send(new Resending.Wanted(keys, Set.of()), OptionalLong.empty(), () -> true);
        assertThat(compared(flow).differences())
                .extracting(Reconciliation.Difference::name)
                .containsExactly("B100");
    }

    private static Reconciliation compared(Flow flow) throws SQLException {
        return new Reconciler(flow, RunsAFlow.source(flow, source), target)
                .compare((here, there) -> {})
                .orElseThrow();
    }

    @Test
    void oneValueIsLookedAtAndTheEmptyOnesAreCounted() throws SQLException {
        execute(source, "INSERT INTO person (id, sfzh, xm) VALUES (1, 'A01', 'a'), (2, 'A02', '')");
        run(Mode.FULL);
        var flow = RunsAFlow.flow(FLOW.getBytes(UTF_8));

        assertThat(new TargetCell(flow, target).find(List.of("A01"), "name")).contains("a");
        assertThat(new TargetCell(flow, target).find(List.of("A09"), "name")).isEmpty();
        assertThat(new TargetCell(flow, target).find(List.of(List.of("A09"), List.of("A01")), "name"))
                .containsExactly(Map.entry(List.of("A01"), "a"));
        assertThat(new TargetFilling(flow, target).count())
                .extracting(column -> column.column() + " " + column.filled() + " of " + column.rows())
                .startsWith("number 2 of 2", "name 1 of 2", "born 0 of 2");
    }

    private static Outcome<Receipt, ExchangeRefusal> outcome() throws SQLException {
        var flow = RunsAFlow.flow(FLOW.getBytes(UTF_8));
        return new TableExchange(flow, RunsAFlow.source(flow, source), target, Instant::now).run(Mode.FULL, () -> true);
    }

    @Test
    void afterEveryKillTheRunGoesOnBehindTheLastBatchAndLosesAndDoublesNothing(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("flow.yaml"), WIDE);
        wideTables();

        var hit = 0;
        for (int kill = 1; kill <= 2; kill++) {
            var running = RunsAFlow.start(file, source, target);
            while (running.isAlive()
                    && Long.parseLong(value(target, "SELECT count(*) FROM wide")) < kill * 2000 - 1999) {
                Thread.onSpinWait();
            }
            hit += running.isAlive() ? 1 : 0;
            running.destroyForcibly().waitFor();
        }
        assertThat(hit).as("kills that met a run at work").isPositive();
        var last = RunsAFlow.start(file, source, target);

        assertThat(last.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(
                        value(
                                target,
                                "SELECT md5(group_concat(id, left(words, 32) ORDER BY id SEPARATOR '')) FROM wide WHERE id < 3000"))
                .isEqualTo(
                        value(
                                source,
                                "SELECT md5(string_agg(id || left(words, 32), '' ORDER BY id)) FROM wide WHERE id < 3000 AND words <> 'NOT SMALL'"));
        assertThat(value(target, "SELECT concat(count(*), ' ', sum(id)) FROM wide"))
                .isEqualTo(value(source, "SELECT concat(count(*), ' ', sum(id)) FROM wide WHERE words <> 'NOT SMALL'"));
        assertThat(rows(target, "SELECT line FROM tongqu_quarantine WHERE flow = 'killed' AND run = 1 ORDER BY line"))
                .containsExactly("7", "4007", "8007");
        assertThat(value(target, "SELECT max(rows_read) FROM tongqu_receipt WHERE flow = 'killed' AND run = 1"))
                .isEqualTo("12000");
    }

    /** Of 24 MB, which are three batches. */
    private static void wideTables() throws SQLException {
        execute(
                source,
                "DROP TABLE IF EXISTS wide",
                "CREATE TABLE wide (id bigint PRIMARY KEY, words text)",
                "INSERT INTO wide SELECT i, CASE WHEN i % 4000 = 7 THEN 'NOT SMALL' ELSE repeat(md5(i::text), 64) END"
                        + " FROM generate_series(1, 12000) i");
        execute(
                target,
                "DROP TABLE IF EXISTS wide",
                "CREATE TABLE wide (id BIGINT PRIMARY KEY, words TEXT) ENGINE = InnoDB");
    }

    @Test
    void aRunThatMayNotGoOnKeepsWhatWasWrittenAndTheNextGoesOnBehindIt() throws SQLException {
        wideTables();
        var flow = RunsAFlow.flow(WIDE.getBytes(UTF_8));
        var exchange = new TableExchange(flow, RunsAFlow.source(flow, source), target, Instant::now);
        var batches = new AtomicInteger();

        var stopped =
                exchange.run(Mode.FULL, () -> batches.incrementAndGet() < 2).orElseThrow();

        assertThat(stopped.end()).isEqualTo(Receipt.End.STOPPED);
        assertThat(stopped.read()).isBetween(1L, 11_999L).isEqualTo(stopped.written() + stopped.setAside());
        assertThat(value(target, "SELECT count(*) FROM wide")).isEqualTo("" + stopped.written());
        assertThat(value(target, "SELECT count(*) FROM tongqu_quarantine")).isEqualTo("" + stopped.setAside());

        var rest = exchange.run(Mode.FULL, () -> true).orElseThrow();

        assertThat(rest.run()).isEqualTo(stopped.run());
        assertThat(List.of(rest.read(), rest.written(), rest.setAside())).containsExactly(12_000L, 11_997L, 3L);
        assertThat(value(target, "SELECT count(*) FROM wide")).isEqualTo("11997");
        assertThat(value(target, "SELECT group_concat(line ORDER BY line) FROM tongqu_quarantine"))
                .isEqualTo("7,4007,8007");
    }

    @Test
    void aRowLargerThanTheServerTakesAtOnceIsSetAsideAndTheOthersPass() throws SQLException {
        wideTables();
        execute(target, "ALTER TABLE wide MODIFY words LONGTEXT, ADD more LONGTEXT");
        execute(
                source,
                "DELETE FROM wide WHERE id > 3",
                "ALTER TABLE wide ADD more text",
                "UPDATE wide SET words = repeat('a', 3900000), more = repeat('b', 3900000) WHERE id = 2");
        var flow = RunsAFlow.flow(WIDE.substring(0, WIDE.indexOf("rules:"))
                .replace("{to: words, from: words}", "{to: words, from: words}, {to: more, from: more}")
                .getBytes(UTF_8));

        var receipt = new TableExchange(flow, RunsAFlow.source(flow, source), target, Instant::now)
                .run(Mode.FULL, () -> true)
                .orElseThrow();

        assertThat(receipt.written()).isEqualTo(2);
        assertThat(rows(target, "SELECT line, rule FROM tongqu_quarantine")).containsExactly("2|too-large");
    }

    /** As the platform does it when an agreement is revoked while the server lets the writer wait. */
    @Test
    void aRunThatWaitsForTheServerIsBrokenOffAndLosesNothing() throws Exception {
        execute(source, "INSERT INTO person (id, sfzh, xm) VALUES (1, 'A01', 'a'), (2, 'A02', 'b')");
        run(Mode.FULL);
        execute(source, "UPDATE person SET xm = 'z'");
        var ended = new CompletableFuture<String>();
        try (var gate = target.open();
                var statement = gate.createStatement()) {
            statement.execute("LOCK TABLES person READ");
            var running = Thread.ofVirtual().start(() -> {
                try {
                    ended.complete(run(Mode.FULL).end().name());
                } catch (SQLException | RuntimeException broken) {
                    ended.complete("broken off");
                }
            });
            while (rows(target, "SELECT 1 FROM information_schema.processlist WHERE state LIKE 'Waiting for table%'")
                    .isEmpty()) {
                Thread.onSpinWait();
            }
            running.interrupt();
            assertThat(ended.get(5, TimeUnit.SECONDS)).isEqualTo("broken off");
        }

        assertThat(run(Mode.FULL).written()).isEqualTo(2);
        assertThat(rows(target, "SELECT name FROM person")).containsExactly("z", "z");
    }
}

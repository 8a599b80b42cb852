package org.tongqu.exchange.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.exchange._support.TestDatabases.execute;
import static org.tongqu.exchange._support.TestDatabases.rows;
import static org.tongqu.exchange._support.TestDatabases.value;

import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.tongqu.exchange.Login;
import org.tongqu.exchange._support.RunsAFlow;
import org.tongqu.exchange._support.TestDatabases;
import org.tongqu.exchange._support.TestMariaDb;
import org.tongqu.exchange.table.ExchangeRefusal;
import org.tongqu.exchange.table.Mode;
import org.tongqu.exchange.table.Receipt;
import org.tongqu.exchange.table.Reconciler;
import org.tongqu.exchange.table.TableExchange;
import org.tongqu.kernel.Outcome;

/** FEATURE: a table of MariaDB is moved like one of PostgreSQL, whatever its types, encodings and bad habits. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the log of MariaDB")
class MariaDbSourceTest {

    private static final String FLOW = """
            exchange: from-mariadb
            title: {zh: 测试, en: Test}
            source: {connector: mariadb, table: person, key: [id], watermark: changed}
            target: {table: person, key: [id]}
            columns:
              - {to: id, from: id}
              - {to: name, from: name}
              - {to: alive, from: alive}
              - {to: big, from: big}
              - {to: born, from: born}
              - {to: seen, from: seen}
              - {to: signed, from: signed}
              - {to: weight, from: weight}
              - {to: owes, from: owes}
              - {to: flag, from: flag}
              - {to: photo, from: photo}
              - {to: changed, from: changed}
            """;

    private static final String SOURCE = """
            CREATE TABLE person (id int unsigned PRIMARY KEY, name varchar(30) CHARACTER SET gbk, alive tinyint(1),
                big bigint unsigned, born date, seen datetime(3), signed timestamp NULL, weight float,
                owes decimal(12,2), flag bit(1), photo longblob, note longtext,
                changed datetime(6) NOT NULL DEFAULT now(6) ON UPDATE now(6)) ENGINE=InnoDB
            """;

    private static final String TARGET = """
            CREATE TABLE person (id bigint PRIMARY KEY, name varchar(30), alive boolean, big numeric(20), born date,
                seen timestamp(3), signed timestamptz, weight double precision, owes numeric(12,2), flag smallint,
                photo bytea, changed timestamp)
            """;

    private static Login source;
    private static Login target;

    @BeforeAll
    static void twoDatabases() throws SQLException {
        source = TestMariaDb.fresh();
        target = TestDatabases.fresh();
    }

    @BeforeEach
    void emptyTables() throws SQLException {
        execute(source, "DROP TABLE IF EXISTS person", SOURCE);
        execute(target, "DROP TABLE IF EXISTS person", "DROP SCHEMA IF EXISTS tongqu_exchange CASCADE", TARGET);
    }

    @Test
    void everyTypeArrivesAsItIs() throws SQLException {
        execute(source, """
                INSERT INTO person (id, name, alive, big, born, seen, signed, weight, owes, flag, photo, changed)
                VALUES (4294967295, '云州镕', 1, 18446744073709551615, '1990-02-28', '2026-11-22 09:30:00.123',
                        '2026-11-22 09:30:00', 1.5, -1234567890.12, b'1', x'00ff5c', '2026-01-01 00:00:00.000001')
                """);

        assertThat(run(Mode.FULL).written()).isEqualTo(1);

        assertThat(
                        rows(
                                target,
                                "SELECT id, name, alive, big, born, seen, signed AT TIME ZONE 'Asia/Shanghai', weight, owes, flag, photo, changed FROM person"))
                .containsExactly("4294967295|云州镕|t|18446744073709551615|1990-02-28|2026-11-22 09:30:00.123"
                        + "|2026-11-22 09:30:00|1.5|-1234567890.12|1|\\x00ff5c|2026-01-01 00:00:00.000001");
    }

    @Test
    void nothingStaysNothing() throws SQLException {
        execute(source, "INSERT INTO person (id) VALUES (1)");

        run(Mode.FULL);

        assertThat(
                        value(
                                target,
                                "SELECT num_nonnulls(name, alive, big, born, seen, signed, weight, owes, flag, photo) FROM person"))
                .isEqualTo("0");
    }

    @Test
    void zeroDatesAreSetAsideWithTheReason() throws SQLException {
        execute(source, "INSERT INTO person (id, born) VALUES (1, '1990-01-01')");
        execute(
                lenient(),
                "INSERT INTO person (id, born, seen) VALUES (2, '0000-00-00', now()), (3, now(), '0000-00-00')");

        var receipt = run(Mode.FULL);

        assertThat(receipt.written()).isEqualTo(1);
        assertThat(rows(
                        target,
                        "SELECT key, field, reason, content->>'born' FROM tongqu_exchange.quarantine WHERE key = '2'"))
                .containsExactly("2|born|not-a-date|0000-00-00");
        assertThat(value(target, "SELECT field FROM tongqu_exchange.quarantine WHERE key = '3'"))
                .isEqualTo("seen");
    }

    @Test
    void bytesThatAreNoTextOfTheirEncodingAreSetAside() throws SQLException {
        execute(source, "ALTER TABLE person MODIFY name varchar(30) CHARACTER SET latin1");
        execute(source, "INSERT INTO person (id, name) VALUES (1, 'Ren\u00e9'), (2, _binary x'8ded')");

        assertThat(run(Mode.FULL).written()).isEqualTo(1);

        assertThat(value(target, "SELECT name FROM person")).isEqualTo("René");
        assertThat(rows(target, "SELECT key, field, reason, content->>'name' FROM tongqu_exchange.quarantine"))
                .containsExactly("2|name|not-text|\\x8ded");
    }

    @Test
    void aCellOfAHundredMegabytesIsSetAsideAndTheRestGoesOn() throws SQLException {
        execute(
                source,
                "INSERT INTO person (id, name) VALUES (1, 'a'), (2, 'b'), (3, 'c')",
                "UPDATE person SET photo = repeat('x', 100 * 1024 * 1024) WHERE id = 2");

        assertThat(run(Mode.FULL).written()).isEqualTo(2);

        assertThat(rows(
                        target,
                        "SELECT key, reason, length(content->>'photo') < 20000 FROM tongqu_exchange.quarantine"))
                .containsExactly("2|too-large|t");
    }

    @Test
    void aChangeCommittedLateWithAnEarlyWatermarkIsNotSkipped() throws SQLException {
        execute(
                source,
                "INSERT INTO person (id, name, changed) SELECT seq, seq, now(6) - INTERVAL 1 DAY FROM seq_1_to_10");
        run(Mode.CHANGED);
        try (var late = source.open();
                var statement = late.createStatement()) {
            late.setAutoCommit(false);
            statement.execute("UPDATE person SET name = 'late' WHERE id = 3");
            execute(source, "UPDATE person SET name = 'early', changed = now(6) + INTERVAL 2 SECOND WHERE id = 4");
            assertThat(run(Mode.CHANGED).read()).isEqualTo(1);

            late.commit();
        }

        run(Mode.CHANGED);

        assertThat(rows(target, "SELECT id, name FROM person WHERE name IN ('late', 'early') ORDER BY id"))
                .containsExactly("3|late", "4|early");
    }

    @Test
    void changesAreOnlyReadByAWatermarkTheServerSets() throws SQLException {
        execute(source, "ALTER TABLE person MODIFY changed bigint NOT NULL DEFAULT 0");

        assertThat(outcome(Mode.CHANGED)).isEqualTo(Outcome.refused(new ExchangeRefusal.NoWatermark("from-mariadb")));
    }

    @Test
    void aReconciliationFindsTheTwoTheSame() throws SQLException {
        execute(
                source,
                "INSERT INTO person (id, name, seen, weight) SELECT seq, concat('人', seq), now(3), seq / 7 FROM seq_1_to_2000");
        run(Mode.FULL);
        var flow = RunsAFlow.flow(FLOW.getBytes(UTF_8));
        assertThat(new Reconciler(flow, RunsAFlow.source(flow, source), target)
                        .compare((here, there) -> {})
                        .orElseThrow()
                        .isEqual())
                .isTrue();

        execute(source, "UPDATE person SET name = 'other' WHERE id = 77");

        assertThat(new Reconciler(flow, RunsAFlow.source(flow, source), target)
                        .compare((here, there) -> {})
                        .orElseThrow()
                        .differences())
                .extracting(difference -> difference.name())
                .containsExactly("77");
    }

    /** As departments' servers often are: whatever is written is taken. */
    private static Login lenient() {
        return new Login(source.url() + "?sessionVariables=sql_mode=''", source.user(), source.password());
    }

    private static Outcome<Receipt, ExchangeRefusal> outcome(Mode mode) throws SQLException {
        var flow = RunsAFlow.flow(FLOW.getBytes(UTF_8));
        return new TableExchange(flow, RunsAFlow.source(flow, source), target, Instant::now).run(mode, () -> true);
    }

    private static Receipt run(Mode mode) throws SQLException {
        return switch (outcome(mode)) {
            case Outcome.Done<Receipt, ?>(var receipt) -> receipt;
            case Outcome.Refused<Receipt, ExchangeRefusal>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}

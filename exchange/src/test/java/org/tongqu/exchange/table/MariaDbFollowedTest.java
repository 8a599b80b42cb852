package org.tongqu.exchange.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.exchange._support.TestDatabases.execute;
import static org.tongqu.exchange._support.TestDatabases.rows;
import static org.tongqu.exchange._support.TestDatabases.value;

import java.sql.SQLException;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange._support.FollowsInTests;
import org.tongqu.exchange._support.RunsAFlow;
import org.tongqu.exchange._support.TestDatabases;
import org.tongqu.exchange._support.TestMariaDb;

/** FEATURE: what is committed at a source is in a MariaDB a moment later, once, in the order of the commits. */
@Timeout(120)
class MariaDbFollowedTest {

    private static final String COLUMNS = """
            columns:
              - {to: number, from: sfzh}
              - {to: name, from: xm}
              - {to: born, from: born}
              - {to: owes, from: owes}
              - {to: seen, from: seen}
              - {to: stamp, from: stamp}
              - {to: mail, from: mail}
            rules:
              - {id: shape, column: number, pattern: "[A-Za-z0-9]{3,18}", basis: X, meaning: {zh: 号码, en: Number}}
            """;

    private static final String FROM_POSTGRES = """
            exchange: followed-into-mariadb
            title: {zh: 测试, en: Test}
            source: {table: person, key: [sfzh]}
            target: {connector: mariadb, table: person, key: [number]}
            """;

    private static final String FROM_MARIADB = """
            exchange: mariadb-into-mariadb
            title: {zh: 测试, en: Test}
            source: {connector: mariadb, table: origin, key: [sfzh]}
            target: {connector: mariadb, table: person, key: [number]}
            """;

    private static Login source;
    private static Login target;
    private static Flow flow;
    private static FollowsInTests followed;

    @BeforeAll
    static void twoDatabases() throws SQLException {
        source = TestDatabases.fresh();
        target = TestMariaDb.fresh();
        flow = RunsAFlow.flow((FROM_POSTGRES + COLUMNS).getBytes(UTF_8));
        followed = new FollowsInTests(flow, source, target);
    }

    @BeforeEach
    void emptyTables() throws SQLException {
        execute(
                source,
                "DROP TABLE IF EXISTS person",
                "CREATE TABLE person (sfzh text PRIMARY KEY, xm text, born date, owes numeric(12,2), seen timestamptz,"
                        + " stamp bytea, mail text)");
        execute(
                target,
                "DROP TABLE IF EXISTS person, step, tongqu_run, tongqu_receipt, tongqu_quarantine, tongqu_feed",
                "CREATE TABLE person (number VARCHAR(18) PRIMARY KEY, name VARCHAR(10) NOT NULL, born DATE NULL,"
                        + " owes DECIMAL(10,2) NOT NULL DEFAULT 0, seen DATETIME(3), stamp VARBINARY(20),"
                        + " mail VARCHAR(20) UNIQUE, at TIMESTAMP(6) DEFAULT now(6) ON UPDATE now(6))"
                        + " CHARACTER SET gbk ENGINE = InnoDB");
    }

    @AfterEach
    void giveThePlaceUp() throws SQLException {
        followed.end();
    }

    private static void people(int first, int last) throws SQLException {
        execute(
                source,
                "INSERT INTO person SELECT 'A' || to_char(i, 'FM00000'), 'P' || i, NULL, i FROM generate_series("
                        + first + ", " + last + ") i");
    }

    @Test
    void whatIsWrittenChangedNamedAnewAndDeletedArrivesToTheByte() throws Exception {
        people(1, 12);

        followed.following(() -> {
            execute(
                    source,
                    """
                    INSERT INTO person VALUES ('B01', '云州镕', '1990-02-28', -1234567.89, '2026-11-22 09:30:00.123+08',
                        '\\x00ff27', 'b@x')
                    """,
                    "UPDATE person SET xm = 'changed', born = '2000-02-29' WHERE sfzh = 'A00002'",
                    "UPDATE person SET sfzh = 'C00003' WHERE sfzh = 'A00003'",
                    "UPDATE person SET sfzh = 'a00004', owes = 4.4 WHERE sfzh = 'A00004'",
                    "UPDATE person SET sfzh = 'a00005' WHERE sfzh = 'A00005'",
                    "DELETE FROM person WHERE sfzh BETWEEN 'A00006' AND 'A00010'",
                    "BEGIN; UPDATE person SET xm = 'b' WHERE sfzh = 'A00011'; DELETE FROM person WHERE sfzh = 'A00011';"
                            + " INSERT INTO person VALUES ('A00011', 'c', NULL, 0);"
                            + " INSERT INTO person VALUES ('D01', 'gone', NULL, 0); DELETE FROM person WHERE sfzh = 'D01'; COMMIT",
                    "INSERT INTO person (sfzh, xm, owes, mail) VALUES ('??', 'no number', 1, NULL), ('E01', '𠮷', 1, NULL),"
                            + " ('E02', 'twice', 1, 'b@x')");
            followed.until("SELECT count(*) FROM tongqu_quarantine", "3");
            execute(
                    source,
                    "DELETE FROM person WHERE sfzh IN ('??', 'E01', 'E02')",
                    "INSERT INTO person VALUES ('Z99', 'end', NULL, 0)");
            followed.until("SELECT count(*) FROM person WHERE number = 'Z99'", "1");
        });

        assertThat(
                        rows(
                                target,
                                "SELECT number, name, born, owes, CAST(seen AS CHAR), HEX(stamp) FROM person ORDER BY BINARY number"))
                .containsExactly(
                        "A00001|P1|null|1.00|null|null",
                        "A00002|changed|2000-02-29|2.00|null|null",
                        "A00011|c|null|0.00|null|null",
                        "A00012|P12|null|12.00|null|null",
                        "B01|云州镕|1990-02-28|-1234567.89|2026-11-22 09:30:00.123|00FF27",
                        "C00003|P3|null|3.00|null|null",
                        "Z99|end|null|0.00|null|null",
                        "a00004|P4|null|4.40|null|null",
                        "a00005|P5|null|5.00|null|null");
        assertThat(reconciled(flow, source)).isTrue();
        assertThat(rows(target, "SELECT row_key, rule FROM tongqu_quarantine ORDER BY row_key"))
                .containsExactly("??|shape", "E01|refused-by-target", "E02|refused-by-target");
        assertThat(value(target, "SELECT concat(changes, ' ', rows_set_aside) FROM tongqu_feed"))
                .isEqualTo("22 3");
    }

    @Test
    void aTransactionLargerThanABatchArrivesWhole() throws Exception {
        people(1, 3);
        var seen = new TreeSet<String>();

        followed.following(() -> {
            execute(
                    source,
                    "BEGIN; DELETE FROM person; INSERT INTO person SELECT 'N' || to_char(i, 'FM00000'), 'x', NULL,"
                            + " i FROM generate_series(1, 25000) i; COMMIT");
            followed.until(
                    () -> {
                        seen.add(value(target, "SELECT count(*) FROM person"));
                        return seen.contains("25000");
                    },
                    "all rows");
        });

        assertThat(seen).isSubsetOf("3", "25000");
    }

    @Test
    void aMariaDbIsFollowedIntoAnother() throws Exception {
        var own = TestMariaDb.fresh();
        execute(
                own,
                "CREATE TABLE origin (sfzh VARCHAR(18) PRIMARY KEY, xm VARCHAR(10), born DATE, owes DECIMAL(10,2) NOT NULL,"
                        + " seen DATETIME(3), stamp VARBINARY(20), mail VARCHAR(20)) CHARACTER SET gbk",
                "INSERT INTO origin SELECT concat('A0', seq), '镕', NULL, seq, NULL, NULL, NULL FROM seq_1_to_9");
        var same = RunsAFlow.flow((FROM_MARIADB + COLUMNS).getBytes(UTF_8));
        var there = new FollowsInTests(same, own, target);

        there.following(() -> {
            execute(
                    own,
                    "UPDATE origin SET sfzh = 'B01', stamp = X'00' WHERE sfzh = 'A01'",
                    "DELETE FROM origin WHERE sfzh IN ('A02', 'A03')",
                    "INSERT INTO origin VALUES ('Z99', '丂', '1990-01-01', 1, '2026-11-22 09:30:00.123', X'0A', 'z')");
            there.until("SELECT count(*) FROM person WHERE number = 'Z99'", "1");
        });

        assertThat(value(target, "SELECT count(*) FROM person")).isEqualTo("8");
        assertThat(reconciled(same, own)).isTrue();
    }

    @Test
    void aLineToTheTargetThatIsCutMidwayLosesAndDoublesNothing() throws Exception {
        execute(
                target,
                "CREATE TABLE step (place BIGINT AUTO_INCREMENT PRIMARY KEY, number VARCHAR(18), owes DECIMAL(10,2))",
                "CREATE TRIGGER steps AFTER UPDATE ON person FOR EACH ROW"
                        + " INSERT INTO step (number, owes) VALUES (NEW.number, NEW.owes)");
        people(1, 50);
        var mayGoOn = new AtomicBoolean(true);
        var cuts = new AtomicInteger();
        var following = CompletableFuture.runAsync(() -> {
            while (mayGoOn.get()) {
                cuts.addAndGet(cutsOf(mayGoOn));
            }
        });
        followed.untilFilled();

        for (int cut = 1; cut <= 4; cut++) {
            try (var connection = source.open();
                    var statement = connection.createStatement()) {
                for (int i = 0; i < 20; i++) {
                    statement.execute("UPDATE person SET owes = owes + 100 WHERE sfzh LIKE 'A%" + i % 10 + "'");
                    statement.execute("INSERT INTO person VALUES ('R" + (100 * cut + i) + "', 'once', NULL, 0)");
                    if (i == 15) {
                        cutTheLine();
                    }
                }
            }
            followed.until("SELECT changes FROM tongqu_feed", Integer.toString(120 * cut));
        }
        mayGoOn.set(false);
        following.get();

        assertThat(cuts.get()).as("how often the line was cut").isEqualTo(4);
        assertThat(reconciled(flow, source)).isTrue();
        assertThat(value(
                        target,
                        "SELECT count(*) FROM (SELECT owes <= lag(owes) OVER (PARTITION BY number ORDER BY place)"
                                + " AS is_back FROM step) s WHERE is_back"))
                .as("steps that came twice or in the wrong order")
                .isEqualTo("0");
    }

    /** Follows until its line is cut, or it may not go on. @return how often it was cut */
    private static int cutsOf(AtomicBoolean mayGoOn) {
        try {
            followed.follow(mayGoOn::get);
            return 0;
        } catch (SQLException cut) {
            return 1;
        }
    }

    private static void cutTheLine() throws SQLException {
        var others = "SELECT id FROM information_schema.processlist WHERE db = database() AND id <> connection_id()";
        for (var id : rows(target, others)) {
            try {
                execute(target, "KILL CONNECTION " + id);
            } catch (SQLException gone) {
                assertThat(gone.getErrorCode()).isEqualTo(NO_SUCH_CONNECTION);
            }
        }
    }

    private static final int NO_SUCH_CONNECTION = 1094;

    private static boolean reconciled(Flow flow, Login source) throws SQLException {
        return new Reconciler(flow, RunsAFlow.source(flow, source), target)
                .compare((here, there) -> {})
                .orElseThrow()
                .isEqual();
    }
}

package org.tongqu.exchange.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.exchange._support.FollowsInTests.notTold;
import static org.tongqu.exchange._support.TestDatabases.execute;
import static org.tongqu.exchange._support.TestDatabases.rows;
import static org.tongqu.exchange._support.TestDatabases.value;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange._support.FollowsAFlow;
import org.tongqu.exchange._support.FollowsInTests;
import org.tongqu.exchange._support.RunsAFlow;
import org.tongqu.exchange._support.TestDatabases;
import org.tongqu.exchange._support.TestMariaDb;
import org.tongqu.exchange.feed.FeedRefusal;
import org.tongqu.exchange.feed.FeedRefusal.Way;
import org.tongqu.kernel.Outcome;

/** FEATURE: what is committed in MariaDB is at the target a moment later, once, in the order of its log. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the log of MariaDB")
class BinlogFollowerTest {

    static final String FLOW = """
            exchange: logged
            title: {zh: 测试, en: Test}
            source: {connector: mariadb, table: person, key: [id]}
            target: {table: register, key: [number]}
            codes:
              sex: {"1": M, "2": F}
            columns:
              - {to: number, from: id}
              - {to: name, from: name, trim: true}
              - {to: sex, from: sex, codes: sex}
              - {to: note, from: note}
            rules:
              - {id: short, column: name, pattern: ".{1,20}", basis: none, meaning: {zh: 短, en: Short}}
            """;

    private static final int NO_SUCH_CONNECTION = 1094;

    private static Login source;
    private static Login target;
    private static Flow flow;
    private static FollowsInTests followed;

    @TempDir
    private Path folder;

    private @Nullable Process running;

    @BeforeAll
    static void twoDatabases() throws SQLException {
        source = TestMariaDb.fresh();
        target = TestDatabases.fresh();
        flow = RunsAFlow.flow(FLOW.getBytes(UTF_8));
        followed = new FollowsInTests(flow, source, target);
    }

    @BeforeEach
    void emptyTables() throws SQLException {
        execute(source, "DROP TABLE IF EXISTS person, person2", """
                CREATE TABLE person (id int PRIMARY KEY, name varchar(60) CHARACTER SET gbk, sex char(1), note longtext,
                    version int) ENGINE=InnoDB DEFAULT CHARSET utf8mb4
                """);
        execute(target, "DROP SCHEMA IF EXISTS tongqu_exchange CASCADE", "DROP TABLE IF EXISTS register", """
                CREATE TABLE register (number bigint PRIMARY KEY, name varchar(30), sex char(1), note text)
                """);
    }

    @AfterEach
    void settingsAsTheyWere() throws SQLException {
        if (running != null) {
            running.destroyForcibly();
        }
        execute(
                source,
                "SET GLOBAL binlog_row_image = 'FULL'",
                "SET GLOBAL binlog_format = 'ROW'",
                "SET GLOBAL binlog_row_metadata = 'NO_LOG'",
                "SET GLOBAL log_bin_compress = OFF",
                "SET GLOBAL binlog_checksum = 'CRC32'");
    }

    @Test
    void whatIsWrittenChangedNamedAnewAndDeletedArrives() throws Exception {
        execute(source, "INSERT INTO person SELECT seq, concat('人 ', seq), '1', 'n', 0 FROM seq_1_to_10");

        followed.following(() -> {
            execute(
                    source,
                    "INSERT INTO person VALUES (11, ' 云州镕 ', '2', NULL, 0)",
                    "UPDATE person SET name = 'changed' WHERE id = 2",
                    "UPDATE person SET id = 33 WHERE id = 3",
                    "DELETE FROM person WHERE id BETWEEN 4 AND 10",
                    "START TRANSACTION",
                    "INSERT INTO person VALUES (12, 'a', '1', '', 0)",
                    "UPDATE person SET name = 'b' WHERE id = 12",
                    "DELETE FROM person WHERE id = 12",
                    "INSERT INTO person VALUES (12, 'c', '1', '', 0)",
                    "COMMIT",
                    "INSERT INTO person VALUES (13, 'a name that is much too long for the rule', '1', '', 0)",
                    "INSERT INTO person VALUES (14, 'b', '9', '', 0)",
                    "INSERT INTO person VALUES (15, 'end', '1', '', 0)");
            followed.until("SELECT count(*) FROM register WHERE number = 15", "1");
        });

        assertThat(rows(target, "SELECT number, name, sex FROM register ORDER BY number"))
                .containsExactly("1|人 1|M", "2|changed|M", "11|云州镕|F", "12|c|M", "15|end|M", "33|人 3|M");
        assertThat(rows(target, "SELECT key, rule FROM tongqu_exchange.quarantine ORDER BY key"))
                .containsExactly("13|short", "14|codes");
        assertThat(value(target, "SELECT changes || ' ' || rows_set_aside FROM tongqu_exchange.feed"))
                .isEqualTo("17 2");
    }

    @Test
    void aTransactionThatCommitsLateIsNotSkippedAndALargeOneArrivesWhole() throws Exception {
        execute(source, "INSERT INTO person SELECT seq, 'x', '1', '', 0 FROM seq_1_to_2");
        var seen = new TreeSet<String>();

        try (var late = source.open();
                var statement = late.createStatement()) {
            late.setAutoCommit(false);
            statement.execute("UPDATE person SET name = 'late' WHERE id = 1");
            followed.following(() -> {
                execute(source, "UPDATE person SET name = 'early' WHERE id = 2");
                followed.until("SELECT count(*) FROM register WHERE name = 'early'", "1");
                late.commit();
                followed.until("SELECT count(*) FROM register WHERE name = 'late'", "1");
                execute(source, "INSERT INTO person SELECT seq, 'x', '1', repeat('y', 100), 0 FROM seq_3_to_30000");
                followed.until(
                        () -> {
                            seen.add(value(target, "SELECT count(*) FROM register"));
                            return seen.contains("30000");
                        },
                        "all rows");
            });
        }

        assertThat(seen).isSubsetOf("2", "30000");
        assertThat(reconciled()).isTrue();
    }

    @Test
    void theLogMayBeTurnedOverAndTheTableGrow() throws Exception {
        followed.following(() -> {
            execute(source, "INSERT INTO person VALUES (1, 'a', '1', repeat('云', 500000), 0)", "FLUSH BINARY LOGS");
            execute(
                    source,
                    "SET GLOBAL binlog_checksum = 'NONE'",
                    "ALTER TABLE person ADD COLUMN more int, MODIFY version bigint AFTER id, COMMENT 'TRUNCATE'",
                    "INSERT INTO person VALUES (2, 7, 'b', '1', '', 1)",
                    "CREATE TABLE person2 LIKE person",
                    "INSERT INTO person2 SELECT * FROM person",
                    "TRUNCATE person2",
                    "SET GLOBAL binlog_row_metadata = 'FULL'",
                    "UPDATE person SET version = 8 WHERE id = 1",
                    "FLUSH BINARY LOGS",
                    "SET GLOBAL binlog_checksum = 'CRC32'",
                    "SET GLOBAL log_bin_compress = ON",
                    "INSERT INTO person VALUES (3, 7, 'c', '1', repeat('云', 100000), 1)",
                    "UPDATE person SET sex = '2' WHERE id = 1",
                    "SET GLOBAL log_bin_compress = OFF",
                    "INSERT INTO person VALUES (4, 7, 'd', '1', repeat('x', 40 * 1024 * 1024), 1)",
                    "INSERT INTO person VALUES (5, 7, 'e', '1', '', 1)");
            followed.until("SELECT count(*) FROM register", "4");
        });
        execute(source, "UPDATE person SET name = 'away' WHERE id = 2", "ALTER TABLE person DROP more");

        followed.following(() -> followed.until("SELECT name FROM register WHERE number = 2", "away"));

        assertThat(rows(target, "SELECT key, reason FROM tongqu_exchange.quarantine"))
                .containsExactly("4|too-large");
        execute(source, "DELETE FROM person WHERE id = 4");
        assertThat(reconciled()).isTrue();
    }

    @Test
    void aFillingThatWasCutShortIsFollowedFromWhereItBegan() throws Exception {
        execute(source, "INSERT INTO person SELECT seq, concat('人 ', seq), '1', 'n', 0 FROM seq_1_to_10");
        new ChangeFollower(flow, source, target, Instant::now, (committed, changes) -> {})
                .follow(() -> false, () -> false);
        var begun = value(target, "SELECT position FROM tongqu_exchange.feed WHERE run = 0");

        execute(source, "UPDATE person SET name = 'later' WHERE id = 1");
        followed.follow(() -> false);

        assertThat(value(target, "SELECT position FROM tongqu_exchange.feed WHERE run > 0"))
                .as("what changed between the two fillings is in the log behind it")
                .isEqualTo(begun);
        assertThat(value(target, "SELECT count(*) FROM register")).isEqualTo("10");
    }

    @Test
    void howFarTheSourceCameWithOtherTablesIsKeptToo() throws Exception {
        var jumps = new AtomicLong();
        var quick =
                new FollowsInTests(flow, source, target, () -> Instant.now().plusSeconds(10 * jumps.incrementAndGet()));

        quick.following(() -> {
            var begun = value(target, "SELECT position FROM tongqu_exchange.feed");
            execute(source, "CREATE TABLE person2 LIKE person", "INSERT INTO person2 VALUES (1, 'a', '1', '', 0)");
            quick.until(
                    () -> !begun.equals(value(target, "SELECT position FROM tongqu_exchange.feed")), "another place");
        });

        assertThat(value(target, "SELECT transactions FROM tongqu_exchange.feed"))
                .isEqualTo("0");
    }

    @Test
    void aTableThatIsAlteredSoThatTheFlowDoesNotFitStopsItByName() throws Exception {
        execute(source, "INSERT INTO person VALUES (1, 'a', '1', '', 0)");

        var outcome = followed.untilItEnds(() ->
                execute(source, "ALTER TABLE person RENAME COLUMN sex TO gender", "UPDATE person SET name = 'b'"));

        assertThat(outcome).isEqualTo(notTold(new FeedRefusal.TableChanged("person", List.of("sex"))));
    }

    @Test
    void columnsThatChangedPlacesWhileNobodyFollowedAreForAPersonToLookAt() throws Exception {
        execute(source, "INSERT INTO person VALUES (1, 'a', '1', '', 0)");
        followed.follow(() -> false);
        execute(
                source,
                "INSERT INTO person VALUES (2, 'b', '1', '', 0)",
                "ALTER TABLE person MODIFY note longtext AFTER id");

        assertThat(followed.follow(() -> true))
                .isEqualTo(notTold(new FeedRefusal.TableChanged("person", flow.fields())));
    }

    @Test
    void aTableThatIsEmptiedAtOnceIsForAPersonToLookAt() throws Exception {
        execute(source, "INSERT INTO person VALUES (1, 'a', '1', '', 0)");

        var outcome = followed.untilItEnds(() -> execute(source, "/* spring */ TRUNCATE TABLE `person`"));

        assertThat(outcome).isEqualTo(notTold(new FeedRefusal.Emptied("person")));
        assertThat(value(target, "SELECT count(*) FROM register")).isEqualTo("1");
    }

    @Test
    void rowsThatTheLogDoesNotTellStopTheFlowByTheirWay() throws Exception {
        execute(source, "INSERT INTO person VALUES (1, 'a', '1', '', 0)");

        assertThat(followed.untilItEnds(() ->
                        execute(source, "SET SESSION binlog_format = 'STATEMENT'", "UPDATE person SET name = 'b'")))
                .isEqualTo(notTold(new FeedRefusal.NotTold("person", Way.STATEMENT)));
    }

    @Test
    void aSessionThatWritesRowsPartlyStopsTheFlow() throws Exception {
        execute(source, "INSERT INTO person VALUES (1, 'a', '1', '', 0)");

        assertThat(followed.untilItEnds(() ->
                        execute(source, "SET SESSION binlog_row_image = 'MINIMAL'", "UPDATE person SET version = 2")))
                .isEqualTo(notTold(new FeedRefusal.NotTold("person", Way.PARTLY)));
    }

    @Test
    void anXaTransactionStopsTheFlow() throws Exception {
        assertThat(followed.untilItEnds(() -> execute(
                        source,
                        "XA START 'x'",
                        "INSERT INTO person VALUES (1, 'a', '1', '', 0)",
                        "XA END 'x'",
                        "XA PREPARE 'x'",
                        "XA COMMIT 'x'")))
                .isEqualTo(notTold(new FeedRefusal.NotTold("person", Way.TWO_PHASES)));
    }

    @Test
    void whatTheServerDoesNotWriteIsRefusedBefore() throws SQLException {
        execute(source, "SET GLOBAL binlog_row_image = 'MINIMAL'");
        assertThat(followed.follow(() -> false))
                .isEqualTo(notTold(new FeedRefusal.Setting("binlog_row_image", "MINIMAL", "FULL")));

        execute(source, "SET GLOBAL binlog_row_image = 'FULL'", "SET GLOBAL binlog_format = 'MIXED'");
        assertThat(followed.follow(() -> false))
                .isEqualTo(notTold(new FeedRefusal.Setting("binlog_format", "MIXED", "ROW")));

        execute(source, "SET GLOBAL binlog_format = 'ROW'", "ALTER TABLE person MODIFY note point");
        assertThat(followed.follow(() -> false))
                .isEqualTo(notTold(new FeedRefusal.TableChanged("person", List.of("note"))));
        assertThat(value(target, "SELECT to_regclass('tongqu_exchange.feed') IS NULL"))
                .isEqualTo("t");
    }

    @Test
    void aLoginThatMayNotReadTheLogIsRefusedBefore() throws SQLException {
        var user = source.url().substring(source.url().lastIndexOf('/') + 1);
        var plain = new Login(source.url(), user, "a word 5");
        execute(
                source,
                "CREATE OR REPLACE USER " + user + "@'127.0.0.1' IDENTIFIED BY 'a word 5'",
                "GRANT SELECT ON " + user + ".* TO " + user + "@'127.0.0.1'");
        var following = new FollowsInTests(flow, plain, target);

        assertThat(following.follow(() -> false))
                .isEqualTo(notTold(new FeedRefusal.MayNotFollow(user, "REPLICATION SLAVE")));

        execute(source, "GRANT REPLICATION SLAVE ON *.* TO " + user + "@'127.0.0.1'");
        assertThat(following.follow(() -> false)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aLogThatIsNoLongerThereNeedsANewBeginning() throws SQLException {
        followed.follow(() -> false);
        execute(source, "INSERT INTO person VALUES (1, 'a', '1', '', 0)", "FLUSH BINARY LOGS");
        // A file that is still being sent to somebody stays.
        followed.until(
                () -> {
                    execute(source, "UPDATE person SET version = version + 1");
                    var last = rows(source, "SHOW MASTER STATUS").getFirst();
                    execute(source, "PURGE BINARY LOGS TO '" + last.substring(0, last.indexOf('|')) + "'");
                    return rows(source, "SHOW BINARY LOGS").size() == 1;
                },
                "purged");

        assertThat(followed.follow(() -> false))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason())
                                .isInstanceOfSatisfying(
                                        FollowRefusal.NotTold.class,
                                        reason -> assertThat(reason.reason()).isInstanceOf(FeedRefusal.LogGone.class)));
    }

    @Test
    void whateverIsKilledNothingIsLostOrDoubledAndEachKeyKeepsItsOrder() throws Exception {
        execute(target, """
                DROP TABLE IF EXISTS step;
                CREATE TABLE step (place bigserial, number bigint, note bigint);
                CREATE OR REPLACE FUNCTION note_step() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN INSERT INTO step (number, note) VALUES (NEW.number, NEW.note::bigint); RETURN NEW; END $$;
                CREATE TRIGGER steps AFTER INSERT OR UPDATE ON register FOR EACH ROW EXECUTE FUNCTION note_step()
                """);
        execute(source, "INSERT INTO person SELECT seq, 'x', '1', '0', 0 FROM seq_1_to_100");
        var file = Files.writeString(folder.resolve("flow.yaml"), FLOW);

        execute(source, "SET GLOBAL innodb_flush_log_at_trx_commit = 1", "SET GLOBAL sync_binlog = 1");
        running = FollowsAFlow.start(file, source, target);
        followed.untilFilled();
        for (int round = 1; round <= 4; round++) {
            change(150);
            switch (round) {
                case 1, 3 -> {
                    running.destroyForcibly().waitFor();
                    change(50);
                    running = FollowsAFlow.start(file, source, target);
                }
                case 2 -> cutTheLine();
                default -> {
                    ProcessHandle.of(TestMariaDb.server().pid()).orElseThrow().destroyForcibly();
                    followed.until(() -> isServing(), "the server started again");
                }
            }
            change(50);
            followed.until("SELECT changes > " + 1000 * round + " FROM tongqu_exchange.feed", "t");
        }
        execute(source, "DELETE FROM person WHERE id > 90");
        followed.until("SELECT changes FROM tongqu_exchange.feed", Long.toString(10L * (4 * 200 + 2 * 50 + 1)));
        running.destroyForcibly().waitFor();

        assertThat(reconciled()).isTrue();
        assertThat(value(
                        target,
                        "SELECT count(*) FROM (SELECT note <= lag(note) OVER (PARTITION BY number ORDER BY place)"
                                + " AS is_back FROM step) s WHERE is_back"))
                .as("steps that came twice or in the wrong order")
                .isEqualTo("0");
    }

    /** Ten rows each time. */
    private static void change(int times) throws SQLException {
        try (var connection = source.open();
                var statement = connection.prepareStatement("UPDATE person SET note = note + 1 WHERE id % 10 = ?")) {
            for (int i = 0; i < times; i++) {
                statement.setInt(1, i % 10);
                statement.executeUpdate();
            }
        }
    }

    /** Whoever reads the log at the moment; they may be gone before they are met. */
    private static void cutTheLine() throws SQLException {
        followed.until(
                () -> {
                    var readers = replicas();
                    try {
                        execute(source, "KILL CONNECTION " + (readers.isEmpty() ? "0" : readers.getLast()));
                        return true;
                    } catch (SQLException gone) {
                        assertThat(gone.getErrorCode()).isEqualTo(NO_SUCH_CONNECTION);
                        return false;
                    }
                },
                "somebody reads the log");
    }

    private static List<String> replicas() throws SQLException {
        return rows(source, "SELECT id FROM information_schema.processlist WHERE command = 'Binlog Dump' ORDER BY id");
    }

    private static boolean isServing() {
        try (var connection = source.open()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static boolean reconciled() throws SQLException {
        return new Reconciler(flow, RunsAFlow.source(flow, source), target)
                .compare((here, there) -> {})
                .orElseThrow()
                .isEqual();
    }
}

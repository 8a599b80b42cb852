package org.tongqu.exchange.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.exchange._support.TestDatabases.execute;
import static org.tongqu.exchange._support.TestDatabases.rows;
import static org.tongqu.exchange._support.TestDatabases.value;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange._support.FollowsAFlow;
import org.tongqu.exchange._support.FollowsInTests;
import org.tongqu.exchange._support.RunsAFlow;
import org.tongqu.exchange._support.TestDatabases;
import org.tongqu.exchange.feed.FeedRefusal;
import org.tongqu.exchange.source.PostgresSource;
import org.tongqu.kernel.Outcome;

/** FEATURE: what is committed at the source is at the target a moment later, once, in the order of the commits. */
class ChangeFollowerTest {

    private static final String FLOW = """
            exchange: followed
            title: {zh: 测试, en: Test}
            source: {table: person, key: [id]}
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

    private static Login source;
    private static Login target;
    private static Flow flow;
    private static FollowsInTests followed;

    @TempDir
    private Path folder;

    @BeforeAll
    static void twoDatabases() throws SQLException {
        source = TestDatabases.fresh();
        target = TestDatabases.fresh();
        flow = RunsAFlow.flow(FLOW.getBytes(UTF_8));
        followed = new FollowsInTests(flow, source, target);
    }

    @BeforeEach
    void emptyTables() throws SQLException {
        execute(source, "DROP TABLE IF EXISTS person", """
                CREATE TABLE person (id integer PRIMARY KEY, name text, sex char(1), note text, version integer)
                """);
        execute(target, "DROP SCHEMA IF EXISTS tongqu_exchange CASCADE", "DROP TABLE IF EXISTS register", """
                CREATE TABLE register (number bigint PRIMARY KEY, name varchar(30), sex char(1), note text)
                """);
    }

    @AfterEach
    void giveThePlaceUp() throws SQLException {
        followed.end();
    }

    @Test
    void whatIsWrittenChangedNamedAnewAndDeletedArrives() throws Exception {
        execute(source, "INSERT INTO person SELECT i, 'name ' || i, '1', 'n' FROM generate_series(1, 10) i");

        followed.following(() -> {
            execute(
                    source,
                    "INSERT INTO person VALUES (11, ' new ', '2', NULL)",
                    "UPDATE person SET name = 'changed' WHERE id = 2",
                    "UPDATE person SET id = 33 WHERE id = 3",
                    "DELETE FROM person WHERE id BETWEEN 4 AND 10");
            followed.until("SELECT count(*) FROM register WHERE number > 3", "2");
        });

        assertThat(rows(target, "SELECT number, name, sex FROM register ORDER BY number"))
                .containsExactly("1|name 1|M", "2|changed|M", "11|new|F", "33|name 3|M");
        assertThat(reconciled()).isTrue();
    }

    @Test
    void severalChangesOfOneRowLeaveTheLast() throws Exception {
        followed.following(() -> {
            execute(
                    source,
                    "INSERT INTO person VALUES (1, 'a', '1')",
                    "BEGIN; UPDATE person SET name = 'b'; DELETE FROM person; INSERT INTO person VALUES (1, 'c', '1'); COMMIT",
                    "INSERT INTO person VALUES (2, 'gone', '1')",
                    "DELETE FROM person WHERE id = 2",
                    "INSERT INTO person VALUES (3, 'end', '1')");
            followed.until("SELECT count(*) FROM register WHERE number = 3", "1");
        });

        assertThat(rows(target, "SELECT number, name FROM register ORDER BY number"))
                .containsExactly("1|c", "3|end");
    }

    @Test
    void rowsThatOnlyTheTargetHoldsForOneLeaveTheLast() throws Exception {
        execute(source, "ALTER TABLE person ALTER id TYPE text");
        execute(target, "ALTER TABLE register ALTER number TYPE numeric");

        followed.following(() -> {
            execute(source, "INSERT INTO person VALUES ('1', 'a', '1'), ('1.00', 'b', '1'), ('2', 'c', '1')");
            followed.until("SELECT count(*) FROM register WHERE number = 2", "1");
        });

        assertThat(rows(target, "SELECT number, name FROM register ORDER BY number"))
                .containsExactly("1.00|b", "2|c");
    }

    @Test
    void aTransactionThatCommitsLateIsNotSkipped() throws Exception {
        execute(source, "INSERT INTO person SELECT i, 'x', '1' FROM generate_series(1, 2) i");

        followed.following(() -> {
            try (var late = source.open();
                    var statement = late.createStatement()) {
                late.setAutoCommit(false);
                statement.execute("UPDATE person SET name = 'late' WHERE id = 1");
                execute(source, "UPDATE person SET name = 'early' WHERE id = 2");
                followed.until("SELECT count(*) FROM register WHERE name = 'early'", "1");
                late.commit();
            }
            followed.until("SELECT count(*) FROM register WHERE name = 'late'", "1");
        });

        assertThat(reconciled()).isTrue();
    }

    @Test
    void aLargeValueThatDidNotChangeStaysThoughItIsNotSent() throws Exception {
        execute(
                source,
                "ALTER TABLE person ALTER note SET STORAGE EXTERNAL",
                "INSERT INTO person VALUES (1, 'a', '1', repeat('long ', 10000))");

        followed.following(() -> {
            execute(source, "UPDATE person SET name = 'b'");
            followed.until("SELECT count(*) FROM register WHERE name = 'b'", "1");
        });

        assertThat(value(target, "SELECT length(note) FROM register")).isEqualTo("50000");
    }

    @Test
    void aChangeThatBreaksARuleIsSetAsideAndTheRestGoesOn() throws Exception {
        followed.following(() -> {
            execute(
                    source,
                    "INSERT INTO person VALUES (1, 'a name that is much too long for the rule', '1')",
                    "INSERT INTO person VALUES (2, 'b', '9')",
                    "INSERT INTO person VALUES (3, 'c', '1')");
            followed.until("SELECT count(*) FROM register", "1");
        });

        assertThat(rows(target, "SELECT key, rule FROM tongqu_exchange.quarantine ORDER BY key"))
                .containsExactly("1|short", "2|codes");
        assertThat(value(target, "SELECT changes || ' ' || rows_set_aside FROM tongqu_exchange.feed"))
                .isEqualTo("3 2");
    }

    @Test
    void aTransactionLargerThanABatchArrivesWhole() throws Exception {
        var seen = new TreeSet<String>();

        followed.following(() -> {
            execute(source, "INSERT INTO person SELECT i, 'x', '1', repeat('y', 100) FROM generate_series(1, 50000) i");
            followed.until(
                    () -> {
                        seen.add(value(target, "SELECT count(*) FROM register"));
                        return seen.contains("50000");
                    },
                    "all rows");
        });

        assertThat(seen).isSubsetOf("0", "50000");
    }

    @Test
    void aTableThatIsAlteredMidwayStopsTheFlowByName() throws Exception {
        execute(source, "INSERT INTO person VALUES (1, 'a', '1')");

        var outcome = followed.untilItEnds(() -> {
            execute(source, "ALTER TABLE person RENAME COLUMN sex TO gender", "UPDATE person SET name = 'b'");
        });

        assertThat(outcome).isEqualTo(FollowsInTests.notTold(new FeedRefusal.TableChanged("person", List.of("sex"))));
    }

    @Test
    void aTableThatIsEmptiedAtOnceIsForAPersonToLookAt() throws Exception {
        execute(source, "INSERT INTO person VALUES (1, 'a', '1')");

        var outcome = followed.untilItEnds(() -> execute(source, "TRUNCATE person"));

        assertThat(outcome).isEqualTo(FollowsInTests.notTold(new FeedRefusal.Emptied("person")));
        assertThat(value(target, "SELECT count(*) FROM register")).isEqualTo("1");
    }

    @Test
    void rowsThatCannotBeNamedWhenTheyGoAreRefusedBefore() throws SQLException {
        execute(source, "ALTER TABLE person DROP CONSTRAINT person_pkey");

        assertThat(followed.follow(() -> true))
                .isEqualTo(FollowsInTests.notTold(new FeedRefusal.RowsNotNamed("person", List.of("id"))));

        execute(source, "ALTER TABLE person REPLICA IDENTITY FULL");
        assertThat(followed.follow(() -> false)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aProgramThatIsKilledGoesOnWithNothingLostOrDoubled() throws Exception {
        execute(target, """
                CREATE TABLE step (number bigint, note integer);
                CREATE OR REPLACE FUNCTION note_step() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN INSERT INTO step VALUES (NEW.number, NEW.note::integer); RETURN NEW; END $$;
                CREATE TRIGGER steps AFTER INSERT OR UPDATE ON register FOR EACH ROW EXECUTE FUNCTION note_step()
                """);
        execute(source, "INSERT INTO person SELECT i, 'x', '1', '0' FROM generate_series(1, 100) i");
        var file = Files.writeString(folder.resolve("flow.yaml"), FLOW);

        for (int kill = 1; kill <= 3; kill++) {
            var running = FollowsAFlow.start(file, source, target);
            followed.untilFilled();
            for (int i = 0; i < 300; i++) {
                execute(source, "UPDATE person SET note = (note::integer + 1)::text WHERE id % 10 = " + i % 10);
            }
            followed.until("SELECT changes > " + 500 * kill + " FROM tongqu_exchange.feed", "t");
            running.destroyForcibly().waitFor();
        }
        execute(source, "DELETE FROM person WHERE id > 90");
        var last = FollowsAFlow.start(file, source, target);
        followed.until("SELECT changes FROM tongqu_exchange.feed", "9010");
        last.destroyForcibly().waitFor();

        assertThat(reconciled()).isTrue();
        assertThat(value(
                        target,
                        "SELECT count(*) FROM (SELECT note <= lag(note) OVER (PARTITION BY number ORDER BY ctid)"
                                + " AS is_back FROM step) s WHERE is_back"))
                .as("steps that came twice or in the wrong order")
                .isEqualTo("0");
    }

    private static boolean reconciled() throws SQLException {
        return new Reconciler(flow, PostgresSource.of(flow, source), target)
                .compare((here, there) -> {})
                .orElseThrow()
                .isEqual();
    }
}

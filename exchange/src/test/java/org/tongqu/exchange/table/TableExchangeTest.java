package org.tongqu.exchange.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.exchange._support.TestDatabases.execute;
import static org.tongqu.exchange._support.TestDatabases.rows;
import static org.tongqu.exchange._support.TestDatabases.value;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange._support.RunsAFlow;
import org.tongqu.exchange._support.TestDatabases;
import org.tongqu.exchange.source.PostgresSource;
import org.tongqu.kernel.Outcome;

/** FEATURE: a table is moved into another one, row by row accounted for. */
class TableExchangeTest {

    private static final String FLOW = """
            exchange: population
            title: {zh: 人口, en: Population}
            source: {table: person, key: [id], watermark: changed}
            target: {table: register.person, key: [citizen]}
            codes:
              sex: {"1": M, "2": F}
            columns:
              - {to: citizen, from: sfzh, trim: true}
              - {to: name, from: xm, trim: true}
              - {to: sex, from: xb, codes: sex}
              - {to: born, from: csrq, dates: yyyyMMdd}
              - {to: address, join: {fields: [district, street], with: " "}}
              - {to: area, from: mu, unit: {times: 666.6667, digits: 2}}
              - {to: surname, part: {of: full_name, by: "-", number: 1}}
              - {to: origin, always: police}
            rules:
              - {id: number, column: citizen, check: citizen-number, basis: GB 11643-1999, meaning: {zh: 号码, en: Number}}
              - {id: lifetime, column: born, during: {first: 1900-01-01, last: 2026-12-31}, basis: GB/T 2261, meaning: {zh: 生日, en: Birth}}
            """;

    private static final String SOURCE = """
            CREATE TABLE person (id integer PRIMARY KEY, sfzh text, xm text, xb text, csrq text, district text,
                street text, mu numeric(10,3), full_name text, changed timestamptz NOT NULL DEFAULT now())
            """;

    private static final String TARGET = """
            CREATE SCHEMA register;
            CREATE TABLE register.person (citizen varchar(18) PRIMARY KEY, name varchar(20) NOT NULL, sex char(1),
                born date, address text, area numeric(12,2), surname text, origin text)
            """;

    private static Login source;
    private static Login target;
    private Flow flow;

    @BeforeAll
    static void twoDatabases() throws SQLException {
        source = TestDatabases.fresh();
        target = TestDatabases.fresh();
    }

    @BeforeEach
    void emptyTables() throws SQLException {
        execute(source, "DROP TABLE IF EXISTS person");
        execute(target, "DROP SCHEMA IF EXISTS register CASCADE", "DROP SCHEMA IF EXISTS tongqu_exchange CASCADE");
        flow = RunsAFlow.flow(FLOW.getBytes(StandardCharsets.UTF_8));
        execute(source, SOURCE);
        execute(target, TARGET);
    }

    @Test
    void everyColumnIsMadeAsTheFlowSays() throws SQLException {
        person(1, "999901199001011232", "' 李 明　'", "'1'");

        var receipt = run(Mode.FULL);

        assertThat(receipt.written()).isEqualTo(1);
        assertThat(rows(target, "SELECT * FROM register.person"))
                .containsExactly("999901199001011232|李 明|M|1990-01-01|云山区 人民路1号|1000.00|Li|police");
    }

    @Test
    void aRowThatBreaksARuleIsSetAsideWithItsReasonAndTheRestGoesOn() throws SQLException {
        person(1, "999901199001011232", "'甲'", "'1'");
        person(2, "999901199001011236", "'乙'", "'1'");
        person(3, "999901199001020083", "'丙'", "'9'");
        person(4, "999901199001030062", "NULL", "'2'");

        var receipt = run(Mode.FULL);

        assertThat(receipt.read()).isEqualTo(4);
        assertThat(receipt.written() + receipt.setAside()).isEqualTo(4);
        assertThat(
                        rows(
                                target,
                                "SELECT line, key, rule, field, reason, content->>'sfzh' FROM tongqu_exchange.quarantine ORDER BY line"))
                .containsExactly(
                        "2|2|number|citizen|rule|999901199001011236",
                        "3|3|codes|sex|codes|999901199001020083",
                        "4|4|required|name|required|999901199001030062");
    }

    @Test
    void aDayOfYearZeroIsNoDay() throws SQLException {
        person(1, "999901199001011232", "'甲'", "'1'");
        execute(source, "UPDATE person SET csrq = '00000000'");

        run(Mode.FULL);

        assertThat(rows(target, "SELECT rule, field, reason FROM tongqu_exchange.quarantine"))
                .containsExactly("lifetime|born|rule");
    }

    @Test
    void aKeyThatIsThereAlreadyIsReplacedAndTheSameIsNotWrittenAgain() throws SQLException {
        people(1, 500);
        run(Mode.FULL);
        execute(source, "UPDATE person SET xm = '改名' WHERE id = 7");
        var before = value(target, "SELECT count(DISTINCT xmin::text) FROM register.person");

        var receipt = run(Mode.FULL);

        assertThat(receipt.written()).isEqualTo(500);
        assertThat(value(target, "SELECT count(*) FROM register.person WHERE name = '改名'"))
                .isEqualTo("1");
        assertThat(value(target, "SELECT count(DISTINCT xmin::text) FROM register.person"))
                .as("one more writing transaction than before")
                .isEqualTo(String.valueOf(Integer.parseInt(before) + 1));
    }

    @Test
    void twoRowsThatBecomeOneKeyAreNeverMixed() throws SQLException {
        person(1, "999901199001011232", "'甲'", "'1'");
        person(2, " 999901199001011232 ", "'乙'", "'1'");

        var receipt = run(Mode.FULL);

        assertThat(receipt.written()).isEqualTo(1);
        assertThat(receipt.setAside()).isEqualTo(1);
        assertThat(value(target, "SELECT name FROM register.person")).isEqualTo("甲");
        assertThat(rows(target, "SELECT line, rule, form FROM tongqu_exchange.quarantine"))
                .containsExactly("2|duplicate-key|target");
    }

    @Test
    void rowsWithoutAKeyAndRowsOfOneKeyAreSetAside() throws SQLException {
        execute(source, "ALTER TABLE person DROP CONSTRAINT person_pkey, ALTER id DROP NOT NULL");
        person(1, "999901199001011232", "'甲'", "'1'");
        person(1, "999901199001011232", "'甲'", "'1'");
        execute(source, "INSERT INTO person (sfzh, xm) SELECT '999901199001011232', '无' FROM generate_series(1, 3)");

        var receipt = run(Mode.FULL);

        assertThat(receipt.read()).isEqualTo(5);
        assertThat(rows(target, "SELECT rule, count(*) FROM tongqu_exchange.quarantine GROUP BY rule ORDER BY rule"))
                .containsExactly("duplicate-key|1", "null-key|3");
    }

    @Test
    void aRowTheTargetRefusesStandsAloneInTheQuarantine() throws SQLException {
        execute(target, "ALTER TABLE register.person ADD CHECK (name <> '不行7')");
        people(1, 50);
        execute(source, "UPDATE person SET xm = '不行7' WHERE id = 7");

        var receipt = run(Mode.FULL);

        assertThat(receipt.written()).isEqualTo(49);
        assertThat(rows(target, "SELECT line, rule FROM tongqu_exchange.quarantine"))
                .containsExactly("7|refused-by-target");
    }

    @Test
    void aChangeCommittedLateWithAnEarlyWatermarkIsNotSkipped() throws SQLException {
        people(1, 10);
        run(Mode.CHANGED);
        try (var late = source.open();
                var statement = late.createStatement()) {
            late.setAutoCommit(false);
            statement.execute("UPDATE person SET xm = '迟到', changed = now() WHERE id = 3");
            execute(source, "UPDATE person SET xm = '早到', changed = now() + interval '1 hour' WHERE id = 4");
            assertThat(run(Mode.CHANGED).read()).isEqualTo(1);

            late.commit();
        }

        run(Mode.CHANGED);

        assertThat(value(target, "SELECT count(*) FROM register.person WHERE name IN ('迟到', '早到')"))
                .isEqualTo("2");
        assertThat(run(Mode.CHANGED).read()).isZero();
    }

    @Test
    void aRunThatWasStoppedGoesOnBehindTheLastRowAndMovesNoneTwice() throws SQLException {
        people(1, 120_000);
        var batches = new AtomicInteger();

        var stopped = run(Mode.FULL, () -> batches.incrementAndGet() < 2);
        var rest = run(Mode.FULL);

        assertThat(stopped.end()).isEqualTo(Receipt.End.STOPPED);
        assertThat(stopped.written()).isBetween(1L, 119_999L);
        assertThat(rest.run()).isEqualTo(stopped.run());
        assertThat(rest.read()).isEqualTo(120_000);
        assertThat(rest.written()).isEqualTo(120_000);
        assertThat(value(target, "SELECT count(*) FROM register.person")).isEqualTo("120000");
    }

    @Test
    void aFlowThatNoLongerFitsItsTablesIsRefusedByName() throws SQLException {
        execute(source, "ALTER TABLE person RENAME COLUMN xb TO gender");
        assertThat(refusal()).isEqualTo(new ExchangeRefusal.NoColumns(ExchangeRefusal.Side.SOURCE, List.of("xb")));

        execute(source, "ALTER TABLE person RENAME COLUMN gender TO xb");
        execute(target, "ALTER TABLE register.person DROP CONSTRAINT person_pkey");
        assertThat(refusal()).isInstanceOf(ExchangeRefusal.KeyNotUnique.class);

        execute(target, "DROP TABLE register.person");
        assertThat(refusal()).isEqualTo(new ExchangeRefusal.NoTable(ExchangeRefusal.Side.TARGET, "register.person"));
    }

    @Test
    void onlyOneRunOfAFlowIsUnderWay() throws SQLException {
        people(1, 10);
        var nested = new ArrayList<ExchangeRefusal>();

        run(Mode.FULL, () -> {
            try {
                nested.add(refusal());
                return true;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(nested).contains(new ExchangeRefusal.AlreadyRunning("population"));
    }

    @Test
    void aReconciliationNamesEveryRowThatDiffers() throws SQLException {
        people(1, 2000);
        run(Mode.FULL);
        var reconciler = new Reconciler(flow, PostgresSource.of(flow, source), target);
        assertThat(reconciler.compare((here, there) -> {}).orElseThrow().isEqual())
                .isTrue();

        execute(target, "DELETE FROM register.person WHERE address LIKE '% 路7'");
        execute(target, "UPDATE register.person SET area = 1 WHERE address LIKE '% 路8'");
        execute(target, "INSERT INTO register.person (citizen, name) VALUES ('nobody', '?')");

        var found = reconciler.compare((here, there) -> {}).orElseThrow();

        assertThat(found.sourceRows()).isEqualTo(2000);
        assertThat(found.targetRows()).isEqualTo(2000);
        assertThat(found.differences())
                .extracting(row -> row.kind() + " " + row.name())
                .containsExactlyInAnyOrder(
                        "MISSING_IN_TARGET " + number(7), "DIFFERENT " + number(8), "ONLY_IN_TARGET nobody");
        assertThat(found.ranges())
                .extracting(Reconciliation.Range::number)
                .containsExactlyInAnyOrderElementsOf(found.differences().stream()
                        .map(Reconciliation.Difference::range)
                        .distinct()
                        .toList());
        assertThat(found.ranges())
                .as("of ranges with two rows each, all but those of the differing rows are the same")
                .allSatisfy(range -> assertThat(range.source()).isNotEqualTo(range.target()));
        assertThat(found.sourceDigest()).isNotEqualTo(found.targetDigest());
    }

    @Test
    void aRepairedRowIsSentAgainThroughTheSameRules() throws SQLException {
        person(1, "999901199001011236", "'甲'", "'1'");
        person(2, "999901199001011236", "'乙'", "'1'");
        run(Mode.FULL);
        var quarantine = new Quarantine(flow, target);
        var waiting = quarantine.open(0, 10);
        assertThat(waiting).extracting(Quarantine.Entry::key).containsExactly("1", "2");

        quarantine.repair(waiting.get(0).id(), Map.of("sfzh", "999901199001011232"));
        quarantine.repair(waiting.get(1).id(), Map.of("xb", "9", "sfzh", "999901199001011232"));

        assertThat(quarantine.replay()).isEqualTo(new Quarantine.Replayed(1, 1));
        assertThat(rows(target, "SELECT name, born FROM register.person")).containsExactly("甲|1990-01-01");
        assertThat(quarantine.open(0, 10))
                .extracting(entry -> entry.failure().rule())
                .containsExactly("codes");
        assertThat(quarantine.replay()).isEqualTo(new Quarantine.Replayed(0, 0));
    }

    private String number(int id) throws SQLException {
        return value(source, "SELECT sfzh FROM person WHERE id = " + id);
    }

    private ExchangeRefusal refusal() throws SQLException {
        var outcome = new TableExchange(flow, PostgresSource.of(flow, source), target, Instant::now)
                .run(Mode.FULL, () -> true);
        return ((Outcome.Refused<Receipt, ExchangeRefusal>) outcome).reason();
    }

    private Receipt run(Mode mode) throws SQLException {
        return run(mode, () -> true);
    }

    private Receipt run(Mode mode, BooleanSupplier mayGoOn) throws SQLException {
        var outcome = new TableExchange(flow, PostgresSource.of(flow, source), target, Instant::now).run(mode, mayGoOn);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<Receipt, ExchangeRefusal>) outcome).value();
    }

    private void person(int id, String number, String name, String sex) throws SQLException {
        execute(
                source,
                "INSERT INTO person VALUES (" + id + ", '" + number + "', " + name + ", " + sex
                        + ", '19900101', '云山区', '人民路1号', 1.5, 'Li-Ming')");
    }

    /** People with good numbers: the check is computed in SQL. */
    private void people(int first, int last) throws SQLException {
        execute(source, """
                INSERT INTO person
                SELECT i, body || substr('10X98765432', (SELECT sum(substr(body, p, 1)::int * (2 ^ (18 - p))::int) %% 11
                         FROM generate_series(1, 17) p)::int + 1, 1),
                       '人' || i, CASE WHEN i %% 2 = 0 THEN '1' ELSE '2' END, '19900101', '云山区', '路' || i, 1.5, 'Li-Ming'
                  FROM (SELECT i, '999901' || to_char(date '1900-01-01' + i / 1000, 'YYYYMMDD') || lpad((i %% 1000)::text, 3, '0')
                               AS body
                          FROM generate_series(%d, %d) i) made
                """.formatted(first, last));
    }
}

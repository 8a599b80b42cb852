package org.tongqu.exchange.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.exchange._support.TestDatabases.execute;
import static org.tongqu.exchange._support.TestDatabases.rows;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange._support.RunsAFlow;
import org.tongqu.exchange._support.TestDatabases;
import org.tongqu.exchange.source.PostgresSource;

/** FEATURE: no more rows than agreed are taken at once, and what was agreed to be hidden stays hidden. */
class AgreedRunTest {

    private static final String FLOW = """
            exchange: insured
            title: {zh: 参保, en: Insured}
            runs: {agreement: {resource: 203002/1, consumer: tax, purpose: supervision}, from: hr, to: tax, minutes: 5}
            source: {table: person, key: [id], watermark: changed}
            target: {table: person, key: [id]}
            columns:
              - {to: id, from: id}
              - {to: cert_no, from: sfzh}
              - {to: name, from: xm}
            rules:
              - {id: number, column: cert_no, check: citizen-number, basis: GB 11643, meaning: {zh: 号码, en: Number}}
            """;

    private Login source;
    private Login target;
    private Flow flow;

    @BeforeEach
    void twoDatabases() throws SQLException {
        source = TestDatabases.fresh();
        target = TestDatabases.fresh();
        execute(
                source,
                "CREATE TABLE person (id integer, sfzh text, xm text, changed timestamptz NOT NULL DEFAULT now())",
                "INSERT INTO person SELECT i, '999901199001011232', 'P' || i FROM generate_series(1, 250) AS i");
        execute(target, "CREATE TABLE person (id integer PRIMARY KEY, cert_no text, name text NOT NULL)");
        flow = RunsAFlow.flow(FLOW.getBytes(StandardCharsets.UTF_8));
    }

    private TableExchange exchange() throws SQLException {
        return new TableExchange(flow, PostgresSource.of(flow, source), target, Instant::now);
    }

    @Test
    void aRunTakesNoMoreRowsThanAgreedAndTheNextGoesOnBehindThem() throws SQLException {
        assertThat(exchange().last()).isEmpty();

        var first = exchange().run(Mode.FULL, OptionalLong.of(100), () -> true).orElseThrow();
        assertThat(first.end()).isEqualTo(Receipt.End.STOPPED);
        assertThat(first.written()).isEqualTo(100);
        assertThat(rows(target, "SELECT count(*), max(id) FROM person")).containsExactly("100|100");
        assertThat(exchange().last().orElseThrow().read()).isEqualTo(100);

        exchange().run(Mode.FULL, OptionalLong.of(100), () -> true).orElseThrow();
        var last = exchange().run(Mode.FULL, OptionalLong.of(100), () -> true).orElseThrow();
        assertThat(last.end()).isEqualTo(Receipt.End.COMPLETE);
        assertThat(last.written()).isEqualTo(250);
        assertThat(rows(target, "SELECT count(*), max(id) FROM person")).containsExactly("250|250");
    }

    @Test
    void rowsWithoutAnOrderAreWrittenAllTogetherOrNotAtAll() throws SQLException {
        execute(
                source,
                "ALTER TABLE person ALTER changed DROP NOT NULL",
                "UPDATE person SET changed = NULL, xm = repeat('x', 100000)");
        var batches = new AtomicInteger();

        var first =
                exchange().run(Mode.FULL, () -> batches.incrementAndGet() < 4).orElseThrow();
        assertThat(first.end()).isEqualTo(Receipt.End.STOPPED);
        assertThat(first.written()).isZero();
        assertThat(rows(target, "SELECT count(*) FROM person")).containsExactly("0");

        var last = exchange().run(Mode.FULL, () -> true).orElseThrow();
        assertThat(last.written()).isEqualTo(250);
        assertThat(last.setAside()).isZero();
    }

    @Test
    void rowsOfOneKeyAreNotPartedByTheLimit() throws SQLException {
        execute(source, "UPDATE person SET id = 100 WHERE id = 101", "UPDATE person SET changed = 'epoch'");

        var first = exchange().run(Mode.FULL, OptionalLong.of(100), () -> true).orElseThrow();
        var second = exchange().run(Mode.FULL, OptionalLong.empty(), () -> true).orElseThrow();

        assertThat(first.written()).isEqualTo(100);
        assertThat(first.setAside()).isEqualTo(1);
        assertThat(second.written()).isEqualTo(249);
        assertThat(second.read()).isEqualTo(250);
    }

    @Test
    void aCoveredColumnIsCheckedAsItIsAndLeavesOnlyCovered() throws SQLException {
        execute(source, "UPDATE person SET sfzh = '999901199001011236' WHERE id = 2");
        flow = flow.making(flow.columns().stream()
                .map(column ->
                        column.name().equals("cert_no") ? column.under(value -> value.substring(0, 3) + "***") : column)
                .toList());

        var receipt = exchange().run(Mode.FULL, () -> true).orElseThrow();

        assertThat(receipt.written()).isEqualTo(249);
        assertThat(rows(target, "SELECT DISTINCT cert_no FROM person")).containsExactly("999***");
        assertThat(rows(target, "SELECT key, rule, content ->> 'sfzh' FROM tongqu_exchange.quarantine"))
                .containsExactly("2|number|999***");
        assertThat(new Reconciler(flow, PostgresSource.of(flow, source), target)
                        .compare((here, there) -> {})
                        .orElseThrow()
                        .isEqual())
                .isTrue();
    }

    @Test
    void aFlowSaysUnderWhichAgreementItRuns() {
        assertThat(flow.running())
                .contains(new Flow.Running(
                        new Flow.Agreed("203002/1", "tax", "supervision"), "hr", "tax", 5, Flow.Pace.INTERVALS));
    }
}

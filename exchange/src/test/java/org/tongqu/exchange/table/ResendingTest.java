package org.tongqu.exchange.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.exchange._support.TestDatabases.execute;
import static org.tongqu.exchange._support.TestDatabases.rows;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange._support.RunsAFlow;
import org.tongqu.exchange._support.TestDatabases;
import org.tongqu.exchange.source.PostgresSource;
import org.tongqu.exchange.table.Reconciliation.Depth;
import org.tongqu.exchange.table.Reconciliation.Difference;
import org.tongqu.exchange.table.Reconciliation.Kind;
import org.tongqu.exchange.table.Resending.Resent;
import org.tongqu.exchange.table.Resending.Wanted;
import org.tongqu.kernel.Outcome;

/** FEATURE: both sides are compared, rows that differ are named, and sent once more. */
class ResendingTest {

    private static final String FLOW = """
            exchange: insured
            title: {zh: 参保, en: Insured}
            source: {table: person, key: [id], watermark: changed}
            target: {table: person, key: [cert_no]}
            columns:
              - {to: cert_no, from: sfzh}
              - {to: name, from: xm}
            rules:
              - {id: number, column: cert_no, pattern: "C[0-9]{6}", basis: X, meaning: {zh: 号码, en: Number}}
            """;
    private static final int ROWS = 20_000;

    private Login source;
    private Login target;
    private Flow flow;

    @BeforeEach
    void bothSidesHoldTheSame() throws SQLException {
        source = TestDatabases.fresh();
        target = TestDatabases.fresh();
        execute(
                source,
                "CREATE TABLE person (id integer PRIMARY KEY, sfzh text, xm text, changed timestamptz NOT NULL DEFAULT now())",
                "INSERT INTO person SELECT i, 'C' || to_char(i, 'FM000000'), 'P' || i FROM generate_series(1, " + ROWS
                        + ") AS i");
        execute(target, "CREATE TABLE person (cert_no text PRIMARY KEY, name text NOT NULL CHECK (name <> 'never'))");
        flow = RunsAFlow.flow(FLOW.getBytes(StandardCharsets.UTF_8));
        new TableExchange(flow, PostgresSource.of(flow, source), target, Instant::now)
                .run(Mode.CHANGED, () -> true)
                .orElseThrow();
    }

    private Reconciliation compared(long mostLookedAt) throws SQLException {
        return new Reconciler(flow, PostgresSource.of(flow, source), target, mostLookedAt)
                .compare((here, there) -> {})
                .orElseThrow();
    }

    private Outcome<Resent, ExchangeRefusal> sent(Wanted wanted, OptionalLong most) throws SQLException {
        return new Resending(flow, PostgresSource.of(flow, source), target).send(wanted, most, () -> true);
    }

    private static Wanted named(Reconciliation found) {
        return new Wanted(
                found.differences().stream()
                        .filter(row -> row.kind() == Kind.MISSING_IN_TARGET || row.kind() == Kind.DIFFERENT)
                        .map(Difference::hash)
                        .collect(Collectors.toSet()),
                Set.of());
    }

    @Test
    void rowsThatWereLostOrChangedAtTheTargetAreNamedAndSentAgain() throws SQLException {
        execute(
                target,
                "DELETE FROM person WHERE cert_no IN ('C000007', 'C000008')",
                "UPDATE person SET name = '?' WHERE cert_no = 'C000009'",
                "CREATE TABLE written (cert_no text)",
                "CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS"
                        + " 'BEGIN INSERT INTO written VALUES (NEW.cert_no); RETURN NEW; END'",
                "CREATE TRIGGER note AFTER INSERT OR UPDATE ON person FOR EACH ROW EXECUTE FUNCTION note()");

        var found = compared(1000);
        assertThat(found.sourceRows()).isEqualTo(ROWS);
        assertThat(found.targetRows()).isEqualTo(ROWS - 2);
        assertThat(found.differences())
                .extracting(row -> row.kind() + " " + row.name())
                .containsExactly("MISSING_IN_TARGET C000007", "MISSING_IN_TARGET C000008", "DIFFERENT C000009");

        assertThat(sent(named(found), OptionalLong.empty()))
                .isEqualTo(Outcome.done(new Resent(3, 0, Receipt.End.COMPLETE)));
        assertThat(compared(1000).isEqual()).isTrue();
        sent(named(found), OptionalLong.empty());
        assertThat(rows(target, "SELECT cert_no FROM written ORDER BY 1"))
                .as("what stands there already is not written again")
                .containsExactly("C000007", "C000008", "C000009");
        assertThat(rows(target, "SELECT run, rows_read FROM tongqu_exchange.run"))
                .as("the run goes on where it was")
                .containsExactly("1|" + ROWS);
    }

    @Test
    void noMoreRowsAreSentThanAgreedAndNoneAfterItWasToldToStop() throws SQLException {
        execute(target, "DELETE FROM person WHERE cert_no < 'C000011'");
        var found = compared(1000);

        assertThat(sent(named(found), OptionalLong.of(4)))
                .isEqualTo(Outcome.done(new Resent(4, 0, Receipt.End.STOPPED)));
        assertThat(new Resending(flow, PostgresSource.of(flow, source), target)
                        .send(named(found), OptionalLong.empty(), () -> false))
                .isEqualTo(Outcome.done(new Resent(0, 0, Receipt.End.STOPPED)));
        assertThat(compared(1000).differences()).hasSize(6);
    }

    @Test
    void ofRangesInWhichTooMuchDiffersEachRowIsSent() throws SQLException {
        execute(target, "DELETE FROM person");

        var found = compared(1000);
        var whole = found.ranges().stream()
                .filter(range -> range.depth() == Depth.COUNTED)
                .map(Reconciliation.Range::number)
                .collect(Collectors.toSet());

        assertThat(found.differences()).hasSizeBetween(950, 1000);
        assertThat(whole).hasSizeGreaterThan(900);
        sent(new Wanted(named(found).keys(), whole), OptionalLong.empty());
        assertThat(compared(1000).isEqual()).isTrue();
    }

    @Test
    void whatTheSourceDoesNotSendAndWhatItSendsTwiceIsNamedAsSuch() throws SQLException {
        execute(target, "INSERT INTO person VALUES ('C900001', 'extra')");
        execute(
                source,
                "UPDATE person SET sfzh = 'bad' WHERE id = 5",
                "INSERT INTO person VALUES (900002, 'C000006', 'other')");

        assertThat(compared(1000).differences())
                .extracting(row -> row.kind() + " " + row.name())
                .containsExactly("ONLY_IN_TARGET C000005", "TWICE_IN_SOURCE C000006", "ONLY_IN_TARGET C900001");
    }

    @Test
    void aRowThatTheTargetRefusesIsSetAsideAndTheRestIsWritten() throws SQLException {
        execute(source, "UPDATE person SET xm = 'never' WHERE id = 3");
        execute(target, "DELETE FROM person WHERE cert_no IN ('C000003', 'C000004')");

        assertThat(sent(named(compared(1000)), OptionalLong.empty()))
                .isEqualTo(Outcome.done(new Resent(1, 1, Receipt.End.COMPLETE)));
        assertThat(rows(target, "SELECT key, rule FROM tongqu_exchange.quarantine"))
                .containsExactly("C000003|refused-by-target");
    }

    @Test
    void aTableThatIsGoneIsARefusalAndNotAFault() throws SQLException {
        execute(source, "ALTER TABLE person RENAME TO people");
        var reconciler = new Reconciler(flow, PostgresSource.of(flow, source), target);

        assertThat(reconciler.compare((here, there) -> {}))
                .isEqualTo(Outcome.refused(new ExchangeRefusal.NoTable(ExchangeRefusal.Side.SOURCE, "person")));
    }
}

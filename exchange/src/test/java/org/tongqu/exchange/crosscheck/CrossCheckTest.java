package org.tongqu.exchange.crosscheck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.comparisons.ComparisonJob.Answer;
import org.tongqu.engines.comparisons.ComparisonJob.Finds;
import org.tongqu.engines.comparisons.ComparisonJob.Pair;
import org.tongqu.engines.comparisons.ComparisonJob.Words;
import org.tongqu.engines.comparisons.Condition;
import org.tongqu.engines.comparisons.Condition.Test.Above;
import org.tongqu.engines.comparisons.Condition.Test.OneOf;
import org.tongqu.engines.comparisons.Side;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.engines.packs.reading.ExchangeReader;
import org.tongqu.engines.schema.Property.Sensitivity;
import org.tongqu.exchange.Login;
import org.tongqu.exchange._support.TestDatabases;
import org.tongqu.kernel.text.Label;

/** FEATURE: two deliveries of one database are compared in it, and again only where something was written. */
class CrossCheckTest {

    private static final Words WORDS = new Words(Label.same("t"), Label.same("t"), Label.same("t"));

    private static Login login;

    @BeforeAll
    static void twoDeliveries() throws SQLException {
        login = TestDatabases.fresh();
        execute(
                "CREATE TABLE paid (cert_no text, month text, state text, amount text, PRIMARY KEY (cert_no, month))",
                "CREATE TABLE person (cert_no text PRIMARY KEY, name text, born date)",
                "CREATE TABLE known (number varchar(18) PRIMARY KEY, called varchar(50), born text)",
                "INSERT INTO paid VALUES ('A', '01', '1', '10'), ('A', '02', '1', '99.5'), ('B', '01', '1', '70'),"
                        + " ('B', '02', '2', '70'), ('C', '01', '1', 'x'), ('\"D,', '01', '1', '60')",
                "INSERT INTO person VALUES ('A', 'One', '1990-01-01'), ('B', NULL, NULL), ('\"D,', 'Four', NULL)",
                "INSERT INTO known VALUES ('A', 'One', '1990-01-02'), ('B', '', NULL), ('C', 'Three', NULL)");
    }

    private static void execute(String... statements) throws SQLException {
        try (var connection = login.open();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Flow flow(String table, List<String> key, String... columns) {
        var lines = Stream.of(columns)
                .map(name -> "  - {to: " + name + ", from: " + name + "}\n")
                .toList();
        var yaml = "exchange: " + table + "-flow\ntitle: {zh: t, en: t}\nsource: {table: " + table
                + ", key: [id]}\ntarget: {table: " + table + ", key: " + key + "}\ncolumns:\n" + String.join("", lines);
        return ExchangeReader.read("t.yaml", yaml.getBytes(UTF_8)).orElseThrow();
    }

    private static final Flow PAID = flow("paid", List.of("cert_no", "month"), "cert_no", "month", "state", "amount");
    private static final Flow PERSON = flow("person", List.of("cert_no"), "cert_no", "name", "born");
    private static final Flow KNOWN = flow("known", List.of("number"), "number", "called", "born");

    private static Side side(Flow flow, String key, Condition... where) {
        return new Side(flow.id(), List.of(key), List.of(where), Optional.empty(), List.of());
    }

    private static Side latest(Condition... where) {
        return new Side(PAID.id(), List.of("cert_no"), List.of(where), Optional.of("month"), List.of("month"));
    }

    private static ComparisonJob job(Finds finds, Side about, Optional<Side> against, String item, Pair... pairs) {
        return new ComparisonJob(
                "t",
                WORDS,
                finds,
                about,
                against,
                List.of(pairs),
                new Answer(item, "", Optional.empty()),
                5,
                Sensitivity.PERSONAL,
                List.of());
    }

    private static List<Found> all(ComparisonJob job, Flow about, Flow against) throws SQLException {
        List<Found> found = new ArrayList<>();
        var checked = new CrossCheck(job, about, against, login).all(found::add);
        assertThat(checked.found()).isEqualTo(found.size());
        return found;
    }

    private static List<String> keys(List<Found> found) {
        return found.stream().map(one -> one.key().getFirst()).sorted().toList();
    }

    @Test
    void ofAFewKeysTheRowsThatCountAreReadAndNoOthers() throws SQLException {
        var all = new KeyRows(side(PAID, "cert_no"), PAID, login);
        assertThat(all.of(List.of("A", "\"D,", "nobody"), 3).orElseThrow())
                .extracting(row -> row.get("cert_no") + row.get("month"))
                .containsExactlyInAnyOrder("A01", "A02", "\"D,01");
        assertThat(all.of(List.of("A", "B"), 3)).as("four rows").isEmpty();
        assertThat(all.of(List.of(), 3)).contains(List.of());

        var paid = new KeyRows(latest(new Condition("state", new OneOf(List.of("1")))), PAID, login);
        assertThat(paid.of(List.of("A", "B", "C"), 9).orElseThrow())
                .extracting(row -> row.get("cert_no") + row.get("month"))
                .as("what B was paid last counts no more")
                .containsExactlyInAnyOrder("A02", "C01");
    }

    @Test
    void ofSeveralRowsOfAKeyTheLatestCountsBeforeAnythingIsAskedOfIt() throws SQLException {
        var paid = latest(new Condition("state", new OneOf(List.of("1"))));
        var both = job(Finds.BOTH, paid, Optional.of(side(PERSON, "cert_no")), "state");

        var found = all(both, PAID, PERSON);

        assertThat(keys(found)).as("B was stopped in its last month").containsExactly("\"D,", "A");
        assertThat(found).anySatisfy(one -> {
            assertThat(one.row()).containsExactly("A", "02");
            assertThat(one.about()).isEqualTo(Map.of("month", "02", "state", "1"));
        });
    }

    @Test
    void numbersAreComparedAsNumbersAndWhatIsNoneIsNeither() throws SQLException {
        var paid = latest(new Condition("amount", new Above(new BigDecimal("65"))));
        var found = all(job(Finds.BOTH, paid, Optional.of(side(KNOWN, "number")), "amount"), PAID, KNOWN);

        assertThat(keys(found)).containsExactly("A", "B");
    }

    @Test
    void whatOnlyOneSideKnowsAndWhatItDoesNotKnow() throws SQLException {
        var only = job(Finds.ONLY, side(PERSON, "cert_no"), Optional.of(side(KNOWN, "number")), "name");
        var missing = job(Finds.MISSING, side(PERSON, "cert_no"), Optional.of(side(KNOWN, "number")), "name");

        assertThat(keys(all(only, PERSON, KNOWN))).containsExactly("\"D,");
        assertThat(all(missing, PERSON, KNOWN))
                .singleElement()
                .satisfies(one -> assertThat(one.row()).containsExactly("C"));
    }

    @Test
    void nothingAndAnEmptyTextAreTheSameAndTypesMayDiffer() throws SQLException {
        var differ = job(
                Finds.DIFFER,
                side(PERSON, "cert_no"),
                Optional.of(side(KNOWN, "number")),
                "name",
                new Pair("name", "called"),
                new Pair("born", "born"));

        assertThat(all(differ, PERSON, KNOWN)).singleElement().satisfies(one -> {
            assertThat(one.key()).containsExactly("A");
            assertThat(one.about()).containsEntry("born", "1990-01-01");
            assertThat(one.against()).containsEntry("born", "1990-01-02");
        });
    }

    @Test
    void aKeyThatComesAgainIsFoundOnce() throws SQLException {
        var repeated = job(
                Finds.REPEATED,
                side(PAID, "cert_no", new Condition("state", new OneOf(List.of("1")))),
                Optional.empty(),
                "state");

        assertThat(all(repeated, PAID, PAID)).singleElement().satisfies(one -> {
            assertThat(one.key()).containsExactly("A");
            assertThat(one.row()).containsExactly("A", "02");
        });
    }

    @Test
    void afterTheFirstTimeOnlyWhatWasWrittenAndWhatIsNamedIsLookedAt() throws SQLException {
        execute(
                "CREATE TABLE many (number varchar(18) PRIMARY KEY, called varchar(50), born text)",
                "INSERT INTO many SELECT 'N' || n, 'a', '' FROM generate_series(1, 5000) AS n",
                "CREATE TABLE others (number varchar(18) PRIMARY KEY, called varchar(50), born text)",
                "INSERT INTO others SELECT 'N' || n, 'a', '' FROM generate_series(1, 5000) AS n");
        var many = flow("many", List.of("number"), "number", "called", "born");
        var others = flow("others", List.of("number"), "number", "called", "born");
        var check = new CrossCheck(
                job(
                        Finds.DIFFER,
                        side(many, "number"),
                        Optional.of(side(others, "number")),
                        "called",
                        new Pair("called", "called")),
                many,
                others,
                login);
        var first = check.all(one -> {});
        assertThat(first.found()).isZero();

        execute(
                "UPDATE many SET called = 'b' WHERE number IN ('N7', 'N8')",
                "UPDATE others SET born = '1' WHERE number = 'N9'");
        List<Found> found = new ArrayList<>();
        var second = check.changed(first.moment(), List.of(List.of("N10"), List.of("nobody \", has")), found::add);

        assertThat(second.touched()).hasValue(5);
        assertThat(keys(found)).containsExactly("N7", "N8");
        var third = check.changed(second.moment(), List.of(List.of("N7")), one -> {});
        assertThat(third.touched()).hasValue(1);
        assertThat(third.found()).isEqualTo(1);
    }
}

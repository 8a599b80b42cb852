package org.tongqu.exchange.crosscheck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.comparisons.ComparisonJob.Answer;
import org.tongqu.engines.comparisons.ComparisonJob.Finds;
import org.tongqu.engines.comparisons.ComparisonJob.Pair;
import org.tongqu.engines.comparisons.ComparisonJob.Trait;
import org.tongqu.engines.comparisons.ComparisonJob.Words;
import org.tongqu.engines.comparisons.Condition;
import org.tongqu.engines.comparisons.Condition.Test.Above;
import org.tongqu.engines.comparisons.Condition.Test.NoneOf;
import org.tongqu.engines.comparisons.Side;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.engines.linkage.Evidence;
import org.tongqu.engines.packs.reading.ExchangeReader;
import org.tongqu.engines.schema.Property.Sensitivity;
import org.tongqu.exchange.Login;
import org.tongqu.exchange._support.TestDatabases;
import org.tongqu.exchange.crosscheck.CrossParts.Incomparable;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.text.Label;

/** FEATURE: taken apart into ranges of keys, and laid together outside of the database, a comparison finds the same. */
class CrossPartsTest {

    private static final Words WORDS = new Words(Label.same("t"), Label.same("t"), Label.same("t"));

    private static final Flow ONE = flow("one", List.of("id"), "id", "owner", "amount", "said", "born", "month");
    private static final Flow OTHER = flow("other", List.of("number"), "number", "owner", "amount", "said", "born");

    private static Login login;

    @BeforeAll
    static void twoDeliveries() throws SQLException {
        login = TestDatabases.fresh();
        TestDatabases.execute(
                login,
                "CREATE TABLE one (id bigint PRIMARY KEY, owner text, amount numeric, said text, born date, month text)",
                "CREATE TABLE other (number numeric PRIMARY KEY, owner varchar(18), amount numeric, said varchar(9),"
                        + " born text)",
                // Keys that come again, that are nothing and that are empty; numbers that are the same in other digits.
                "INSERT INTO one SELECT n, CASE n % 50 WHEN 0 THEN NULL WHEN 1 THEN '' ELSE 'K' || n % 700 END, n % 3,"
                        + " NULLIF(substr('abc', (n % 4)::int, 1), ''), date '2000-01-01' + (n % 5)::int,"
                        + " NULLIF(n % 13, 0)::text FROM generate_series(1, 1500) AS n",
                "INSERT INTO other SELECT n + 0.0, CASE n % 40 WHEN 0 THEN NULL ELSE 'K' || n % 900 END,"
                        + " (n % 3)::numeric(9, 2), substr('abd', (n % 4)::int, 1), '2000-01-0' || 1 + n % 5"
                        + " FROM generate_series(500, 2200) AS n");
    }

    private static Flow flow(String table, List<String> key, String... columns) {
        var lines = Stream.of(columns)
                .map(name -> "  - {to: " + name + ", from: " + name + "}\n")
                .toList();
        var yaml = "exchange: " + table + "-flow\ntitle: {zh: t, en: t}\nsource: {table: " + table
                + ", key: [id]}\ntarget: {table: " + table + ", key: " + key + "}\ncolumns:\n" + String.join("", lines);
        return ExchangeReader.read("t.yaml", yaml.getBytes(UTF_8)).orElseThrow();
    }

    private static ComparisonJob job(Finds finds, List<String> key, List<String> others, List<Trait> traits) {
        var about = new Side(
                ONE.id(),
                key,
                List.of(new Condition("amount", new NoneOf(List.of("2")))),
                key.contains("owner") ? Optional.of("month") : Optional.empty(),
                List.of("month", "said"));
        var against = new Side(
                OTHER.id(),
                others,
                List.of(new Condition("amount", new Above(new BigDecimal("-1")))),
                Optional.empty(),
                List.of());
        var pairs = finds == Finds.DIFFER
                ? List.of(new Pair("amount", "amount"), new Pair("said", "said"), new Pair("born", "born"))
                : List.<Pair>of();
        return new ComparisonJob(
                "t",
                WORDS,
                finds,
                about,
                finds == Finds.REPEATED ? Optional.empty() : Optional.of(against),
                pairs,
                new Answer("said", "", Optional.empty()),
                5,
                Sensitivity.PERSONAL,
                traits);
    }

    /** What the parts find, each read by itself and sent as it would be, and rows of a key brought together. */
    private static List<Found> inParts(ComparisonJob job, int parts) throws Exception {
        var apart = new CrossParts(job, ONE, OTHER);
        List<Found> found = new ArrayList<>();
        try (var connection = login.open()) {
            var readings = apart.byKey(connection, connection, parts).orElseThrow();
            if (job.finds() == Finds.REPEATED) {
                rows(connection, readings.about()).forEach(row -> found.add(apart.found(row)));
                return found;
            }
            Map<String, String[]> own = new HashMap<>();
            Map<String, String[]> other = new HashMap<>();
            keyed(readings, rows(connection, readings.about()), "own").forEach(own::put);
            keyed(readings, rows(connection, readings.against()), "other").forEach(other::put);
            var keys = new HashSet<>(own.keySet());
            keys.addAll(other.keySet());
            for (var key : keys) {
                readings.laying().found(own.get(key), other.get(key)).ifPresent(row -> found.add(apart.found(row)));
            }
        }
        return found;
    }

    private static Map<String, String[]> keyed(CrossParts.Readings readings, List<String[]> rows, String side) {
        Map<String, String[]> keyed = new HashMap<>();
        for (var row : rows) {
            var before = keyed.put(readings.laying().key(row).orElseGet(() -> side + keyed.size()), row);
            assertThat(before).as("one row for each key").isNull();
        }
        return keyed;
    }

    private static List<String[]> rows(Connection connection, List<Reading> readings) throws Exception {
        List<String[]> rows = new ArrayList<>();
        for (var reading : readings) {
            sent(reading).read(connection, (number, row) -> rows.add(row));
        }
        return rows;
    }

    private static Reading sent(Reading reading) throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(reading);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (Reading) in.readObject();
        }
    }

    private static List<String> lines(List<Found> found) {
        return found.stream().map(Found::toString).sorted().toList();
    }

    @ParameterizedTest(name = "{0} by {1} and {2} in {3} parts")
    @CsvSource({
        "BOTH, owner, owner, 4",
        "BOTH, id, number, 3",
        "DIFFER, owner, owner, 4",
        "DIFFER, id, number, 3",
        "ONLY, owner, owner, 4",
        "ONLY, id, number, 1",
        "MISSING, owner, owner, 4",
        "MISSING, id, number, 3",
        "REPEATED, owner, owner, 4"
    })
    void inPartsTheSameIsFound(Finds finds, String key, String other, int parts) throws Exception {
        var job = job(finds, List.of(key), List.of(other), List.of());
        List<Found> whole = new ArrayList<>();
        new CrossCheck(job, ONE, OTHER, login).all(whole::add);

        assertThat(whole).isNotEmpty();
        assertThat(lines(inParts(job, parts))).isEqualTo(lines(whole));
    }

    @Test
    void partsAreNumberedAsTheWholeListIs() throws Exception {
        var traits = List.of(new Trait(Evidence.NAME, "said", "said"), new Trait(Evidence.DATE, "born", "born"));
        var job = job(Finds.BOTH, List.of("owner"), List.of("owner"), traits);
        var whole = new CrossCheck(job, ONE, OTHER, login).lists(10_000).orElseThrow();
        var apart = new CrossParts(job, ONE, OTHER);
        List<String> numbered = new ArrayList<>();
        try (var connection = login.open()) {
            var parts = apart.byEvidence(connection, connection, 5);
            assertThat(parts.abouts()).isEqualTo(whole.about().size());
            assertThat(parts.againsts()).isEqualTo(whole.against().size());
            for (var reading : parts.against()) {
                reading.read(connection, (number, row) -> numbered.add(number + String.join("|", row)));
            }
        }

        for (int i = 0; i < numbered.size(); i++) {
            assertThat(numbered.get(i))
                    .isEqualTo(i + String.join("|", whole.against().rows().get(i)));
        }
    }

    @Test
    void whatIsNotTheSameOutsideOfTheDatabaseIsNotCompared() throws Exception {
        var job = job(Finds.BOTH, List.of("born"), List.of("owner"), List.of());
        try (var connection = login.open()) {
            assertThat(new CrossParts(job, ONE, OTHER).byKey(connection, connection, 2))
                    .isEqualTo(Outcome.refused(new Incomparable("born", "owner")));
        }
    }
}

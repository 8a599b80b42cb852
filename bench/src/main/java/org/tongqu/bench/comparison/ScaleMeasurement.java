package org.tongqu.bench.comparison;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.postgresql.PGConnection;
import org.tongqu.bench.Measurement;
import org.tongqu.bench.TemporaryFolder;
import org.tongqu.bench.Workshop;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.comparisons.ComparisonJob.Answer;
import org.tongqu.engines.comparisons.ComparisonJob.Finds;
import org.tongqu.engines.comparisons.ComparisonJob.Pair;
import org.tongqu.engines.comparisons.ComparisonJob.Trait;
import org.tongqu.engines.comparisons.ComparisonJob.Words;
import org.tongqu.engines.comparisons.Side;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.engines.linkage.Evidence;
import org.tongqu.engines.linkage.Linkage;
import org.tongqu.engines.packs.reading.ExchangeReader;
import org.tongqu.engines.schema.Property.Sensitivity;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.crosscheck.CrossCheck;
import org.tongqu.exchange.crosscheck.CrossParts;
import org.tongqu.kernel.text.Label;
import org.tongqu.scale.LocalCluster;
import org.tongqu.scale.OnCluster;
import org.tongqu.servers.Durability;
import org.tongqu.servers.PostgresServer;

/**
 * Two lists of planted people compared by identifier and linked by evidence on a cluster of this machine, with one worker and
 * with two, and by the program itself; all must find the same.
 */
public final class ScaleMeasurement implements Measurement {

    private static final long SEED = 20_261_123;
    private static final int MOST_WORKERS = 2;
    private static final Flow LEFT = flow("lefts");
    private static final Flow RIGHT = flow("rights");

    @Override
    public String name() {
        return "scale";
    }

    @Override
    public Map<String, Object> measure(Workshop bench, List<String> arguments) throws Exception {
        var people = arguments.stream()
                .filter(one -> one.startsWith("--people="))
                .mapToInt(one -> Integer.parseInt(one.substring("--people=".length())))
                .findFirst()
                .orElse(200_000);
        try (var folder = TemporaryFolder.in(bench.root().resolve("bench/target"), "scale-");
                var server = PostgresServer.start(
                        Files.createDirectories(folder.path().resolve("store")), Durability.THROWAWAY, line -> {});
                var cluster = LocalCluster.start(folder.path().resolve("cluster"), MOST_WORKERS)) {
            var login = new Login(
                    server.address("postgres").url(),
                    server.superuser().role(),
                    server.superuser().password());
            bench.say("Filling two tables …");
            fill(login, people);
            return figures(bench, cluster, login, people);
        }
    }

    private static Map<String, Object> figures(Workshop bench, LocalCluster cluster, Login login, int people)
            throws Exception {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("people", people);
        var begun = System.nanoTime();
        var found = ownFound(login);
        figures.put("store_by_key_s", seconds(begun));
        begun = System.nanoTime();
        var linked = ownLinked(login, people);
        figures.put("program_linkage_s", seconds(begun));
        var isEqual = true;
        for (int workers = 1; workers <= MOST_WORKERS; workers++) {
            var on = new OnCluster(cluster.client(workers));
            begun = System.nanoTime();
            var rows = on.byKey(asked(byKey(), login)).orElseThrow().rows();
            figures.put("by_key_s_" + workers, seconds(begun));
            var parts = new CrossParts(byKey(), LEFT, RIGHT);
            isEqual &= found.equals(rows.stream()
                    .map(row -> parts.found(row).toString())
                    .sorted()
                    .toList());
            begun = System.nanoTime();
            var links = on.byEvidence(asked(byEvidence(), login), SEED);
            figures.put("linkage_s_" + workers, seconds(begun));
            isEqual &= linked.equals(lines(links));
            bench.say(figures.toString());
        }
        figures.put("found", found.size());
        figures.put("linked", linked.size());
        figures.put("equal", isEqual);
        figures.put("goal", Map.of("equal", true));
        return figures;
    }

    private static OnCluster.Asked asked(ComparisonJob job, Login login) {
        return new OnCluster.Asked(job, LEFT, login, RIGHT, login);
    }

    private static double seconds(long begun) {
        return Math.round((System.nanoTime() - begun) / 1e8) / 10.0;
    }

    private static List<String> ownFound(Login login) throws SQLException {
        List<String> found = new ArrayList<>();
        new CrossCheck(byKey(), LEFT, RIGHT, login).all(one -> found.add(one.toString()));
        return found.stream().sorted().toList();
    }

    private static List<String> ownLinked(Login login, int people) throws SQLException {
        var job = byEvidence();
        var lists = new CrossCheck(job, LEFT, RIGHT, login).lists(people).orElseThrow();
        var fields = job.traits().stream().map(Trait::about).toList();
        var linkage = new Linkage(
                job.plan(), lists.about().read(fields), lists.against().read(fields));
        var linked = linkage.link(SEED);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < linked.left().length; i++) {
            var left = linked.left()[i];
            var right = linked.right()[i];
            lines.add((i < linked.sure()) + " " + lists.about().key(left)
                    + lists.against().key(right) + linkage.explain(linked.weights(), left, right));
        }
        return lines;
    }

    private static List<String> lines(OnCluster.Linked linked) {
        List<String> lines = new ArrayList<>();
        for (var link : linked.links()) {
            lines.add((lines.size() < linked.sure()) + " [" + link.about()[0] + "][" + link.against()[0] + "]"
                    + link.reasons());
        }
        return lines;
    }

    private static void fill(Login login, int count) throws Exception {
        var people = PlantedPeople.of(SEED, count);
        copy(login, "lefts", count, row -> people.left(row));
        copy(login, "rights", count, row -> people.right(row));
    }

    /** Every third of the right stands under a number of its own. */
    private static void copy(Login login, String table, int count, IntFunction<Person> people) throws Exception {
        var rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            rows.append(i % 3 == 0 ? table : "both").append(i);
            for (int field = 0; field < Person.FIELDS; field++) {
                rows.append('\t').append(people.apply(i).field(field));
            }
            rows.append('\n');
        }
        try (var connection = login.open();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + table
                    + " (cert_no text PRIMARY KEY, name text, birth text, sex text, phone text, address text)");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY " + table + " FROM STDIN",
                            new ByteArrayInputStream(rows.toString().getBytes(UTF_8)));
            statement.execute("ANALYZE " + table);
        }
    }

    private static ComparisonJob byKey() {
        return job(Finds.DIFFER, List.of(new Pair("name", "name"), new Pair("phone", "phone")), List.of());
    }

    private static ComparisonJob byEvidence() {
        return job(
                Finds.BOTH,
                List.of(),
                List.of(
                        new Trait(Evidence.NAME, "name", "name"),
                        new Trait(Evidence.DATE, "birth", "birth"),
                        new Trait(Evidence.CODE, "sex", "sex"),
                        new Trait(Evidence.PHONE, "phone", "phone"),
                        new Trait(Evidence.ADDRESS, "address", "address")));
    }

    private static ComparisonJob job(Finds finds, List<Pair> pairs, List<Trait> traits) {
        var words = new Words(Label.same("Bench"), Label.same("Bench"), Label.same("Bench"));
        return new ComparisonJob(
                "bench-" + (traits.isEmpty() ? "key" : "evidence"),
                words,
                finds,
                new Side("lefts", List.of("cert_no"), List.of(), Optional.empty(), List.of()),
                Optional.of(new Side("rights", List.of("cert_no"), List.of(), Optional.empty(), List.of())),
                pairs,
                new Answer("name", "", Optional.empty()),
                10,
                Sensitivity.PERSONAL,
                traits);
    }

    private static Flow flow(String table) {
        var columns = new StringBuilder();
        for (var name : List.of("cert_no", "name", "birth", "sex", "phone", "address")) {
            columns.append("  - {to: ")
                    .append(name)
                    .append(", from: ")
                    .append(name)
                    .append("}\n");
        }
        var yaml = "exchange: " + table + "\ntitle: {zh: bench, en: bench}\nsource: {table: " + table
                + ", key: [cert_no]}\ntarget: {table: " + table + ", key: [cert_no]}\ncolumns:\n" + columns;
        return ExchangeReader.read("bench.yaml", yaml.getBytes(UTF_8)).orElseThrow();
    }
}

package org.tongqu.bench.comparison;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.bench.TemporaryFolder;
import org.tongqu.bench.Workshop;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.comparisons.ComparisonJob.Answer;
import org.tongqu.engines.comparisons.ComparisonJob.Finds;
import org.tongqu.engines.comparisons.ComparisonJob.Pair;
import org.tongqu.engines.comparisons.ComparisonJob.Words;
import org.tongqu.engines.comparisons.Side;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.engines.packs.reading.ExchangeReader;
import org.tongqu.engines.schema.Property.Sensitivity;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.crosscheck.CrossCheck;
import org.tongqu.kernel.text.Label;
import org.tongqu.servers.Durability;
import org.tongqu.servers.PostgresServer;

/** A declared comparison by identifier beside the join that anybody would write, in turns; the first round does not count. */
record ExactMeasurement(int rows, int rounds) {

    private static final List<String> FIELDS = List.of("name", "born", "address");

    /** The settings with which PostgreSQL is installed, and those of the comparison; it would take another join of itself. */
    private enum Room {
        AS_INSTALLED("SET work_mem = '4MB'; SET max_parallel_workers_per_gather = 2; SET enable_mergejoin = off;"
                + " SET enable_nestloop = off"),
        AS_OURS(
                "SET work_mem = '4MB'; SET jit = off; SET max_parallel_workers_per_gather = 2;"
                        + " SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET enable_mergejoin = off; SET enable_nestloop = off");

        private final String settings;

        Room(String settings) {
            this.settings = settings;
        }
    }

    Map<String, Object> measure(Workshop bench) throws Exception {
        try (var folder = TemporaryFolder.in(bench.root().resolve("bench/target"), "compare-");
                var server = PostgresServer.start(
                        Files.createDirectories(folder.path().resolve("store")), Durability.THROWAWAY, line -> {})) {
            var login = new Login(
                    server.address("postgres").url(),
                    server.superuser().role(),
                    server.superuser().password());
            bench.say("Filling two tables …");
            fill(login);
            return turns(bench, login);
        }
    }

    /** Every two hundredth is called, or lives, otherwise in the second; every thousandth is missing there. */
    private void fill(Login login) throws SQLException {
        execute(login, made("one", "''", "''", ""));
        execute(
                login,
                made(
                        "other",
                        "CASE WHEN n % 400 = 0 THEN 'a' ELSE '' END",
                        "CASE WHEN n % 400 = 200 THEN ', rear' ELSE '' END",
                        " WHERE n % 1000 <> 7"));
    }

    private String made(String table, String named, String living, String some) {
        return "CREATE TABLE " + table
                + " (cert_no varchar(18) PRIMARY KEY, name varchar(50), born date, address varchar(200)); INSERT INTO "
                + table
                + " SELECT '9999' || lpad((n * 7919 % 100000007)::text, 14, '0'), 'Person ' || n % 90000 || " + named
                + ", date '1950-01-01' + (n % 25000)::int, n % 997 || ' Long Road, Street ' || n % 89 || " + living
                + " FROM generate_series(1, " + rows + "::bigint) AS n" + some + " ORDER BY md5(n::text); ANALYZE "
                + table;
    }

    private static void execute(Login login, String... statements) throws SQLException {
        try (var connection = login.open();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Map<String, Object> turns(Workshop bench, Login login) throws SQLException {
        List<Double> ours = new ArrayList<>();
        List<Double> installed = new ArrayList<>();
        List<Double> roomy = new ArrayList<>();
        var check = new CrossCheck(job(), flow("one"), flow("other"), login);
        var moment = "";
        for (int round = 0; round <= rounds; round++) {
            var found = new long[3];
            var begun = System.nanoTime();
            found[0] = joined(login, Room.AS_INSTALLED);
            var first = seconds(begun);
            begun = System.nanoTime();
            var checked = check.all(one -> {});
            found[1] = checked.found();
            moment = checked.moment();
            var second = seconds(begun);
            begun = System.nanoTime();
            found[2] = joined(login, Room.AS_OURS);
            var third = seconds(begun);
            if (found[0] != found[1] || found[0] != found[2] || found[0] == 0) {
                throw new IllegalStateException("The join finds " + found[0] + ", the comparison " + found[1]);
            }
            bench.say(String.format(
                    "join %.2f s, comparison %.2f s, join with its settings %.2f s, %,d found",
                    first, second, third, found[0]));
            if (round > 0) {
                installed.add(first);
                ours.add(second);
                roomy.add(third);
            }
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("join_s", rounded(median(installed)));
        figures.put("comparison_s", rounded(median(ours)));
        figures.put("join_ratio", rounded(median(ours) / median(installed)));
        figures.put("same_settings_ratio", rounded(median(ours) / median(roomy)));
        figures.put("again_s", rounded(again(login, check, moment)));
        return figures;
    }

    /** After a thousand rows were written. */
    private static double again(Login login, CrossCheck check, String moment) throws SQLException {
        execute(login, "UPDATE one SET name = name || 'b' WHERE cert_no IN (SELECT cert_no FROM one LIMIT 1000)");
        var begun = System.nanoTime();
        var checked = check.changed(moment, List.of(), one -> {});
        if (checked.touched().orElse(0) != 1000) {
            throw new IllegalStateException("A thousand were written, seen were " + checked.touched());
        }
        return seconds(begun);
    }

    private static long joined(Login login, Room room) throws SQLException {
        try (var connection = login.open();
                var statement = connection.createStatement()) {
            statement.execute(room.settings);
            return rows(connection);
        }
    }

    private static long rows(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            // All at once, as few rows are found: of a statement that is read in parts the server lets no worker help.
            var count = 0L;
            try (var rows = statement.executeQuery(
                    "SELECT cert_no, one.name, one.born, one.address, other.name, other.born, other.address"
                            + " FROM one JOIN other USING (cert_no) WHERE (one.name, one.born, one.address)"
                            + " IS DISTINCT FROM (other.name, other.born, other.address)")) {
                while (rows.next()) {
                    rows.getString(1);
                    count++;
                }
            }
            return count;
        }
    }

    private static ComparisonJob job() {
        var words = new Words(Label.same("Bench"), Label.same("Bench"), Label.same("Bench"));
        return new ComparisonJob(
                "bench",
                words,
                Finds.DIFFER,
                new Side("one", List.of("cert_no"), List.of(), Optional.empty(), List.of()),
                Optional.of(new Side("other", List.of("cert_no"), List.of(), Optional.empty(), List.of())),
                FIELDS.stream().map(name -> new Pair(name, name)).toList(),
                new Answer("name", "", Optional.empty()),
                10,
                Sensitivity.PERSONAL,
                List.of());
    }

    private static Flow flow(String table) {
        var columns = new StringBuilder();
        for (var name : List.of("cert_no", "name", "born", "address")) {
            columns.append("  - {to: ")
                    .append(name)
                    .append(", from: ")
                    .append(name)
                    .append("}\n");
        }
        var yaml = "exchange: " + table + "-flow\ntitle: {zh: bench, en: bench}\nsource: {table: " + table
                + ", key: [cert_no]}\ntarget: {table: " + table + ", key: [cert_no]}\ncolumns:\n" + columns;
        return ExchangeReader.read("bench.yaml", yaml.getBytes(UTF_8)).orElseThrow();
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}

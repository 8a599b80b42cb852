package org.tongqu.bench.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongqu.bench.Measurement;
import org.tongqu.bench.TemporaryFolder;
import org.tongqu.bench.Workshop;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.engines.packs.reading.ExchangeReader;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.source.PostgresSource;
import org.tongqu.exchange.table.Mode;
import org.tongqu.exchange.table.Receipt;
import org.tongqu.exchange.table.TableExchange;
import org.tongqu.kernel.Outcome;
import org.tongqu.servers.Durability;
import org.tongqu.servers.PostgresServer;

/**
 * Two servers of their own, fourteen columns, every row checked and mapped, into a table with a primary key; alternating
 * with the pipe that looks at nothing. The first round of both warms up and does not count.
 */
public final class ExchangeMeasurement implements Measurement {

    private static final String OUT = "COPY person TO STDOUT (FORMAT binary)";
    private static final String IN = "COPY limit_person FROM STDIN (FORMAT binary)";

    @Override
    public String name() {
        return "exchange";
    }

    @Override
    public Map<String, Object> measure(Workshop bench, List<String> arguments) throws Exception {
        var options = Options.of(arguments);
        try (var folder = TemporaryFolder.in(bench.root().resolve("bench/target"), "exchange-");
                var source = start(folder.path().resolve("source"));
                var target = start(folder.path().resolve("target"))) {
            return postgres(bench, login(source), login(target), options);
        }
    }

    private static PostgresServer start(Path folder) throws IOException {
        return PostgresServer.start(java.nio.file.Files.createDirectories(folder), Durability.THROWAWAY, line -> {});
    }

    private static Login login(PostgresServer server) {
        return new Login(
                server.address("postgres").url(),
                server.superuser().role(),
                server.superuser().password());
    }

    private static Map<String, Object> postgres(Workshop bench, Login source, Login target, Options options)
            throws SQLException, IOException, InterruptedException {
        bench.say("Making " + options.rows() + " people …");
        execute(source, People.SOURCE);
        try (var connection = source.open()) {
            new People().fill(connection, options.rows());
        }
        execute(source, "VACUUM (FREEZE, ANALYZE) person");
        execute(target, People.LIMIT, People.TARGET);
        var byPsql = Pipe.hasPsql();
        var heap = new HeapPeak();
        List<Double> limits = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        var peak = 0L;
        for (int round = 0; round <= options.rounds(); round++) {
            execute(
                    target,
                    "TRUNCATE limit_person, register_person",
                    "DROP SCHEMA IF EXISTS tongqu_exchange CASCADE",
                    "CHECKPOINT");
            var limit = seconds(() -> {
                if (byPsql) {
                    Pipe.byPsql(source, OUT, target, IN);
                } else {
                    Pipe.byDriver(source, OUT, target, IN);
                }
            });
            execute(target, "TRUNCATE limit_person", "CHECKPOINT");
            heap.reset();
            var exchange = seconds(() -> exchange(source, target, options.rows()));
            bench.say(String.format("limit %.2f s, exchange %.2f s, heap %d MiB", limit, exchange, heap.mib()));
            if (round > 0) {
                limits.add(options.rows() / limit);
                ours.add(options.rows() / exchange);
                peak = Math.max(peak, heap.mib());
            }
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rows", options.rows());
        figures.put("pg_rows_per_s", Math.round(median(ours)));
        figures.put("pg_limit_rows_per_s", Math.round(median(limits)));
        figures.put("pg_limit_by", byPsql ? "psql" : "driver");
        figures.put("pg_ratio", Math.round(median(ours) / median(limits) * 1000) / 1000.0);
        figures.put("peak_heap_mib", peak);
        figures.put("goal", Map.of("pg_ratio", 0.90, "peak_heap_mib", 256));
        return figures;
    }

    private static void exchange(Login source, Login target, int rows) throws SQLException, IOException {
        var flow = flow();
        var outcome = new TableExchange(flow, PostgresSource.of(flow, source), target, Instant::now)
                .run(Mode.FULL, () -> true);
        if (!(outcome instanceof Outcome.Done<Receipt, ?>(var receipt)) || receipt.written() != rows) {
            throw new IllegalStateException("Not every row was written: " + outcome);
        }
    }

    private static Flow flow() throws IOException {
        try (var file = ExchangeMeasurement.class.getResourceAsStream("/bench/population.yaml")) {
            if (file == null) {
                throw new IllegalStateException("The flow is not on the class path");
            }
            return switch (ExchangeReader.read("population.yaml", file.readAllBytes())) {
                case Outcome.Done<Flow, ?>(var flow) -> flow;
                case Outcome.Refused<Flow, ?>(var problems) -> throw new IllegalStateException(problems.toString());
            };
        }
    }

    /** What is measured. */
    @FunctionalInterface
    private interface Work {
        void run() throws SQLException, IOException, InterruptedException;
    }

    private static double seconds(Work work) throws SQLException, IOException, InterruptedException {
        var begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static void execute(Login login, String... statements) throws SQLException {
        try (var connection = login.open();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** What may be said after {@code ./tongqu bench exchange}. */
    private record Options(int rows, int rounds) {
        static Options of(List<String> arguments) {
            var options = new Options(2_000_000, 3);
            for (var argument : arguments) {
                if (argument.startsWith("--rows=")) {
                    options = new Options(Integer.parseInt(argument.substring("--rows=".length())), options.rounds);
                } else if (argument.startsWith("--rounds=")) {
                    options = new Options(options.rows, Integer.parseInt(argument.substring("--rounds=".length())));
                } else {
                    throw new IllegalArgumentException("bench exchange does not know " + argument);
                }
            }
            return options;
        }
    }
}

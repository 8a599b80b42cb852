package org.tongqu.bench.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongqu.bench.Measurement;
import org.tongqu.bench.TemporaryFolder;
import org.tongqu.bench.Workshop;
import org.tongqu.engines.exchanges.Connector;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.engines.packs.reading.ExchangeReader;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.source.SourceTable;
import org.tongqu.exchange.source.Sources;
import org.tongqu.exchange.table.Mode;
import org.tongqu.exchange.table.Receipt;
import org.tongqu.exchange.table.TableExchange;
import org.tongqu.kernel.Outcome;
import org.tongqu.servers.Durability;
import org.tongqu.servers.MariaDbServer;

/**
 * Servers of their own, fourteen columns, every row checked and mapped, into a table with a primary key; alternating
 * with the pipe that looks at nothing.
 */
public final class ExchangeMeasurement implements Measurement {

    private static final String OUT = "COPY person TO STDOUT (FORMAT binary)";
    private static final String IN = "COPY limit_person FROM STDIN (FORMAT binary)";
    private static final String[] EMPTY = {
        "TRUNCATE limit_person, register_person", "DROP SCHEMA IF EXISTS tongqu_exchange CASCADE", "CHECKPOINT"
    };

    @Override
    public String name() {
        return "exchange";
    }

    @Override
    public Map<String, Object> measure(Workshop bench, List<String> arguments) throws Exception {
        var options = Options.of(arguments);
        var place = bench.root().resolve("bench/target");
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rows", options.rows());
        try (var folder = TemporaryFolder.in(place, "exchange-");
                var source = Servers.postgres(folder.path().resolve("source"), Durability.THROWAWAY);
                var target = Servers.postgres(folder.path().resolve("target"), Durability.THROWAWAY)) {
            var from = Servers.login(source);
            var to = Servers.login(target);
            bench.say("Making " + options.rows() + " people …");
            Servers.execute(from, People.SOURCE);
            try (var connection = from.open()) {
                new People().fill(connection, options.rows());
            }
            Servers.execute(from, "VACUUM (FREEZE, ANALYZE) person");
            Servers.execute(to, People.LIMIT, People.TARGET);
            var postgres = postgres(bench, from, to, options);
            figures.put("pg_rows_per_s", postgres.rowsPerSecond());
            figures.put("pg_limit_rows_per_s", postgres.limitRowsPerSecond());
            figures.put("pg_limit_by", Pipe.hasPsql() ? "psql" : "driver");
            figures.put("pg_ratio", postgres.ratio());
            var peak = postgres.peakMib();
            if (MariaDbServer.isBrought()) {
                try (var maria = Servers.mariaDb(
                        folder.path().resolve("maria"), place.resolve("mariadb"), Durability.THROWAWAY)) {
                    var mariaDb = mariaDb(bench, maria, from, to, options);
                    figures.put("mariadb_rows_per_s", mariaDb.rowsPerSecond());
                    figures.put("mariadb_limit_rows_per_s", mariaDb.limitRowsPerSecond());
                    figures.put("mariadb_ratio", mariaDb.ratio());
                    peak = Math.max(peak, mariaDb.peakMib());
                }
            } else {
                figures.put("mariadb_ratio", "no MariaDB for this machine");
            }
            figures.put("peak_heap_mib", peak);
        }
        figures.put("goal", Map.of("pg_ratio", 0.90, "mariadb_ratio", 1.00, "peak_heap_mib", 256));
        return figures;
    }

    private static Alternating postgres(Workshop bench, Login source, Login target, Options options) throws Exception {
        var byPsql = Pipe.hasPsql();
        var both = new Alternating(options.rows());
        for (int round = 0; round <= options.rounds(); round++) {
            bench.say("PostgreSQL: "
                    + both.round(
                            round,
                            () -> Servers.execute(target, EMPTY),
                            () -> {
                                if (byPsql) {
                                    Pipe.byPsql(source, OUT, target, IN);
                                } else {
                                    Pipe.byDriver(source, OUT, target, IN);
                                }
                            },
                            () -> exchange(Connector.POSTGRESQL, source, target, options.rows())));
        }
        return both;
    }

    private static Alternating mariaDb(
            Workshop bench, MariaDbServer server, Login people, Login target, Options options) throws Exception {
        var pipe = new MariaDbPipe(server);
        bench.say("Taking the people over into MariaDB …");
        pipe.fill(people);
        var both = new Alternating(options.rows());
        for (int round = 0; round <= options.rounds(); round++) {
            bench.say("MariaDB: "
                    + both.round(
                            round,
                            () -> Servers.execute(target, EMPTY),
                            () -> pipe.run(target),
                            () -> exchange(Connector.MARIADB, pipe.login(), target, options.rows())));
        }
        return both;
    }

    private static void exchange(Connector connector, Login source, Login target, int rows)
            throws SQLException, IOException {
        var flow = flow(connector);
        if (!(Sources.open(flow, source) instanceof Outcome.Done<SourceTable, ?>(var table))) {
            throw new IllegalStateException("No driver for " + source);
        }
        var outcome = new TableExchange(flow, table, target, Instant::now).run(Mode.FULL, () -> true);
        if (!(outcome instanceof Outcome.Done<Receipt, ?>(var receipt)) || receipt.written() != rows) {
            throw new IllegalStateException("Not every row was written: " + outcome);
        }
    }

    private static Flow flow(Connector connector) throws IOException {
        try (var file = ExchangeMeasurement.class.getResourceAsStream("/bench/population.yaml")) {
            if (file == null) {
                throw new IllegalStateException("The flow is not on the class path");
            }
            var yaml = new String(file.readAllBytes(), UTF_8)
                    .replace(
                            "connector: postgresql",
                            "connector: " + (connector == Connector.MARIADB ? "mariadb" : "postgresql"));
            return switch (ExchangeReader.read("population.yaml", yaml.getBytes(UTF_8))) {
                case Outcome.Done<Flow, ?>(var flow) -> flow;
                case Outcome.Refused<Flow, ?>(var problems) -> throw new IllegalStateException(problems.toString());
            };
        }
    }

    /** What may be said after {@code ./tongqu bench exchange}. */
    private record Options(int rows, int rounds) {
        static Options of(List<String> arguments) {
            var options = new Options(1_000_000, 3);
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

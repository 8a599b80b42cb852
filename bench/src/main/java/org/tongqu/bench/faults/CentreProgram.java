package org.tongqu.bench.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.tongqu.bench.program.Town;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.engines.packs.reading.ExchangeReader;
import org.tongqu.exchange.Login;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.exchange.Connections;
import org.tongqu.platform.data.exchange.Flows;
import org.tongqu.platform.data.exchange.Nodes;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.data.exchange.ReceiptVerdict;
import org.tongqu.platform.data.exchange.Receipts;
import org.tongqu.servers.DatabaseAddress;

/**
 * The centre: the whole platform on its own store, with two flows into one target, one read by the centre and one by a
 * node. Says {@code serves} when nodes may call; the first time a code for the node. Told {@code receipts}, it checks
 * all receipts it ever wrote.
 */
public final class CentreProgram {

    private static final Logger LOG = LoggerFactory.getLogger(CentreProgram.class);
    private static final Duration BETWEEN_HURRIES = Duration.ofMillis(300);
    static final String NODE = "by_node";
    static final String CENTRE = "by_centre";

    private CentreProgram() {}

    /** The system that the rows of a table come from. */
    static String system(String table) {
        return "faults-" + table.replace('_', '-');
    }

    /** @param arguments the store; packs; data; the port for nodes; addresses of source and target with their user */
    public static void main(String[] arguments) {
        try {
            serve(arguments);
        } catch (IOException | RuntimeException fault) {
            LOG.error("The centre cannot go on", fault);
            System.exit(1);
        }
    }

    private static void serve(String... arguments) throws IOException {
        var store = new DatabaseAddress(
                arguments[0],
                new org.tongqu.servers.Login("tongqu", System.getenv("OWNER_PASSWORD")),
                new org.tongqu.servers.Login(DatabaseAddress.APPLICATION_ROLE, System.getenv("APPLICATION_PASSWORD")));
        var data = Path.of(arguments[2]);
        var town = new Town(store, Path.of(arguments[1]), data, "--tongqu.nodes.port=" + arguments[3]);
        var founded = data.resolve("resource");
        var isNew = !Files.exists(founded);
        if (isNew) {
            found(town, founded, arguments);
        }
        var resource = Files.readString(founded).strip();
        var flows = List.of(declared(town, NODE, resource), declared(town, CENTRE, resource));
        while (town.bean(Nodes.class).address().isEmpty()) {
            LockSupport.parkNanos(BETWEEN_HURRIES.toNanos());
        }
        if (isNew) {
            System.out.println("> code " + town.invites(Town.giver(), system(NODE)));
        }
        System.out.println("> serves");
        Thread.ofVirtual().name("hurries").start(() -> hurry(town, flows));
        listen(town);
    }

    private static void found(Town town, Path founded, String... arguments) throws IOException {
        var connections = town.bean(Connections.class);
        connections.connect(
                system(CENTRE), Town.giver(), new Login(arguments[4], arguments[5], System.getenv("SOURCE_PASSWORD")));
        connections.connect(
                "faults-target", Town.taker(), new Login(arguments[6], arguments[7], System.getenv("TARGET_PASSWORD")));
        var written = Files.writeString(founded.resolveSibling("resource.new"), town.shares());
        Files.move(written, founded, StandardCopyOption.ATOMIC_MOVE);
    }

    private static PlannedFlow declared(Town town, String table, String resource) throws IOException {
        return town.bean(Flows.class)
                .declare(flow("faults.yaml", system(table), table, resource, Town.taker()))
                .orElseThrow();
    }

    /** A flow of ours with what is said about it filled in. */
    static Flow flow(String name, Object... said) throws IOException {
        try (var file = CentreProgram.class.getResourceAsStream("/bench/" + name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            var yaml = new String(file.readAllBytes(), UTF_8).formatted(said);
            return switch (ExchangeReader.read(name, yaml.getBytes(UTF_8))) {
                case Outcome.Done<Flow, ?>(var flow) -> flow;
                case Outcome.Refused<Flow, ?>(var problems) -> throw new IllegalStateException(problems.toString());
            };
        }
    }

    /** There is always something to do. */
    private static void hurry(Town town, List<PlannedFlow> flows) {
        while (true) {
            LockSupport.parkNanos(BETWEEN_HURRIES.toNanos());
            try {
                flows.forEach(town.bean(Flows.class)::came);
            } catch (DataAccessException | TransactionException storeIsAway) {
                LOG.info("The store is away", storeIsAway);
            }
        }
    }

    private static void listen(Town town) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("receipts")) {
                    System.out.println("> receipts " + receipts(town));
                }
            }
        }
        System.exit(0);
    }

    /**
     * How many there are, and the runs of those that are not what was signed by all three, or not what the run's row says. A
     * node signs a moment later, so that the newest may still lack a signature.
     */
    private static String receipts(Town town) {
        record Kept(long run, String export) {}
        var all = town.bean(JdbcClient.class)
                .sql("SELECT run, content, signatures FROM exchange.receipt ORDER BY run")
                .query((row, number) -> new Kept(
                        row.getLong(1),
                        Datum.empty()
                                .with("content", Datum.of(row.getString(2)))
                                .with("signatures", DatumJson.read(row.getString(3)))
                                .canonical()))
                .list();
        var receipts = town.bean(Receipts.class);
        return Stream.concat(
                        Stream.of((long) all.size()),
                        all.stream()
                                .filter(receipt -> receipts.check(receipt.export())
                                        .filter(ReceiptVerdict::isTrue)
                                        .isEmpty())
                                .map(Kept::run))
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }
}

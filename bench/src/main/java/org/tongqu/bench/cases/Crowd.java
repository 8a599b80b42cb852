package org.tongqu.bench.cases;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.springframework.context.ConfigurableApplicationContext;
import org.tongqu.bench.Workshop;
import org.tongqu.bench.program.Account;
import org.tongqu.bench.program.OwnPlatform;
import org.tongqu.bench.visits.Load;
import org.tongqu.bench.visits.Tally;
import org.tongqu.bench.visits.Visitor;
import org.tongqu.servers.PostgresServer;

/**
 * What a store full of cases changes. The demo city is loaded and cut down to ten thousand cases; a copy of it grows to a
 * million ended and a hundred thousand open ones. Two programs run, one on each: steps are taken turn by turn, pages are
 * asked of the full one, and there clocks fall due while officers work.
 *
 * @param ended how many cases are over, at last
 * @param open how many are not
 */
record Crowd(Workshop bench, PostgresServer server, int ended, int open) {

    private static final String FULL = "crowd";
    private static final String FEW = "few";
    private static final int FEW_ENDED = 9_000;
    private static final int FEW_OPEN = 1_000;
    private static final String PASSWORD = "Yunzhou-demo-2026";
    private static final int PAGES_PER_SECOND = 10;
    private static final int WARM_UP = 30;
    private static final int MEASURED = 60;

    /** @param cases of a round */
    Map<String, Object> measure(Path folder, int cases, int rounds) throws Exception {
        var packs = packs(folder.resolve("packs"));
        bench.say("Loading the city …");
        program(FULL, packs, folder.resolve("full"), "true").close();
        copy(folder.resolve("full"), folder.resolve("few"));
        fill();
        try (var few = new TongquEngine(program(FEW, packs, folder.resolve("few"), "false"));
                var full = program(FULL, packs, folder.resolve("full"), "false");
                var many = new TongquEngine(full)) {
            var figures = new LinkedHashMap<String, Object>();
            figures.put("cases_ended", ended);
            figures.put("cases_open", open);
            figures.putAll(growth(few, many, cases, rounds));
            figures.put("page_p99_ms", pages(home(full)));
            figures.put("lamp_lag_p99_ms", new Lags(bench, many, this::superuser).p99());
            return figures;
        }
    }

    private ConfigurableApplicationContext program(String database, Path packs, Path data, String load) {
        return OwnPlatform.start(
                server.address(database),
                packs,
                data,
                "--tongqu.demo.load=" + load,
                "--tongqu.limits.requests-per-minute=0",
                "--tongqu.database.connections=12");
    }

    private static URI home(ConfigurableApplicationContext program) {
        return URI.create(
                "http://localhost:" + program.getEnvironment().getRequiredProperty("local.server.port") + "/");
    }

    /** Those of the city and those of the bench side by side. */
    private Path packs(Path folder) throws IOException {
        copy(bench.root().resolve("packs"), folder);
        copy(bench.root().resolve("bench/packs"), folder);
        return folder;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            paths.forEach(path -> {
                var target = to.resolve(from.relativize(path).toString());
                try {
                    if (Files.isDirectory(path)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(path, target);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private Connection superuser(String database) throws SQLException {
        var superuser = server.superuser();
        return DriverManager.getConnection(server.address(database).url(), superuser.role(), superuser.password());
    }

    private Connection superuser() throws SQLException {
        return superuser(FULL);
    }

    private void fill() throws SQLException, IOException {
        try (var store = superuser(FULL)) {
            bench.say("Leaving ten thousand cases …");
            new Multitude(store).keep(FEW_ENDED, FEW_OPEN);
        }
        try (var store = superuser("postgres");
                var statement = store.createStatement()) {
            statement.execute("CREATE DATABASE " + FEW + " TEMPLATE " + FULL + " OWNER tongqu");
        }
        try (var store = superuser(FULL)) {
            bench.say(String.format("Growing to %,d ended and %,d open cases …", ended, open));
            new Multitude(store).grow(ended, open);
        }
    }

    /** What a step costs among many, in steps among few. */
    private Map<String, Object> growth(Engine few, Engine many, int cases, int rounds)
            throws InterruptedException, ExecutionException {
        List<Double> fast = new ArrayList<>();
        List<Double> full = new ArrayList<>();
        for (int round = -rounds; round < rounds; round++) {
            var alone = Rounds.speed(few, 1, cases);
            var crowded = Rounds.speed(many, 1, cases);
            bench.say(String.format("%.0f steps/s among few, %.0f among many", alone, crowded));
            if (round >= 0) {
                fast.add(alone);
                full.add(crowded);
            }
        }
        return Map.of("step_cost_growth", Math.round(Rounds.median(fast) / Rounds.median(full) * 1000) / 1000.0);
    }

    /** Of the inbox, its search and the lamp board, whichever is slowest. */
    private double pages(URI home) throws IOException, InterruptedException, SQLException {
        Visitor.keepConnections(8);
        var clerk = Visitor.signedIn(home, new Account("/desk/sign-in", "acceptor", PASSWORD));
        var supervisor = Visitor.signedIn(home, new Account("/desk/sign-in", "supervisor", PASSWORD));
        var words = words();
        var slowest = 0.0;
        for (var page : List.of("inbox", "search", "lamps", "clocks")) {
            var tally = new Tally();
            Tally.Deed deed = switch (page) {
                case "inbox" -> () -> clerk.get("/desk/inbox").page();
                case "search" ->
                    () -> clerk.get("/desk/inbox?state=open&q=" + words.get(tally.done() % words.size()))
                            .page();
                case "lamps" -> () -> supervisor.get("/desk/supervision").page();
                default -> () -> supervisor.get("/desk/supervision/clocks").page();
            };
            new Load(deed, new Tally(), 4).run(PAGES_PER_SECOND, WARM_UP);
            new Load(deed, tally, 4).run(PAGES_PER_SECOND, MEASURED);
            bench.say(String.format(
                    "%s: p50 %.1f ms, p99 %.1f ms, %d failed",
                    page, tally.millis(50), tally.millis(99), tally.failed()));
            tally.firstFailures().forEach(bench::say);
            if (tally.failed() > 0) {
                throw new IllegalStateException(page + " failed " + tally.failed() + " times");
            }
            slowest = Math.max(slowest, tally.millis(99));
        }
        return slowest;
    }

    /** Receipts, and a few signs of titles. */
    private List<String> words() throws SQLException {
        try (var store = superuser(FULL)) {
            return new Multitude(store)
                            .column(
                                    "SELECT unnest(ARRAY[receipt, substr(title, 1 + length(title) / 3, 4)]) FROM"
                                            + " (SELECT * FROM casework.case_file WHERE status = 'RUNNING' ORDER BY md5(receipt) LIMIT 50) c")
                            .stream()
                            .map(word -> URLEncoder.encode(word, UTF_8))
                            .toList();
        }
    }
}

package org.tongqu.bench.exchange;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tongqu.bench.Measurement;
import org.tongqu.bench.TemporaryFolder;
import org.tongqu.bench.Workshop;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.source.MissingDriver;
import org.tongqu.exchange.source.SourceTable;
import org.tongqu.exchange.source.Sources;
import org.tongqu.exchange.table.ChangeFollower;
import org.tongqu.exchange.table.ChangeFollower.Followed;
import org.tongqu.exchange.table.FollowRefusal;
import org.tongqu.exchange.table.Reconciler;
import org.tongqu.kernel.Outcome;
import org.tongqu.servers.Durability;
import org.tongqu.servers.MariaDbServer;

/**
 * Changes of a PostgreSQL, then of a MariaDB, followed into a PostgreSQL: how late they are at a steady pace, how fast a burst is caught
 * up with, and by a trigger at the target whether any came twice or out of order.
 */
public final class ChangesMeasurement implements Measurement {

    private static final String TABLE = """
            CREATE TABLE account (id bigint PRIMARY KEY, version bigint NOT NULL, holder text, amount numeric(12,2),
                changed timestamptz)
            """;

    private static final String WATCHED = """
            CREATE TABLE step_back (id bigint, version bigint, earlier bigint);
            CREATE FUNCTION watch_steps() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN
                 IF NEW.version <= OLD.version THEN
                   INSERT INTO step_back VALUES (NEW.id, NEW.version, OLD.version);
                 END IF;
                 RETURN NULL;
               END $$;
            CREATE TRIGGER steps AFTER UPDATE ON account FOR EACH ROW EXECUTE FUNCTION watch_steps()
            """;

    private static final int BURST_TRANSACTION = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Override
    public String name() {
        return "cdc";
    }

    @Override
    public Map<String, Object> measure(Workshop bench, List<String> arguments) throws Exception {
        var options = Options.of(arguments);
        Map<String, Object> figures = new LinkedHashMap<>();
        try (var folder = TemporaryFolder.in(bench.root().resolve("bench/target"), "cdc-");
                var target = Servers.postgres(folder.path().resolve("target"), Durability.ON_DISK)) {
            try (var source = Servers.postgres(folder.path().resolve("source"), Durability.ON_DISK)) {
                figures.putAll(changes(
                        bench, ChangingSource.postgres(), Servers.login(source), Servers.login(target), options));
            }
            if (MariaDbServer.isBrought()) {
                figures.putAll(ofMariaDb(bench, folder.path(), Servers.login(target), options));
            }
        }
        figures.put("goal", Map.of("lag_p99_ms", 200, "burst_per_s", 20_000, "lost", 0, "duplicated", 0));
        return figures;
    }

    private static Map<String, Object> ofMariaDb(Workshop bench, Path folder, Login target, Options options)
            throws Exception {
        Servers.execute(
                target,
                "DROP SCHEMA tongqu_exchange CASCADE",
                "DROP TABLE account, step_back",
                "DROP FUNCTION watch_steps");
        var programs = bench.root().resolve("bench/target/mariadb");
        try (var server = Servers.mariaDb(folder.resolve("maria"), programs, Durability.ON_DISK)) {
            Servers.execute(Servers.login(server, ""), "CREATE DATABASE bench");
            return changes(bench, ChangingSource.mariaDb(), Servers.login(server, "bench"), target, options);
        }
    }

    private static Map<String, Object> changes(
            Workshop bench, ChangingSource kind, Login source, Login target, Options options) throws Exception {
        Servers.execute(source, kind.prepared().toArray(String[]::new));
        Servers.execute(target, TABLE, WATCHED);
        var flow = kind.flow();
        var lags = new Lags(kind.from());
        var mayGoOn = new AtomicBoolean(true);
        var following = CompletableFuture.supplyAsync(() -> follow(flow, source, target, lags, mayGoOn));
        Map<String, Object> figures = new LinkedHashMap<>();
        try {
            figures.putAll(steady(bench, kind, source, lags, options));
            figures.putAll(burst(bench, kind, source, lags, options));
        } finally {
            mayGoOn.set(false);
        }
        var followed = following.join();
        var same = new Reconciler(flow, table(flow, source), target)
                .compare((here, there) -> {})
                .orElseThrow();
        figures.put("changes", followed.changes());
        figures.put(
                "lost", lags.sent() - followed.changes() + same.differences().size());
        figures.put("duplicated", Servers.number(target, "SELECT count(*) FROM step_back"));
        Map<String, Object> named = new LinkedHashMap<>();
        figures.forEach((name, figure) -> named.put(kind.named() + name, figure));
        return named;
    }

    private static SourceTable table(Flow flow, Login source) throws SQLException {
        return switch (Sources.open(flow, source)) {
            case Outcome.Done<SourceTable, ?>(var table) -> table;
            case Outcome.Refused<SourceTable, MissingDriver>(var missing) ->
                throw new IllegalStateException(missing.toString());
        };
    }

    private static Followed follow(Flow flow, Login source, Login target, Lags lags, AtomicBoolean mayGoOn) {
        try {
            var outcome = new ChangeFollower(flow, source, target, Instant::now, lags::applied).follow(() -> {
                lags.begun();
                return mayGoOn.get();
            });
            return switch (outcome) {
                case Outcome.Done<Followed, ?>(var followed) -> followed;
                case Outcome.Refused<Followed, FollowRefusal>(var refusal) ->
                    throw new IllegalStateException(refusal.toString());
            };
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> steady(
            Workshop bench, ChangingSource kind, Login source, Lags lags, Options options)
            throws SQLException, InterruptedException {
        lags.awaitBegin(PATIENCE);
        bench.say(options.perSecond() + " changes a second for " + options.seconds() + " s …");
        var transactions = options.perSecond() * options.seconds() / ChangingSource.A_TRANSACTION;
        var begun = System.nanoTime();
        var pause = 1_000_000_000L * ChangingSource.A_TRANSACTION / options.perSecond();
        try (var connection = source.open();
                var statement = connection.prepareStatement(kind.some())) {
            for (int i = 0; i < transactions; i++) {
                for (int k = 0; k < ChangingSource.A_TRANSACTION; k++) {
                    statement.setLong(k + 1, 1 + (i * 7919L + k * 104_729L) % ChangingSource.ACCOUNTS);
                }
                lags.send(statement.executeUpdate());
                Thread.sleep(Duration.ofNanos(Math.max(0, begun + (i + 1) * pause - System.nanoTime())));
            }
        }
        var seconds = (System.nanoTime() - begun) / 1e9;
        lags.awaitAll(PATIENCE);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("changes_per_s", Math.round(lags.sent() / seconds));
        figures.put("lag_p50_ms", lags.percentile(50));
        figures.put("lag_p99_ms", lags.percentile(99));
        return figures;
    }

    private static Map<String, Object> burst(
            Workshop bench, ChangingSource kind, Login source, Lags lags, Options options)
            throws SQLException, InterruptedException {
        bench.say("A burst of " + options.burst() + " updates …");
        var begun = System.nanoTime();
        try (var connection = source.open();
                var statement = connection.prepareStatement(kind.range())) {
            for (long done = 0; done < options.burst(); done += BURST_TRANSACTION) {
                var first = 1 + done % ChangingSource.ACCOUNTS;
                statement.setLong(1, first);
                statement.setLong(2, first + BURST_TRANSACTION - 1);
                lags.send(statement.executeUpdate());
            }
        }
        lags.awaitAll(PATIENCE);
        var seconds = (System.nanoTime() - begun) / 1e9;
        return Map.of("burst_per_s", Math.round(options.burst() / seconds));
    }

    /** What may be said after {@code ./tongqu bench cdc}. */
    private record Options(int seconds, int perSecond, int burst) {
        static Options of(List<String> arguments) {
            var options = new Options(30, 2_000, 200_000);
            for (var argument : arguments) {
                var value = argument.substring(argument.indexOf('=') + 1);
                if (argument.startsWith("--seconds=")) {
                    options = new Options(Integer.parseInt(value), options.perSecond, options.burst);
                } else if (argument.startsWith("--per-second=")) {
                    options = new Options(options.seconds, Integer.parseInt(value), options.burst);
                } else if (argument.startsWith("--burst=")) {
                    options = new Options(options.seconds, options.perSecond, Integer.parseInt(value));
                } else {
                    throw new IllegalArgumentException("bench cdc does not know " + argument);
                }
            }
            return options;
        }
    }
}

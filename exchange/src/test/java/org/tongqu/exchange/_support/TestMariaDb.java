package org.tongqu.exchange._support;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.tongqu.exchange.Login;
import org.tongqu.servers.CannotStart;
import org.tongqu.servers.Durability;
import org.tongqu.servers.MariaDbServer;

/** One real MariaDB for all tests of a run, with a new database for whoever asks. */
public final class TestMariaDb {

    private static final int RUNS_AT_ONCE = 4;
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final MariaDbServer SERVER = start();

    private TestMariaDb() {}

    private static MariaDbServer start() {
        var last = new CannotStart("No folder tried", "");
        var target = Path.of("target").toAbsolutePath();
        for (int run = 1; run <= RUNS_AT_ONCE; run++) {
            try {
                var server = MariaDbServer.start(
                        target.resolve("test-mariadb-" + run),
                        target.resolve("mariadb"),
                        Durability.THROWAWAY,
                        line -> {});
                dropWhatEarlierRunsLeft(server);
                Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-test-mariadb"));
                return server;
            } catch (CannotStart e) {
                last = e;
            }
        }
        throw last;
    }

    public static MariaDbServer server() {
        return SERVER;
    }

    private static void dropWhatEarlierRunsLeft(MariaDbServer server) {
        var all = login(server, "");
        try {
            for (var name : TestDatabases.rows(
                    all, "SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE 'x\\_%'")) {
                TestDatabases.execute(all, "DROP DATABASE " + name);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An empty database of its own. */
    public static Login fresh() throws SQLException {
        var name = "x_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        TestDatabases.execute(login(SERVER, ""), "CREATE DATABASE " + name);
        return login(SERVER, name);
    }

    private static Login login(MariaDbServer server, String database) {
        return new Login(
                server.url(database),
                server.superuser().role(),
                server.superuser().password());
    }
}

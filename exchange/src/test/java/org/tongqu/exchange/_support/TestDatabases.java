package org.tongqu.exchange._support;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.tongqu.exchange.Login;
import org.tongqu.servers.CannotStart;
import org.tongqu.servers.Durability;
import org.tongqu.servers.PostgresServer;

/** One real PostgreSQL for all tests of a run, with a new database for whoever asks. */
public final class TestDatabases {

    private static final int RUNS_AT_ONCE = 4;
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final PostgresServer SERVER = start();

    private TestDatabases() {}

    private static PostgresServer start() {
        var last = new CannotStart("No folder tried", "");
        for (int run = 1; run <= RUNS_AT_ONCE; run++) {
            try {
                var folder = Path.of("target", "test-store-" + run).toAbsolutePath();
                var server = PostgresServer.start(folder, Durability.THROWAWAY, line -> {});
                dropWhatEarlierRunsLeft(server);
                Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-test-store"));
                return server;
            } catch (CannotStart e) {
                last = e;
            }
        }
        throw last;
    }

    private static void dropWhatEarlierRunsLeft(PostgresServer server) {
        var all = new Login(
                server.address("postgres").url(),
                server.superuser().role(),
                server.superuser().password());
        try {
            for (var name : rows(all, "SELECT datname FROM pg_database WHERE datname LIKE 'x\\_%'")) {
                execute(all, "DROP DATABASE " + name + " WITH (FORCE)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An empty database of its own. */
    public static Login fresh() throws SQLException {
        var name = "x_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        try (var connection = superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " STRATEGY FILE_COPY");
        }
        return new Login(
                SERVER.address(name).url(),
                SERVER.superuser().role(),
                SERVER.superuser().password());
    }

    private static Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(
                SERVER.address(database).url(),
                SERVER.superuser().role(),
                SERVER.superuser().password());
    }

    public static void execute(Login login, String... statements) throws SQLException {
        try (var connection = login.open();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The rows of a query, each as its texts with a bar between them. */
    public static List<String> rows(Login login, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var connection = login.open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> texts = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    texts.add(String.valueOf(rows.getString(i)));
                }
                found.add(String.join("|", texts));
            }
        }
        return found;
    }

    public static String value(Login login, String query) throws SQLException {
        return rows(login, query).getFirst();
    }
}

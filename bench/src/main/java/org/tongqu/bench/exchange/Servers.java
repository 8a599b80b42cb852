package org.tongqu.bench.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.tongqu.exchange.Login;
import org.tongqu.servers.Durability;
import org.tongqu.servers.MariaDbServer;
import org.tongqu.servers.PostgresServer;

/** Servers for a measurement, thrown away after it. */
public final class Servers {

    private Servers() {}

    public static PostgresServer postgres(Path folder, Durability durability) throws IOException {
        return PostgresServer.start(Files.createDirectories(folder), durability, line -> {});
    }

    public static Login login(PostgresServer server) {
        return new Login(
                server.address("postgres").url(),
                server.superuser().role(),
                server.superuser().password());
    }

    /** @param programs kept for the next measurement */
    public static MariaDbServer mariaDb(Path folder, Path programs, Durability durability) throws IOException {
        return MariaDbServer.start(Files.createDirectories(folder), programs, durability, line -> {});
    }

    public static Login login(MariaDbServer server, String database) {
        return new Login(
                server.url(database),
                server.superuser().role(),
                server.superuser().password());
    }

    public static void execute(Login login, String... statements) throws SQLException {
        try (var connection = login.open();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    public static long number(Login login, String query) throws SQLException {
        try (var connection = login.open();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}

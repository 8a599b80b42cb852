package org.tongqu.bench.program;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.tongqu.servers.PostgresServer;

/** Databases of a server that a measurement started. */
public final class OwnStore {

    private OwnStore() {}

    /** An empty database that the platform may migrate. */
    public static void create(PostgresServer server, String name) throws SQLException {
        var superuser = server.superuser();
        try (var connection = DriverManager.getConnection(
                        server.address("postgres").url(), superuser.role(), superuser.password());
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " OWNER tongqu");
        }
    }
}

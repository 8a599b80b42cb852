package org.tongqu.platform.data.exchange.internal.departments;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.tongqu.exchange.Login;
import org.tongqu.platform.operate.start.Progress;
import org.tongqu.servers.Durability;
import org.tongqu.servers.PostgresServer;

/** Departments whose systems stand on PostgreSQL: a server of their own beside the store's. */
final class PostgresDepartments implements DepartmentServer {

    private final PostgresServer server;

    private PostgresDepartments(PostgresServer server) {
        this.server = server;
    }

    static PostgresDepartments start(Path data) {
        return new PostgresDepartments(PostgresServer.start(
                data.resolve("departments"), data.resolve("postgresql"), Durability.BESIDE, Progress.silent()));
    }

    @Override
    public Login prepare(Department department, String password) throws SQLException {
        try (var all = superuser();
                var statement = all.createStatement()) {
            var role = statement.enquoteIdentifier(department.database(), true);
            if (isMissing(all, "SELECT 1 FROM pg_roles WHERE rolname = ?", department.database())) {
                statement.execute("CREATE ROLE " + role + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE");
            }
            // Its own people let the platform follow its log.
            statement.execute("ALTER ROLE " + role + " REPLICATION PASSWORD " + statement.enquoteLiteral(password));
            if (isMissing(all, "SELECT 1 FROM pg_database WHERE datname = ?", department.database())) {
                statement.execute("CREATE DATABASE " + role + " OWNER " + role);
            }
        }
        var login = new Login(server.address(department.database()).url(), department.database(), password);
        fill(department, login);
        return login;
    }

    private static void fill(Department department, Login login) throws SQLException {
        var schemas = "SELECT 1 FROM pg_namespace WHERE nspname = ?";
        try (var connection = login.open();
                var statement = connection.createStatement()) {
            if (isMissing(connection, schemas, department.schema())) {
                connection.setAutoCommit(false);
                if (isMissing(connection, schemas, "made")) {
                    statement.execute(Department.sql("signs"));
                }
                statement.execute(department.sql());
                connection.commit();
            }
        }
    }

    private Connection superuser() throws SQLException {
        var known = server.superuser();
        return new Login(server.address("postgres").url(), known.role(), known.password()).open();
    }

    private static boolean isMissing(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var found = statement.executeQuery()) {
                return !found.next();
            }
        }
    }

    @Override
    public void close() {
        server.close();
    }
}

package org.tongqu.platform.data.exchange.internal.departments;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.tongqu.engines.exchanges.Connector;
import org.tongqu.exchange.Drivers;
import org.tongqu.exchange.Login;
import org.tongqu.platform.operate.start.Progress;
import org.tongqu.servers.CannotStart;
import org.tongqu.servers.Durability;
import org.tongqu.servers.MariaDbServer;

/** Departments whose systems stand on MariaDB, with texts in GBK. */
final class MariaDbDepartments implements DepartmentServer {

    private static final Pattern NAME = Pattern.compile("[a-z_]{1,30}");

    private final MariaDbServer server;

    private MariaDbDepartments(MariaDbServer server) {
        this.server = server;
    }

    /** @throws CannotStart when there is no driver, or no server that starts */
    static MariaDbDepartments start(Path data, MariaDbServer.Programs programs) {
        if (!Drivers.isThere(Connector.MARIADB)) {
            throw new CannotStart(
                    "MariaDB's driver is not here.",
                    "Lay " + Drivers.needed(Connector.MARIADB).jar() + " into " + Drivers.folder() + ".");
        }
        return new MariaDbDepartments(MariaDbServer.start(
                data.resolve("departments-mariadb"), programs, Durability.BESIDE, Progress.silent()));
    }

    @Override
    public Login prepare(Department department, String password) throws SQLException {
        var name = department.database();
        if (!NAME.matcher(name).matches() || !password.matches("[0-9a-f]+")) {
            throw new IllegalArgumentException("Not a name for a database: " + name);
        }
        try (var all = superuser("");
                var statement = all.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS " + name + " CHARACTER SET gbk");
            statement.execute("CREATE USER IF NOT EXISTS " + name + "@'127.0.0.1'");
            statement.execute("ALTER USER " + name + "@'127.0.0.1' IDENTIFIED BY '" + password + "'");
            statement.execute("GRANT ALL ON " + name + ".* TO " + name + "@'127.0.0.1'");
            statement.execute("GRANT PROCESS ON *.* TO " + name + "@'127.0.0.1'");
        }
        fill(department);
        return new Login(server.url(name), name, password);
    }

    /** Its statements cannot be one transaction: the last makes the table that says all are done. */
    private void fill(Department department) throws SQLException {
        // As departments' servers often are: whatever is written is taken. What is made here is no change to follow.
        var loose = department.database() + "?allowMultiQueries=true&sessionVariables=sql_mode='',sql_log_bin=0";
        try (var connection = superuser(loose);
                var statement = connection.createStatement()) {
            if (!isFilled(connection)) {
                statement.execute(department.sql());
                while (statement.getMoreResults() || statement.getUpdateCount() != -1) {
                    // A statement behind the first tells of its fault when its turn comes.
                }
            }
        }
    }

    private static boolean isFilled(Connection connection) throws SQLException {
        var sql = "SELECT 1 FROM information_schema.tables WHERE table_schema = database() AND table_name = 'filled'";
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            return found.next();
        }
    }

    private Connection superuser(String database) throws SQLException {
        var known = server.superuser();
        return new Login(server.url(database), known.role(), known.password()).open();
    }

    @Override
    public void close() {
        server.close();
    }
}

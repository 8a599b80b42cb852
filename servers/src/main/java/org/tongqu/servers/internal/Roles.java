package org.tongqu.servers.internal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.tongqu.servers.DatabaseAddress;
import org.tongqu.servers.Login;

/** The roles and the database that the platform expects; asking twice is not an error. */
public final class Roles {

    private Roles() {}

    public static void ensure(String url, Passwords passwords) {
        Properties entry = new Properties();
        entry.setProperty("user", passwords.superuser().role());
        entry.setProperty("password", passwords.superuser().password());
        try (Connection connection = DriverManager.getConnection(url, entry);
                Statement statement = connection.createStatement()) {
            ensure(statement, passwords.owner());
            ensure(statement, passwords.application());
            if (isMissing(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + DatabaseAddress.WATCH_ROLE + "'")) {
                statement.execute("CREATE ROLE " + DatabaseAddress.WATCH_ROLE + " NOLOGIN");
            }
            String owner = passwords.owner().role();
            if (isMissing(statement, "SELECT 1 FROM pg_database WHERE datname = 'tongqu'")) {
                statement.execute("CREATE DATABASE tongqu OWNER " + statement.enquoteIdentifier(owner, true));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot prepare the roles of the database", e);
        }
    }

    private static void ensure(Statement statement, Login login) throws SQLException {
        String missing = "SELECT 1 FROM pg_roles WHERE rolname = " + statement.enquoteLiteral(login.role());
        if (isMissing(statement, missing)) {
            statement.execute("CREATE ROLE " + statement.enquoteIdentifier(login.role(), true)
                    + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD "
                    + statement.enquoteLiteral(login.password()));
        }
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return !found.next();
        }
    }
}

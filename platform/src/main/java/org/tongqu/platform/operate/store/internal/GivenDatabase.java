package org.tongqu.platform.operate.store.internal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;
import org.tongqu.servers.CannotStart;
import org.tongqu.servers.DatabaseAddress;
import org.tongqu.servers.Login;

/** A PostgreSQL that somebody else looks after: can be entered by both roles, or the start ends with the reason. */
final class GivenDatabase {

    private static final int OLDEST = 18;

    private GivenDatabase() {}

    static DatabaseAddress entered(DatabaseAddress address) {
        if (!address.application().role().equals(DatabaseAddress.APPLICATION_ROLE)) {
            throw new CannotStart(
                    "The application's role is given as "
                            + address.application().role() + ".",
                    "It is always " + DatabaseAddress.APPLICATION_ROLE + ", because migrations name it.");
        }
        enter(address.url(), address.owner());
        enter(address.url(), address.application());
        return address;
    }

    private static void enter(String url, Login login) {
        Properties entry = new Properties();
        entry.setProperty("user", login.role());
        entry.setProperty("password", login.password());
        entry.setProperty("connectTimeout", "10");
        try (Connection connection = DriverManager.getConnection(url, entry)) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new CannotStart(
                        "The database at " + shown(url) + " is PostgreSQL " + version + ".",
                        "Use PostgreSQL " + OLDEST + " or newer.");
            }
            try (PreparedStatement roles = connection.prepareStatement("SELECT FROM pg_roles WHERE rolname = ?")) {
                roles.setString(1, DatabaseAddress.WATCH_ROLE);
                if (!roles.executeQuery().next()) {
                    throw new CannotStart(
                            "The database at " + shown(url) + " has no role " + DatabaseAddress.WATCH_ROLE + ".",
                            "As its administrator: CREATE ROLE " + DatabaseAddress.WATCH_ROLE + " NOLOGIN;");
                }
            }
        } catch (SQLException e) {
            throw new CannotStart(
                    "The database at " + shown(url) + " cannot be entered as " + login.role() + ": " + e.getMessage(),
                    "Check the address, the roles and the passwords; ./tongqu help serve tells how they are made.",
                    e);
        }
    }

    /** Without its parameters, which may hold a secret. */
    private static String shown(String url) {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }
}

package org.tongqu.exchange;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/**
 * How a database is entered. Prints itself without the password.
 *
 * @param url a JDBC address, e.g. {@code jdbc:postgresql://10.0.0.5/hr}
 */
public record Login(String url, String user, String password) {

    public Connection open() throws SQLException {
        var entry = new Properties();
        entry.setProperty("user", user);
        entry.setProperty("password", password);
        return Drivers.open(url, entry);
    }

    @Override
    public String toString() {
        return user + "@" + url;
    }
}

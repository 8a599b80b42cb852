package org.tongqu.exchange;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/**
 * How a database is entered. Prints itself without the password.
 *
 * @param url a JDBC address, e.g. {@code jdbc:postgresql://10.0.0.5/hr}
 * @param folder where rows are laid that become files; the database keeps how far they are
 */
public record Login(String url, String user, String password, Optional<Path> folder) {

    public Login(String url, String user, String password) {
        this(url, user, password, Optional.empty());
    }

    public Login laying(Path into) {
        return new Login(url, user, password, Optional.of(into));
    }

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

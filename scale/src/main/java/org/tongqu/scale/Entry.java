package org.tongqu.scale;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import org.tongqu.exchange.Login;

/**
 * How a worker enters a database, and at which moment it looks at it. Prints itself without the password.
 *
 * @param snapshot of a transaction that is open until the job is done
 * @param zone in which the database writes times as texts
 */
record Entry(String url, String user, String password, String snapshot, String zone) implements Serializable {

    Connection open() throws SQLException {
        var connection = Look.open(new Login(url, user, password));
        try (var statement = connection.createStatement()) {
            // Comes from the database itself, and nothing can be bound here.
            statement.execute("SET TRANSACTION SNAPSHOT '" + snapshot.replace("'", "''") + "'");
            Look.settle(connection, zone);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public String toString() {
        return user + "@" + url;
    }
}

package org.tongqu.scale;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import org.tongqu.exchange.Login;

/** One look at a database that all workers share: a transaction that stays open while they read. */
final class Look implements AutoCloseable {

    private final Connection connection;
    private final Entry entry;
    private final String moment;

    private Look(Connection connection, Entry entry, String moment) {
        this.connection = connection;
        this.entry = entry;
        this.moment = moment;
    }

    static Look at(Login login) throws SQLException {
        var connection = open(login);
        try (var statement = connection.createStatement()) {
            var zone = ZoneId.systemDefault().getId();
            settle(connection, zone);
            statement.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
            try (var row = statement.executeQuery(
                    "SELECT pg_export_snapshot(), pg_snapshot_xmin(pg_current_snapshot())::text")) {
                row.next();
                var entry = new Entry(login.url(), login.user(), login.password(), row.getString(1), zone);
                return new Look(connection, entry, row.getString(2));
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Opens a connection in whose transaction everything is seen as of one moment. */
    static Connection open(Login login) throws SQLException {
        Drivers.register();
        var connection = login.open();
        try {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** As the comparison in the store does it, with times in the same zone. */
    static void settle(Connection connection, String zone) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT set_config('TimeZone', ?, true)")) {
            statement.setString(1, zone);
            statement.execute();
        }
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL work_mem = '4MB'");
            statement.execute("SET LOCAL jit = off");
        }
    }

    Connection connection() {
        return connection;
    }

    Entry entry() {
        return entry;
    }

    /** The oldest transaction whose rows this look may not see. */
    String moment() {
        return moment;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

package org.tongqu.exchange.binlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tongqu.exchange.feed.FeedRefusal;

/** What a server writes into its log, and how far it is. */
final class BinlogServer {

    private final Connection connection;

    BinlogServer(Connection connection) {
        this.connection = connection;
    }

    /** Settings under which changes of a table would be missing in the log or could not be read. */
    Optional<FeedRefusal> findRefusal() throws SQLException {
        var version = one("SELECT version()");
        if (!version.contains("MariaDB")) {
            return Optional.of(new FeedRefusal.NoFeed("mysql " + version));
        }
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("log_bin", "ON");
        wanted.put("binlog_format", "ROW");
        wanted.put("binlog_row_image", "FULL");
        for (var setting : wanted.entrySet()) {
            var found = setting(setting.getKey());
            var isFull = setting.getValue().equals("FULL") && found.startsWith("FULL");
            if (!found.isEmpty() && !found.equals(setting.getValue()) && !isFull) {
                return Optional.of(new FeedRefusal.Setting(setting.getKey(), found, setting.getValue()));
            }
        }
        return Optional.empty();
    }

    /** Empty for one the server does not know. */
    private String setting(String name) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT variable_value FROM information_schema.global_variables WHERE variable_name = ?")) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    /**
     * The last transaction that everybody can see: what stands in the log may not be in the tables yet, so the place is
     * the one of a snapshot.
     */
    String place() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
            var file = "";
            var position = "";
            try (var rows = statement.executeQuery("SHOW STATUS LIKE 'binlog_snapshot_%'")) {
                while (rows.next()) {
                    switch (rows.getString(1).toLowerCase(Locale.ROOT)) {
                        case "binlog_snapshot_file" -> file = rows.getString(2);
                        case "binlog_snapshot_position" -> position = rows.getString(2);
                        default -> {
                            // another figure
                        }
                    }
                }
            }
            var place = gtids(file, position);
            statement.execute("ROLLBACK");
            return place;
        }
    }

    private String gtids(String file, String position) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT binlog_gtid_pos(?, ?)")) {
            statement.setString(1, file);
            statement.setLong(2, Long.parseLong(position));
            try (var row = statement.executeQuery()) {
                row.next();
                var found = row.getString(1);
                if (found == null) {
                    throw new SQLException("The server does not say which transaction is at " + file + " " + position);
                }
                return found;
            }
        }
    }

    private String one(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}

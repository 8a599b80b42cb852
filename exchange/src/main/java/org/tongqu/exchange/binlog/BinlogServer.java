package org.tongqu.exchange.binlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tongqu.exchange.feed.FeedRefusal;
import org.tongqu.kernel.Outcome;

/** What a server writes into its log, and how far it is. */
final class BinlogServer {

    private static final int NO_RIGHT = 1227;
    private static final int NO_RIGHT_IN_SCHEMA = 1044;
    private static final int NO_RIGHT_ON_TABLE = 1142;

    private final Connection connection;
    private final String user;

    BinlogServer(Connection connection, String user) {
        this.connection = connection;
        this.user = user;
    }

    /** Settings under which changes of a table would be missing in the log or could not be read. */
    Optional<FeedRefusal> findRefusal() throws SQLException {
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("log_bin", "ON");
        wanted.put("binlog_format", "ROW");
        wanted.put("binlog_row_image", "FULL");
        wanted.put("binlog_row_value_options", "");
        wanted.put("binlog_transaction_compression", "OFF");
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
        return said("SHOW GLOBAL VARIABLES LIKE '" + name + "'").getOrDefault(name, "");
    }

    private boolean isMariaDb() throws SQLException {
        return connection.getMetaData().getDatabaseProductVersion().contains("MariaDB");
    }

    /** Where the log stands, with nothing before it that a reading of the table would not see. */
    Outcome<Progress, FeedRefusal> place(LoggedTable table) throws SQLException {
        return isMariaDb() ? Outcome.done(placeOfSnapshot()) : placeUnderLock(table);
    }

    /**
     * The last transaction that everybody can see: what stands in the log may not be in the tables yet, so the place is
     * the one of a snapshot.
     */
    private Progress placeOfSnapshot() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
            var snapshot = said("SHOW STATUS LIKE 'binlog_snapshot_%'");
            var place = gtids(
                    snapshot.getOrDefault("binlog_snapshot_file", ""),
                    Long.parseLong(snapshot.getOrDefault("binlog_snapshot_position", "0")));
            statement.execute("ROLLBACK");
            return place;
        }
    }

    private Progress gtids(String file, long position) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT binlog_gtid_pos(?, ?)")) {
            statement.setString(1, file);
            statement.setLong(2, position);
            try (var row = statement.executeQuery()) {
                row.next();
                var found = row.getString(1);
                if (found == null) {
                    throw new SQLException("The server does not say which transaction is at " + file + " " + position);
                }
                return Gtids.of(found);
            }
        }
    }

    /** MySQL has no place of a snapshot; while the table is locked for a moment, nothing of it is on its way. */
    private Outcome<Progress, FeedRefusal> placeUnderLock(LoggedTable table) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("LOCK TABLES " + table.quoted() + " READ");
            try (var row = statement.executeQuery(status())) {
                row.next();
                return Outcome.done(new FilePosition(row.getString(1), row.getLong(2), setting("server_uuid")));
            } finally {
                statement.execute("UNLOCK TABLES");
            }
        } catch (SQLException refused) {
            return switch (refused.getErrorCode()) {
                case NO_RIGHT -> Outcome.refused(new FeedRefusal.MayNotFollow(user, "REPLICATION CLIENT"));
                case NO_RIGHT_IN_SCHEMA, NO_RIGHT_ON_TABLE ->
                    Outcome.refused(new FeedRefusal.MayNotFollow(user, "LOCK TABLES"));
                default -> throw refused;
            };
        }
    }

    private String status() throws SQLException {
        var server = connection.getMetaData();
        var isRenamed = server.getDatabaseMajorVersion() > 8
                || (server.getDatabaseMajorVersion() == 8 && server.getDatabaseMinorVersion() >= 4);
        return isRenamed ? "SHOW BINARY LOG STATUS" : "SHOW MASTER STATUS";
    }

    /** Whether a place is one of this server: files of another one are called the same. */
    boolean wrote(Progress reached) throws SQLException {
        return !(reached instanceof FilePosition place) || place.server().equals(setting("server_uuid"));
    }

    private Map<String, String> said(String question) throws SQLException {
        Map<String, String> said = new HashMap<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            while (rows.next()) {
                said.put(rows.getString(1).toLowerCase(Locale.ROOT), rows.getString(2));
            }
        }
        return said;
    }
}

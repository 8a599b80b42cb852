package org.tongqu.exchange.feed;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.PGReplicationStream;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.SqlName;
import org.tongqu.kernel.proof.Digest;

/**
 * The place a source keeps for one flow into one target: its publication and its replication slot.
 *
 * @param name of both, e.g. {@code tongqu_population_1f2e3d4c}
 */
record Slot(String name, String table) {

    private static final int MOST_OF_FLOW = 40;

    static Slot of(String flow, String table, Login target) {
        var plain = flow.replace('-', '_');
        var mark =
                Digest.of(target.url().getBytes(StandardCharsets.UTF_8)).hex().substring(0, 8);
        return new Slot("tongqu_" + plain.substring(0, Math.min(plain.length(), MOST_OF_FLOW)) + "_" + mark, table);
    }

    /** What keeps the server from being followed at all. */
    static Optional<FeedRefusal> findRefusal(Connection source) throws SQLException {
        try (var statement = source.createStatement();
                var row = statement.executeQuery("""
                        SELECT current_setting('wal_level'), current_setting('max_slot_wal_keep_size'),
                               (SELECT rolsuper OR rolreplication FROM pg_roles WHERE rolname = current_user), current_user
                        """)) {
            row.next();
            if (!row.getBoolean(3)) {
                return Optional.of(new FeedRefusal.MayNotFollow(row.getString(4), "REPLICATION"));
            }
            if (!"logical".equals(row.getString(1))) {
                return Optional.of(new FeedRefusal.NotLogical(row.getString(1)));
            }
            return "-1".equals(row.getString(2)) ? Optional.of(new FeedRefusal.LogWithoutLimit()) : Optional.empty();
        }
    }

    /** Whether the server still has everything since the last change that was acknowledged. */
    Optional<FeedRefusal> findGone(Connection source) throws SQLException {
        try (var statement =
                source.prepareStatement("SELECT wal_status = 'lost' FROM pg_replication_slots WHERE slot_name = ?")) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                var isThere = row.next() && !row.getBoolean(1);
                return isThere ? Optional.empty() : Optional.of(new FeedRefusal.LogGone(name));
            }
        }
    }

    /** From now on the server keeps what changes; a place that is left from an earlier beginning is given up. */
    void make(Connection source) throws SQLException {
        drop(source);
        try (var statement = source.createStatement()) {
            statement.execute("CREATE PUBLICATION " + SqlName.column(name) + " FOR TABLE " + SqlName.table(table));
        }
        try (var statement = source.prepareStatement("SELECT pg_create_logical_replication_slot(?, 'pgoutput')")) {
            statement.setString(1, name);
            statement.execute();
        }
    }

    /** What the server keeps for it while nobody reads it; nothing when there is no such place. */
    OptionalLong kept(Connection source) throws SQLException {
        try (var statement = source.prepareStatement("""
                SELECT coalesce(pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn), 0)::bigint
                  FROM pg_replication_slots WHERE slot_name = ? AND NOT active
                """)) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /** Gives the place up, so that the server need not keep anything for it. */
    void drop(Connection source) throws SQLException {
        try (var statement = source.prepareStatement(
                "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = ?")) {
            statement.setString(1, name);
            statement.execute();
        }
        try (var statement = source.createStatement()) {
            statement.execute("DROP PUBLICATION IF EXISTS " + SqlName.column(name));
        }
    }

    /** A connection for a feed only. */
    static Connection connect(Login source) throws SQLException {
        var entry = new Properties();
        PGProperty.USER.set(entry, source.user());
        PGProperty.PASSWORD.set(entry, source.password());
        PGProperty.REPLICATION.set(entry, "database");
        PGProperty.PREFER_QUERY_MODE.set(entry, "simple");
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(entry, "14");
        return DriverManager.getConnection(source.url(), entry);
    }

    /** @param from what was acknowledged last */
    PGReplicationStream open(Connection feed, long from) throws SQLException {
        return feed.unwrap(PGConnection.class)
                .getReplicationAPI()
                .replicationStream()
                .logical()
                .withSlotName(name)
                .withSlotOption("proto_version", "1")
                .withSlotOption("publication_names", name)
                .withSlotOption("binary", "true")
                .withStatusInterval(1, TimeUnit.SECONDS)
                .withStartPosition(LogSequenceNumber.valueOf(from))
                .start();
    }
}

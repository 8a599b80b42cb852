package org.tongqu.exchange.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** How far a feed was applied, in the transaction of the caller. */
interface FeedLedger {

    /**
     * How far it came.
     *
     * @param run of the filling it began with
     * @param place of the last commit of the source that is in the target, as the source's feed writes it
     * @param changes counted from the beginning; each is in the target, superseded, or set aside
     */
    record Reached(long run, String place, long transactions, long changes, long setAside) {

        Reached plus(String commit, long moreTransactions, long moreChanges, long moreSetAside) {
            return new Reached(
                    run, commit, transactions + moreTransactions, changes + moreChanges, setAside + moreSetAside);
        }
    }

    void ensure() throws SQLException;

    /** Whether anything was ever followed into this target. */
    boolean isThere() throws SQLException;

    Optional<Reached> find(String flow) throws SQLException;

    void keep(String flow, Reached reached) throws SQLException;

    /** The next time begins anew. */
    void forget(String flow) throws SQLException;

    /** As {@link #find}, also where nothing was ever made. */
    default Optional<Reached> findIfThere(String flow) throws SQLException {
        return isThere() ? find(flow) : Optional.empty();
    }

    private static boolean said(Connection target, String question) throws SQLException {
        try (var statement = target.createStatement();
                var found = statement.executeQuery(question)) {
            found.next();
            return found.getBoolean(1);
        }
    }

    private static Optional<Reached> find(Connection target, String table, String flow) throws SQLException {
        var sql = "SELECT run, position, transactions, changes, rows_set_aside FROM " + table + " WHERE flow = ?";
        try (var statement = target.prepareStatement(sql)) {
            statement.setString(1, flow);
            try (var row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Reached(
                                row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                        : Optional.empty();
            }
        }
    }

    private static void keep(Connection target, String sql, String flow, Reached reached) throws SQLException {
        try (var statement = target.prepareStatement(sql)) {
            statement.setString(1, flow);
            statement.setLong(2, reached.run());
            statement.setString(3, reached.place());
            statement.setLong(4, reached.transactions());
            statement.setLong(5, reached.changes());
            statement.setLong(6, reached.setAside());
            statement.executeUpdate();
        }
    }

    private static void forget(Connection target, String table, String flow) throws SQLException {
        try (var statement = target.prepareStatement("DELETE FROM " + table + " WHERE flow = ?")) {
            statement.setString(1, flow);
            statement.executeUpdate();
        }
    }

    /** Of a target on PostgreSQL. */
    record Postgres(Connection target) implements FeedLedger {

        private static final String TABLE = """
                CREATE TABLE IF NOT EXISTS tongqu_exchange.feed (
                    flow text PRIMARY KEY, run bigint NOT NULL, position text NOT NULL, transactions bigint NOT NULL,
                    changes bigint NOT NULL, rows_set_aside bigint NOT NULL,
                    applied timestamptz NOT NULL DEFAULT clock_timestamp())
                """;

        /** As it was made when PostgreSQL was the only source. */
        private static final String OF_NUMBERS = """
                SELECT count(*) > 0 FROM information_schema.columns
                 WHERE table_schema = 'tongqu_exchange' AND table_name = 'feed' AND column_name = 'position'
                       AND data_type = 'bigint'
                """;

        @Override
        public void ensure() throws SQLException {
            new Ledger(target).ensure();
            if (!isThere()) {
                try (var statement = target.createStatement()) {
                    statement.execute(TABLE);
                }
            } else if (said(target, OF_NUMBERS)) {
                try (var statement = target.createStatement()) {
                    statement.execute("ALTER TABLE tongqu_exchange.feed ALTER position TYPE text");
                }
            }
        }

        @Override
        public boolean isThere() throws SQLException {
            return said(target, "SELECT to_regclass('tongqu_exchange.feed') IS NOT NULL");
        }

        @Override
        public Optional<Reached> find(String flow) throws SQLException {
            return FeedLedger.find(target, "tongqu_exchange.feed", flow);
        }

        @Override
        public void forget(String flow) throws SQLException {
            FeedLedger.forget(target, "tongqu_exchange.feed", flow);
        }

        @Override
        public void keep(String flow, Reached reached) throws SQLException {
            FeedLedger.keep(target, """
                    INSERT INTO tongqu_exchange.feed (flow, run, position, transactions, changes, rows_set_aside)
                    VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (flow) DO UPDATE
                    SET run = excluded.run, position = excluded.position, transactions = excluded.transactions,
                        changes = excluded.changes, rows_set_aside = excluded.rows_set_aside,
                        applied = clock_timestamp()
                    """, flow, reached);
        }
    }

    /** Of a target on MariaDB or MySQL: in the login's own database. */
    record MariaDb(Connection target) implements FeedLedger {

        private static final String TABLE = """
                CREATE TABLE IF NOT EXISTS tongqu_feed (
                    flow VARCHAR(190) PRIMARY KEY, run BIGINT NOT NULL, position TEXT NOT NULL,
                    transactions BIGINT NOT NULL, changes BIGINT NOT NULL, rows_set_aside BIGINT NOT NULL,
                    applied TIMESTAMP(6) NOT NULL DEFAULT current_timestamp(6) ON UPDATE current_timestamp(6))
                    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ENGINE = InnoDB""";

        @Override
        public void ensure() throws SQLException {
            new MariaDbLedger(target).ensure();
            if (!isThere()) {
                try (var statement = target.createStatement()) {
                    statement.execute(TABLE);
                }
            }
        }

        @Override
        public boolean isThere() throws SQLException {
            return said(
                    target,
                    "SELECT count(*) = 1 FROM information_schema.tables"
                            + " WHERE table_schema = database() AND table_name = 'tongqu_feed'");
        }

        @Override
        public Optional<Reached> find(String flow) throws SQLException {
            return FeedLedger.find(target, "tongqu_feed", flow);
        }

        @Override
        public void forget(String flow) throws SQLException {
            FeedLedger.forget(target, "tongqu_feed", flow);
        }

        @Override
        public void keep(String flow, Reached reached) throws SQLException {
            FeedLedger.keep(
                    target,
                    "REPLACE INTO tongqu_feed (flow, run, position, transactions, changes, rows_set_aside)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    flow,
                    reached);
        }
    }
}

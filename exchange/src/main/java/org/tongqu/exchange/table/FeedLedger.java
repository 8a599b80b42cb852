package org.tongqu.exchange.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** How far a feed was applied, in the transaction of the caller. */
final class FeedLedger {

    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS tongqu_exchange.feed (
                flow text PRIMARY KEY, run bigint NOT NULL, position text NOT NULL, transactions bigint NOT NULL,
                changes bigint NOT NULL, rows_set_aside bigint NOT NULL,
                applied timestamptz NOT NULL DEFAULT clock_timestamp())
            """;

    private final Connection target;

    FeedLedger(Connection target) {
        this.target = target;
    }

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

    void ensure() throws SQLException {
        new Ledger(target).ensure();
        if (!isMade()) {
            try (var statement = target.createStatement()) {
                statement.execute(TABLE);
            }
        } else if (isOfNumbers()) {
            try (var statement = target.createStatement()) {
                statement.execute("ALTER TABLE tongqu_exchange.feed ALTER position TYPE text");
            }
        }
    }

    /** As it was made when PostgreSQL was the only source. */
    private boolean isOfNumbers() throws SQLException {
        try (var statement = target.createStatement();
                var found = statement.executeQuery("""
                        SELECT count(*) > 0 FROM information_schema.columns
                         WHERE table_schema = 'tongqu_exchange' AND table_name = 'feed' AND column_name = 'position'
                               AND data_type = 'bigint'
                        """)) {
            found.next();
            return found.getBoolean(1);
        }
    }

    /** As {@link #find}, also where nothing was ever made. */
    Optional<Reached> findIfThere(String flow) throws SQLException {
        return isMade() ? find(flow) : Optional.empty();
    }

    private boolean isMade() throws SQLException {
        try (var statement = target.createStatement();
                var found = statement.executeQuery("SELECT to_regclass('tongqu_exchange.feed') IS NOT NULL")) {
            found.next();
            return found.getBoolean(1);
        }
    }

    Optional<Reached> find(String flow) throws SQLException {
        try (var statement = target.prepareStatement("""
                SELECT run, position, transactions, changes, rows_set_aside FROM tongqu_exchange.feed WHERE flow = ?
                """)) {
            statement.setString(1, flow);
            try (var row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Reached(
                                row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                        : Optional.empty();
            }
        }
    }

    void keep(String flow, Reached reached) throws SQLException {
        try (var statement = target.prepareStatement("""
                INSERT INTO tongqu_exchange.feed (flow, run, position, transactions, changes, rows_set_aside)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (flow) DO UPDATE
                SET run = excluded.run, position = excluded.position, transactions = excluded.transactions,
                    changes = excluded.changes, rows_set_aside = excluded.rows_set_aside, applied = clock_timestamp()
                """)) {
            statement.setString(1, flow);
            statement.setLong(2, reached.run());
            statement.setString(3, reached.place());
            statement.setLong(4, reached.transactions());
            statement.setLong(5, reached.changes());
            statement.setLong(6, reached.setAside());
            statement.executeUpdate();
        }
    }
}

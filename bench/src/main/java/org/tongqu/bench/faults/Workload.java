package org.tongqu.bench.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.tongqu.exchange.Login;

/** Somebody who works in the source's tables all the while; when the server is away, they try again. */
final class Workload implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(40);
    private static final int A_BURST = 50;
    private static final int BURST_ROWS = 8_000;

    private final Login source;
    private final int rows;
    private final Random random;
    private final Thread worker;
    private volatile boolean isEnded;
    private long next;

    Workload(Login source, int rows, long seed) {
        this.source = source;
        this.rows = rows;
        this.random = new Random(seed);
        this.next = rows;
        worker = Thread.ofPlatform().name("workload").start(this::work);
    }

    private void work() {
        while (!isEnded) {
            try (var connection = source.open()) {
                connection.setAutoCommit(false);
                for (int turn = 1; !isEnded; turn++) {
                    change(connection, turn % A_BURST == 0 ? BURST_ROWS : 40);
                    connection.commit();
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            } catch (SQLException away) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** One transaction over all three tables: rows changed, rows new, and of the one that is followed rows gone. */
    private void change(Connection connection, int count) throws SQLException {
        var first = 1 + random.nextInt(rows);
        next += 3;
        for (var table : Field.RUN) {
            execute(
                    connection,
                    "UPDATE " + table + " SET version = version + 1, changed = clock_timestamp() WHERE id BETWEEN "
                            + first + " AND " + (first + count));
            insert(connection, table);
        }
        execute(
                connection,
                "UPDATE followed SET version = version + 1 WHERE id BETWEEN " + first / 4 + " AND "
                        + (first + count) / 4);
        insert(connection, Field.FOLLOWED);
        execute(connection, "DELETE FROM followed WHERE id = " + (next - 300));
    }

    private void insert(Connection connection, String table) throws SQLException {
        execute(
                connection,
                "INSERT INTO " + table + " (id, number, name) SELECT i, 'C' || i, 'person ' || i FROM generate_series("
                        + (next - 2) + ", " + next + ") i");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Ends the work; what was begun is finished. */
    @Override
    public void close() throws InterruptedException {
        isEnded = true;
        worker.join();
    }
}

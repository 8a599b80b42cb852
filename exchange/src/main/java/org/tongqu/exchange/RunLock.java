package org.tongqu.exchange;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Keeps other runs of a flow away from its target. Given back when closed and not only when the connection ends: the
 * server notices that a moment later, and a run that follows at once would be refused.
 */
public final class RunLock implements AutoCloseable {

    private final Connection target;
    private final String flow;
    private final boolean held;

    private RunLock(Connection target, String flow, boolean held) {
        this.target = target;
        this.flow = flow;
        this.held = held;
    }

    public static RunLock tryTake(Connection target, String flow) throws SQLException {
        return new RunLock(
                target,
                flow,
                said(
                        target,
                        isMariaDb(target)
                                ? "SELECT GET_LOCK(sha1(concat('tongqu ', database(), ' ', ?)), 0)"
                                : "SELECT pg_try_advisory_lock(hashtextextended(?, 20260))",
                        flow));
    }

    /** Whether no other run of the flow is under way. */
    public boolean isHeld() {
        return held;
    }

    @Override
    public void close() {
        if (!held) {
            return;
        }
        try {
            if (!target.getAutoCommit()) {
                target.rollback();
            }
            said(
                    target,
                    isMariaDb(target)
                            ? "SELECT RELEASE_LOCK(sha1(concat('tongqu ', database(), ' ', ?)))"
                            : "SELECT pg_advisory_unlock(hashtextextended(?, 20260))",
                    flow);
        } catch (SQLException broken) {
            // A connection that cannot say so has ended, and its locks with it.
            return;
        }
    }

    private static boolean isMariaDb(Connection target) throws SQLException {
        return target.getMetaData().getURL().startsWith("jdbc:mariadb:");
    }

    private static boolean said(Connection target, String question, String flow) throws SQLException {
        try (var statement = target.prepareStatement(question)) {
            statement.setString(1, flow);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}

package org.tongqu.platform.operate.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Where a connection stands between the begin and the end of a transaction. One that only reads at the usual isolation has
 * no begin and no end on the server: each of its statements sees what was committed by then, with or without them, and two
 * messages are saved. One that asks for an isolation gets a real transaction.
 */
final class Bracket {

    private final DataSource writing;
    private final DataSource reading;
    private @Nullable Connection connection;
    private Purpose purpose = Purpose.WRITING;
    private boolean open;

    private enum Purpose {
        WRITING,
        READING,
        /** In a real transaction, for the sake of its isolation. */
        READING_TOGETHER
    }

    Bracket(DataSource writing, DataSource reading) {
        this.writing = writing;
        this.reading = reading;
    }

    /** The connection itself, for whatever is asked of it. */
    Connection connection() throws SQLException {
        var taken = connection;
        if (taken == null) {
            taken = (purpose == Purpose.READING ? reading : writing).getConnection();
            connection = taken;
            if (purpose == Purpose.READING_TOGETHER) {
                taken.setReadOnly(true);
            }
        }
        return taken;
    }

    boolean isReadOnly() {
        return purpose != Purpose.WRITING;
    }

    void onlyReads() throws SQLException {
        var taken = connection;
        if (taken == null) {
            purpose = Purpose.READING;
        } else if (purpose != Purpose.READING) {
            taken.setReadOnly(true);
            purpose = Purpose.READING_TOGETHER;
        }
    }

    void readsNoLonger() throws SQLException {
        var taken = connection;
        if (taken == null) {
            purpose = Purpose.WRITING;
        } else if (purpose != Purpose.READING) {
            taken.setReadOnly(false);
            purpose = Purpose.WRITING;
        }
    }

    /** What is asked of the isolation belongs to a real transaction. */
    Connection isolated() throws SQLException {
        if (purpose == Purpose.READING && connection == null) {
            purpose = Purpose.READING_TOGETHER;
        }
        return connection();
    }

    boolean isAutoCommit() throws SQLException {
        return purpose == Purpose.READING || connection == null
                ? !open
                : connection().getAutoCommit();
    }

    void begin() throws SQLException {
        if (purpose != Purpose.READING) {
            connection().setAutoCommit(false);
        }
        open = true;
    }

    void end() throws SQLException {
        var taken = connection;
        if (taken != null && purpose != Purpose.READING) {
            taken.setAutoCommit(true);
        }
        open = false;
    }

    void commit() throws SQLException {
        var taken = connection;
        if (taken != null && purpose != Purpose.READING) {
            taken.commit();
        }
    }

    void rollback() throws SQLException {
        var taken = connection;
        if (taken != null && purpose != Purpose.READING) {
            taken.rollback();
        }
    }

    void close() throws SQLException {
        var taken = connection;
        if (taken != null) {
            taken.close();
        }
    }
}

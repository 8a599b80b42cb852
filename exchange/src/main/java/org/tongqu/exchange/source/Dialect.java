package org.tongqu.exchange.source;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** What one kind of database says otherwise than the others. */
interface Dialect {

    /** Columns of a table in its order; none when there is no such table or this login may not read it. */
    List<JdbcColumn> columns(Connection connection, String table) throws SQLException;

    String quote(String name);

    /**
     * Begins a transaction that only reads and sees one moment.
     *
     * @return what a later reading is given as {@code since}; nothing when such a reading cannot be made safe
     */
    Optional<String> begin(Connection connection) throws SQLException;

    /** Rows come while they are read, never all at once. */
    void stream(Statement statement) throws SQLException;

    /** A condition on the watermark with one parameter, for rows that may not have been there at a moment. */
    Optional<String> since(JdbcColumn watermark);
}

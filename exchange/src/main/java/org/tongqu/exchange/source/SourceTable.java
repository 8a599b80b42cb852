package org.tongqu.exchange.source;

import java.sql.SQLException;
import java.util.List;
import org.tongqu.exchange.mapping.SourceField;

/** A table that can be read from any row on. */
public interface SourceTable {

    /** The columns that are read, in the order of {@link org.tongqu.engines.exchanges.Flow#fields}. */
    List<SourceField> fields();

    /** Columns the flow names and the table does not have. */
    List<String> missing();

    /** Whether a row may lack a column that gives the order; then both parts have to be read. */
    boolean mayLackOrder();

    /** Whether a reading {@code since} a moment misses nothing; else only everything can be read. */
    default boolean canTellChanges() {
        return true;
    }

    /** Begins to read; everything read from one source was there at one moment. */
    Opened open(Reading reading) throws SQLException;

    /**
     * Rows and the mark of their moment.
     *
     * @param moment what a later reading is given as {@code since} to get everything that was not there yet
     */
    record Opened(RowSource rows, String moment) {}
}

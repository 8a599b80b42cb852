package org.tongqu.exchange.source;

import java.sql.SQLException;
import java.util.List;
import org.tongqu.exchange.mapping.SourceField;
import org.tongqu.exchange.wire.Row;

/** Rows on their way, in the order of the source. */
public interface RowSource extends AutoCloseable {

    /** The cells of every row. */
    List<SourceField> fields();

    /** Places the next row; {@code false} when there is none left. What it placed is good until the next call. */
    boolean next(Row row) throws SQLException;

    /** Lets go of the source at once, whatever it is doing; may be called by another thread. */
    @Override
    void close() throws SQLException;
}

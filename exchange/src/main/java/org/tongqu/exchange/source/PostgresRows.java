package org.tongqu.exchange.source;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.copy.CopyOut;
import org.tongqu.exchange.mapping.SourceField;
import org.tongqu.exchange.wire.BrokenWire;
import org.tongqu.exchange.wire.CopyTuples;
import org.tongqu.exchange.wire.Row;

/** The rows of a running COPY. */
public final class PostgresRows implements RowSource {

    private final Connection connection;
    private final CopyOut copy;
    private final List<SourceField> fields;
    private final CopyTuples tuples = new CopyTuples();

    public PostgresRows(Connection connection, CopyOut copy, List<SourceField> fields) {
        this.connection = connection;
        this.copy = copy;
        this.fields = fields;
    }

    @Override
    public List<SourceField> fields() {
        return fields;
    }

    @Override
    public boolean next(Row row) throws SQLException {
        while (!tuples.next(row)) {
            var piece = copy.readFromCopy();
            if (piece == null) {
                if (!tuples.isComplete()) {
                    throw new BrokenWire("The source stopped in the middle of a row");
                }
                return false;
            }
            tuples.feed(piece, 0, piece.length);
        }
        return true;
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            connection.abort(Runnable::run);
        } else {
            connection.close();
        }
    }
}

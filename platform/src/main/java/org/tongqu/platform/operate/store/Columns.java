package org.tongqu.platform.operate.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How values stand in columns: moments as {@code timestamptz}, many rows as one array a column. */
public final class Columns {

    private Columns() {}

    public static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Of a column that is never null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** One column of many rows, to be read by {@code unnest}. */
    public static <R> @Nullable String[] column(Collection<R> rows, Function<R, @Nullable String> value) {
        var column = new @Nullable String[rows.size()];
        int next = 0;
        for (var row : rows) {
            column[next++] = value.apply(row);
        }
        return column;
    }
}

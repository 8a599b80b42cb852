package org.tongqu.exchange.inventory;

import java.util.List;

/**
 * A table or view as the dictionary of its database describes it.
 *
 * @param schema the schema it stands in; of MariaDB and MySQL the database
 * @param remark what was written beside it; empty where nothing was
 */
public record FoundTable(String schema, String name, String remark, List<Column> columns) {

    public FoundTable {
        columns = List.copyOf(columns);
    }

    /** As statements name it. */
    public String path() {
        return schema + "." + name;
    }

    /** What a column holds. */
    public enum Kind {
        TEXT,
        LONG_TEXT,
        INTEGER,
        DECIMAL,
        FLOATING,
        DAY,
        MOMENT,
        TRUTH,
        OTHER
    }

    /** Whether a row can do without it. */
    public enum Place {
        KEY,
        REQUIRED,
        OPTIONAL
    }

    /** @param length characters or digits; 0 where the database names no limit */
    public record Column(String name, String remark, Kind kind, int length, Place place) {}
}

package org.tongqu.exchange.feed;

import java.util.List;

/** A table as the feed describes it before its first change, and again whenever it was altered. */
public record Relation(int id, String schema, String table, List<Column> columns) {

    /** @param oid of its type */
    public record Column(String name, int oid) {}

    public Relation {
        columns = List.copyOf(columns);
    }

    /** Where a column is, or -1. */
    public int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        return -1;
    }
}

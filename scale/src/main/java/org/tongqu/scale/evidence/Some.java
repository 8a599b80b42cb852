package org.tongqu.scale.evidence;

import java.util.List;
import org.tongqu.engines.linkage.Rows;

/** Some rows of a list. */
record Some(List<String[]> rows) implements Rows {

    static final Some NOBODY = new Some(List.of());

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public String value(int row, int field) {
        return rows.get(row)[field];
    }
}

package org.tongqu.platform.matter.items;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One version of an item.
 *
 * @param code     实施编码, GB/T 39554.1: 31 or 33 characters
 * @param version  counted from 1
 * @param cells    by column of the national list, in its order, without empty ones
 * @param until    since when another version counts; empty for the one that counts now
 * @param by       who handed it in
 */
public record BookItem(
        String code, int version, Map<String, String> cells, Instant since, Optional<Instant> until, String by) {

    /** Some of a list. @param next what the following ones come after; empty at the end */
    public record Listed(List<BookItem> rows, Optional<String> next) {
        public Listed {
            rows = List.copyOf(rows);
        }
    }

    /**
     * What somebody looks for; empty texts are no condition.
     *
     * @param words  part of the name or the code
     * @param office credit code of the body
     */
    public record Wanted(String words, String office) {}

    public String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    public String name() {
        return cell("task_name");
    }

    /** The columns that say something else there. */
    public List<String> differs(BookItem other) {
        var columns = new TreeSet<>(cells.keySet());
        columns.addAll(other.cells.keySet());
        return columns.stream()
                .filter(column -> !cell(column).equals(other.cell(column)))
                .toList();
    }
}

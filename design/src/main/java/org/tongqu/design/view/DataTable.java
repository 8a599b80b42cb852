package org.tongqu.design.view;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongqu.design.Texts;

/**
 * A list with a caption, headings, rows, what to do when it is empty, and the way to the next rows.
 *
 * @param next  the address of the rows after these (keyset); empty at the end
 */
public record DataTable(
        Texts texts, String caption, List<Column> columns, List<Row> rows, EmptyState empty, String next) {

    /**
     * @param sort the address that sorts by this column; empty when it cannot
     */
    public record Column(String label, Align align, String sort, Order order) {

        public static Column of(String label) {
            return new Column(label, Align.START, "", Order.NONE);
        }

        public static Column figures(String label) {
            return new Column(label, Align.END, "", Order.NONE);
        }

        public Column sortedBy(String address, Order now) {
            return new Column(label, align, address, now);
        }

        public @Nullable String ariaSort() {
            return order == Order.NONE ? null : order.name().toLowerCase(Locale.ROOT);
        }

        public @Nullable String css() {
            return align == Align.END ? "num" : null;
        }
    }

    public enum Align {
        START,
        END
    }

    public enum Order {
        NONE,
        ASCENDING,
        DESCENDING
    }

    /** Whether the row is the one open beside the list. */
    public enum Mark {
        NONE,
        CURRENT
    }

    /** @param href what enter or the first link opens; the keyboard uses it. May be empty */
    public record Row(String href, Mark mark, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        public static Row of(Cell... cells) {
            return new Row("", Mark.NONE, List.of(cells));
        }

        public static Row opening(String href, Cell... cells) {
            return new Row(href, Mark.NONE, List.of(cells));
        }

        public Row marked(Mark newMark) {
            return new Row(href, newMark, cells);
        }

        public @Nullable String hrefOrNone() {
            return href.isEmpty() ? null : href;
        }

        public @Nullable String ariaCurrent() {
            return mark == Mark.CURRENT ? "true" : null;
        }
    }

    public DataTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}

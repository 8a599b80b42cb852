package org.tongqu.platform.data.catalog;

import java.util.List;
import org.tongqu.platform.operate.sheets.SheetRow;
import org.tongqu.platform.operate.sheets.Unreadable;
import org.tongqu.platform.trust.access.AccessRefusal;

/** Why nothing of a table was taken over. */
public sealed interface SheetRefusal {

    record MayNot(AccessRefusal why) implements SheetRefusal {}

    /** What the file is not, or has too much of. */
    record Unfit(Unreadable reason) implements SheetRefusal {}

    static SheetRefusal unfit(Unreadable reason) {
        return new Unfit(reason);
    }

    /**
     * What is wrong, cell by cell.
     *
     * @param more how many were found beyond those listed
     */
    record Faulty(List<SheetFault> faults, int more) implements SheetRefusal {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /**
     * What is wrong with one cell.
     *
     * @param sheet its name; empty when the file has only one table
     * @param row as the spreadsheet program counts, from 1
     * @param part the column as in {@link Fault#part}; empty when a whole line is meant
     * @param column its letter, e.g. {@code C}; empty when the table lacks it
     */
    record SheetFault(String sheet, int row, String part, String column, Fault.Kind kind, String found) {

        /** @param column counted from 0; below where the table lacks it */
        public static SheetFault at(SheetRow row, String part, int column, Fault.Kind kind, String found) {
            return new SheetFault(
                    row.sheet(), row.number(), part, column < 0 ? "" : SheetRow.letters(column), kind, found);
        }
    }
}

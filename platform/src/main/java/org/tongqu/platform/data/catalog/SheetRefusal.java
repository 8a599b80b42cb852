package org.tongqu.platform.data.catalog;

import java.util.List;
import org.tongqu.platform.trust.access.AccessRefusal;

/** Why nothing of a table was taken over. */
public sealed interface SheetRefusal {

    record MayNot(AccessRefusal why) implements SheetRefusal {}

    /** What the file is not, or has too much of. */
    record Unfit(Reason reason) implements SheetRefusal {}

    enum Reason implements Coded {
        EMPTY,
        /** More bytes than are read. */
        TOO_LARGE,
        /** Small as a file, and too large when unpacked. */
        UNPACKS_TOO_LARGE,
        /** A spreadsheet of before 2007. */
        OLD_SPREADSHEET,
        /** Begins like a spreadsheet and cannot be read as one. */
        BROKEN,
        /** Bytes that are no text in any code we know. */
        NOT_TEXT,
        /** Carries declarations that let a file pull in others. */
        DECLARES_ENTITIES,
        TOO_MANY_ROWS
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
    record SheetFault(String sheet, int row, String part, String column, Fault.Kind kind, String found) {}
}

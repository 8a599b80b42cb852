package org.tongqu.platform.matter.items;

import java.util.List;
import org.tongqu.platform.operate.sheets.Unreadable;
import org.tongqu.platform.trust.access.AccessRefusal;

/** Why nothing of a table of items was taken over. */
public sealed interface BookRefusal {

    record MayNot(AccessRefusal why) implements BookRefusal {}

    record NotRead(Unreadable why) implements BookRefusal {}

    /** @param more how many were found beyond those listed */
    record Faulty(List<Fault> faults, int more) implements BookRefusal {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /**
     * What is wrong with one cell.
     *
     * @param row    as the spreadsheet program counts, from 1
     * @param column as the national list calls it; empty when the whole line is meant
     * @param kind   in small letters with dashes; the words for it stand in the texts
     * @param found  what stands there
     */
    record Fault(int row, String column, String kind, String found) {}

    /** No page shows more faults of one table. */
    int LISTED = 200;

    static BookRefusal notRead(Unreadable why) {
        return new NotRead(why);
    }

    static BookRefusal shortened(BookRefusal refusal) {
        return refusal instanceof Faulty(var faults, var more) && faults.size() > LISTED
                ? new Faulty(faults.subList(0, LISTED), more + faults.size() - LISTED)
                : refusal;
    }
}

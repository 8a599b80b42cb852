package org.tongqu.platform.matter.publicity;

import java.util.List;
import org.tongqu.platform.operate.sheets.Unreadable;
import org.tongqu.platform.trust.access.AccessRefusal;

/** Why a table of penalty decisions was not taken. Then nothing of it was. */
public sealed interface TakeRefusal {

    record MayNot(AccessRefusal why) implements TakeRefusal {}

    record NotRead(Unreadable why) implements TakeRefusal {}

    /** @param more how many faults there are besides */
    record Faulty(List<Fault> faults, int more) implements TakeRefusal {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /**
     * A cell that cannot be taken.
     *
     * @param row as the spreadsheet program counts, from 1
     * @param column as it names it; empty where a column is missing
     * @param code of the column in the national list, or how it is headed
     */
    record Fault(int row, String column, String code, String found, String kind) {}
}

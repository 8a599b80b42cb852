package org.tongqu.platform.data.statistics;

import java.util.List;
import org.tongqu.platform.operate.sheets.Unreadable;
import org.tongqu.platform.trust.access.AccessRefusal;

/** Why figures were not taken over, reviewed or released. */
public sealed interface StatisticsRefusal {

    record MayNot(AccessRefusal why) implements StatisticsRefusal {}

    /** The office answers for other indicators, or for none. */
    record OtherOffice() implements StatisticsRefusal {}

    record NotRead(Unreadable why) implements StatisticsRefusal {}

    /** @param more how many were found beyond those listed */
    record Faulty(List<Fault> faults, int more) implements StatisticsRefusal {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /** Nothing waits for this step. */
    record NothingWaits() implements StatisticsRefusal {}

    /** Whoever reported a figure does not review it. */
    record OwnReport() implements StatisticsRefusal {}

    /** @param findings how many nobody accounted for yet */
    record Unanswered(int findings) implements StatisticsRefusal {}

    /** The checks do not find this, or no longer. */
    record NotFound() implements StatisticsRefusal {}

    record ReasonMissing() implements StatisticsRefusal {}

    /**
     * What is wrong with one cell.
     *
     * @param row as the spreadsheet program counts, from 1
     * @param column as the spreadsheet program names it, e.g. {@code G}; empty when the whole line is meant
     * @param kind in small letters with dashes; the words for it stand in the texts
     * @param found what stands there
     */
    record Fault(int row, String column, String kind, String found) {}

    /** No page shows more faults of one table. */
    int LISTED = 200;

    static StatisticsRefusal faulty(List<Fault> faults) {
        return faults.size() > LISTED
                ? new Faulty(faults.subList(0, LISTED), faults.size() - LISTED)
                : new Faulty(faults, 0);
    }
}

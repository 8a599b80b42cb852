package org.tongqu.platform.data.corrections;

import java.util.List;
import org.tongqu.kernel.time.Limit;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.trust.journal.Entry;

/**
 * What somebody other than an officer holds to be wrong in a delivery, many rows at once.
 *
 * @param agreement under which it was delivered
 * @param by who says so, e.g. a comparison
 * @param within how long the department may take to answer
 */
public record BatchReport(PlannedFlow flow, String agreement, Entry.Doer by, Limit within, List<Correction.Told> told) {

    public BatchReport {
        told = List.copyOf(told);
    }
}

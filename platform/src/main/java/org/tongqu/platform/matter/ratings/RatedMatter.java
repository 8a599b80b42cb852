package org.tongqu.platform.matter.ratings;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.tongqu.platform.matter.casework.CaseView;
import org.tongqu.platform.trust.journal.Entry;

/**
 * The matter somebody rates, found by their own right to see it: signed in, or by the code of the receipt.
 *
 * @param rounds how often something was handed in; more than once means there was a correction
 * @param by who rates, for the journal; the system where the code alone was shown
 */
public record RatedMatter(CaseView view, int rounds, Entry.Doer by) {

    /** Found by whoever has the receipt and its code. */
    public static RatedMatter byReceipt(CaseView view, int rounds) {
        return new RatedMatter(view, rounds, new Entry.Doer("receipt-holder", ""));
    }

    /** What the matter has come to. */
    Set<Point> reached() {
        var reached = EnumSet.of(Point.GUIDE, Point.SUBMISSION);
        if (rounds > 1) {
            reached.add(Point.CORRECTION);
        }
        if (view.standing().isEnded()) {
            reached.add(Point.RESULT);
        }
        return reached;
    }

    Optional<Instant> endedAt() {
        return view.standing().result().map(CaseView.Result::at);
    }
}

package org.tongqu.engines.cases.process;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One way in which a task may be completed, e.g. {@code accept}.
 *
 * @param starts clocks that begin to run with it
 * @param ends clocks that have done their service with it
 * @param once whether it may be chosen a single time at its step in one case
 * @param needs what must be there besides
 * @param fee where the fee that is laid down stands among the facts of the case; where it is there, an amount must be
 *     named with the outcome
 */
public record OfferedOutcome(
        String code,
        List<String> starts,
        List<String> ends,
        Reason reason,
        boolean once,
        Set<Need> needs,
        Optional<String> fee) {

    /** What a task offers that offers nothing of its own. */
    public static final OfferedOutcome DONE = plain("done", Reason.OPTIONAL);

    /** How an applicant answers a request to complete something. */
    public static final OfferedOutcome RESUBMIT = plain("resubmit", Reason.OPTIONAL);

    /** How somebody answers who was asked to sign. */
    public static final List<OfferedOutcome> OPINIONS =
            List.of(plain("agree", Reason.OPTIONAL), plain("object", Reason.REQUIRED));

    public enum Reason {
        /** The person concerned has a right to hear why (行政许可法 第三十八条), so an empty reason is refused. */
        REQUIRED,
        OPTIONAL
    }

    public enum Need {
        /** Material promised for later must have been brought. */
        PROMISES,
        /** A day must be named on which officers come to a place: a working day that is not over. */
        DAY
    }

    public OfferedOutcome {
        starts = List.copyOf(starts);
        ends = List.copyOf(ends);
        needs = Set.copyOf(needs);
    }

    public boolean needs(Need need) {
        return needs.contains(need);
    }

    static OfferedOutcome plain(String code, Reason reason) {
        return new OfferedOutcome(code, List.of(), List.of(), reason, false, Set.of(), Optional.empty());
    }
}

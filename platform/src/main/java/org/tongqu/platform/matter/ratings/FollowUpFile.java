package org.tongqu.platform.matter.ratings;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rating with its follow-up and what the reader may do.
 *
 * @param followUp missing where the rating was not bad
 * @param known which matter it is and the number to call back on; for whoever follows it up and for supervisors alone
 */
public record FollowUpFile(
        Rating rating, Optional<FollowUp> followUp, List<FollowUpStep> steps, Set<May> may, Optional<Known> known) {

    public enum May {
        CALL,
        VERIFY,
        ANSWER,
        APPEAL,
        /** Decide about an appeal. */
        JUDGE
    }

    /** @param phone empty where none was left */
    public record Known(String caseId, String receipt, String phone) {}

    public FollowUpFile {
        steps = List.copyOf(steps);
        may = Set.copyOf(may);
    }
}

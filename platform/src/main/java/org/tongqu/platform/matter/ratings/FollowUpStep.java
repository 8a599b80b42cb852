package org.tongqu.platform.matter.ratings;

import java.time.Instant;
import java.util.Optional;
import org.tongqu.platform.trust.journal.Entry;

/**
 * One step of a follow-up.
 *
 * @param by the applicant stands here without a name
 * @param verdict what the office found when it verified
 */
public record FollowUpStep(Kind kind, Instant at, Entry.Doer by, Optional<Verdict> verdict, String words) {

    public enum Kind {
        OPENED,
        CALLED,
        VERIFIED,
        ANSWERED,
        CONTENT,
        DISCONTENT,
        APPEALED,
        /** The supervisor agrees that it is malicious. */
        UPHELD,
        REJECTED
    }

    /** Whether what the rating says is so. */
    public enum Verdict {
        FOUNDED,
        PARTLY,
        UNFOUNDED
    }
}

package org.tongqu.platform.matter.publicity;

import java.time.LocalDate;
import java.util.Map;
import org.tongqu.platform.trust.access.AccessRefusal;

/** Why a penalty decision was not registered, published, corrected or withdrawn. */
public sealed interface PenaltyRefusal {

    record Gone() implements PenaltyRefusal {}

    record MayNot(AccessRefusal why) implements PenaltyRefusal {}

    /** @param fields by name, each with the code of what is wrong with it */
    record Wrong(Map<String, String> fields) implements PenaltyRefusal {
        public Wrong {
            fields = Map.copyOf(fields);
        }
    }

    /** The organisation has registered a decision of this number that was not withdrawn. */
    record NumberTaken() implements PenaltyRefusal {}

    record AlreadyPublished() implements PenaltyRefusal {}

    record AlreadyWithdrawn() implements PenaltyRefusal {}

    /** Credit is repaired only of what is published, and only after it was shown for the least time. */
    record TooEarly(LocalDate from) implements PenaltyRefusal {}

    record WhyMissing() implements PenaltyRefusal {}
}

package org.tongqu.platform.matter.evaluation;

import java.time.Instant;
import org.tongqu.platform.trust.access.AccessRefusal;

/** Why an appeal was not taken or not answered. */
public sealed interface AppealRefusal {

    /** No such period, score or appeal, or none in reach. */
    record Gone() implements AppealRefusal {}

    record MayNot(AccessRefusal why) implements AppealRefusal {}

    /** What is provisional changes by itself. */
    record NotFrozen() implements AppealRefusal {}

    /** @param until the first instant that was too late */
    record TooLate(Instant until) implements AppealRefusal {}

    /** Each score is appealed against once. @param number of the appeal there is */
    record Already(String number) implements AppealRefusal {}

    record RowsMissing() implements AppealRefusal {}

    record TooManyRows(int most) implements AppealRefusal {}

    /** One of the rows was not counted for this score. */
    record NotCounted(String row) implements AppealRefusal {}

    record WordsMissing() implements AppealRefusal {}

    /** Nobody decides over the scores of their own organisation. */
    record OwnOrganisation() implements AppealRefusal {}

    record Answered(Appeal.Verdict verdict) implements AppealRefusal {}
}

package org.tongqu.platform.data.use;

import org.tongqu.platform.trust.access.AccessRefusal;

/** Why a question was not asked or answered. */
public sealed interface QuestionRefusal {

    /** No such use, or question, that the person may see. */
    record Gone() implements QuestionRefusal {}

    record MayNot(AccessRefusal why) implements QuestionRefusal {}

    record WordsMissing() implements QuestionRefusal {}

    /** @param id of the question that was asked about it before */
    record AskedBefore(String id) implements QuestionRefusal {}

    record AnsweredBefore() implements QuestionRefusal {}
}

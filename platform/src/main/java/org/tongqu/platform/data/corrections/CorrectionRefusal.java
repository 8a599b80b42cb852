package org.tongqu.platform.data.corrections;

import org.tongqu.platform.trust.access.AccessRefusal;

/** Why something about a correction is not done. */
public sealed interface CorrectionRefusal {

    record Gone() implements CorrectionRefusal {}

    record MayNot(AccessRefusal why) implements CorrectionRefusal {}

    /** No agreement permits the flow, so that there is nobody to correct it for. */
    record NotPermitted() implements CorrectionRefusal {}

    /** The target does not answer. */
    record Away() implements CorrectionRefusal {}

    /** No delivered row has this key. */
    record NoSuchRow() implements CorrectionRefusal {}

    /** It says already what it should say. */
    record SaysSo() implements CorrectionRefusal {}

    record WordsMissing() implements CorrectionRefusal {}

    /** It was answered already. */
    record Answered(Correction.State state) implements CorrectionRefusal {}
}

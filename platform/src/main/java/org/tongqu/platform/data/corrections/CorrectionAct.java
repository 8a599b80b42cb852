package org.tongqu.platform.data.corrections;

import org.tongqu.platform.data.catalog.Coded;

/** What the provider answers. */
public enum CorrectionAct implements Coded {
    /** It was wrong and is right at the source now. */
    CORRECT,
    /** It is right as it is, and why. */
    REFUSE
}

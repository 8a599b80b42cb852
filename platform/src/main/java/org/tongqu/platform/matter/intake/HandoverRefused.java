package org.tongqu.platform.matter.intake;

import java.io.Serial;
import org.tongqu.engines.cases.CaseRefusal;

/**
 * Thrown by a listener of {@link Submitted} or {@link Resubmitted} that cannot take the matter over: it undoes the
 * submission, and the applicant is told the reason.
 */
public final class HandoverRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient CaseRefusal reason;

    public HandoverRefused(CaseRefusal reason) {
        super("Expected the matter to be taken over but " + reason);
        this.reason = reason;
    }

    public CaseRefusal reason() {
        return reason;
    }
}

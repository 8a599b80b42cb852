package org.tongqu.platform.matter.intake.internal;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.intake.Draft;
import org.tongqu.platform.matter.intake.HandoverRefused;
import org.tongqu.platform.matter.intake.Readiness;
import org.tongqu.platform.matter.intake.Submission;
import org.tongqu.platform.matter.intake.SubmitRefusal;
import org.tongqu.platform.trust.identity.SignedIn.Citizen;

/** Hands a draft in, in one transaction: all that follows from it stands, or nothing does. */
@Component
public class HandingIn {

    private final Submitting submitting;
    private final TransactionTemplate transaction;

    HandingIn(Submitting submitting, TransactionTemplate transaction) {
        this.submitting = submitting;
        this.transaction = transaction;
    }

    public Outcome<Submission, SubmitRefusal> submit(Citizen who, String draftId, String submitToken) {
        try {
            return tryToSubmit(who, draftId, submitToken);
        } catch (CannotAcquireLockException lapsingNow) {
            // Answering a notice in the moment in which it lapses: whichever of the two was undone is tried again.
            return tryToSubmit(who, draftId, submitToken);
        }
    }

    private Outcome<Submission, SubmitRefusal> tryToSubmit(Citizen who, String draftId, String submitToken) {
        try {
            return transaction.execute(status -> submitting.submit(who, draftId, submitToken));
        } catch (HandoverRefused refused) {
            return Outcome.refused(new SubmitRefusal.NotTakenOver(refused.reason()));
        }
    }

    public Readiness readiness(Citizen who, Draft draft) {
        return submitting.readiness(who, draft);
    }
}

package org.tongqu.platform.front.portal.web.progress;

import org.springframework.stereotype.Component;
import org.tongqu.platform.front.portal.web.QueryCodes;
import org.tongqu.platform.matter.intake.Intake;
import org.tongqu.platform.matter.intake.ReceiptNumber;
import org.tongqu.platform.matter.intake.Submission;
import org.tongqu.platform.trust.identity.SignedIn.Citizen;

/** Whoever holds a receipt with its code, and need not sign in. Guessing ends after a few tries. */
@Component
public class ReceiptHolders {

    private final Intake intake;
    private final QueryCodes codes;
    private final WrongTries tries;

    ReceiptHolders(Intake intake, QueryCodes codes, WrongTries tries) {
        this.intake = intake;
        this.codes = codes;
        this.tries = tries;
    }

    /** What came of showing a receipt number and a code. */
    public sealed interface Shown {

        /** The applicant gave the code away, so who has it sees what the applicant sees. */
        record Fits(Citizen applicant, Submission first, int rounds) implements Shown {}

        record Unknown() implements Shown {}

        record TooOften() implements Shown {}
    }

    /** @param from the address of the client, whose wrong tries are counted */
    public Shown show(String receipt, String code, String from) {
        if (!tries.mayTry(from)) {
            return new Shown.TooOften();
        }
        var rounds = ReceiptNumber.parse(receipt)
                .filter(number -> codes.fits(number, code))
                .map(intake::submissions)
                .filter(found -> !found.isEmpty());
        if (rounds.isEmpty()) {
            tries.wrong(from);
            return new Shown.Unknown();
        }
        var first = rounds.get().getFirst();
        var applicant =
                new Citizen(first.applicant().account(), first.applicant().name());
        return new Shown.Fits(applicant, first, rounds.get().size());
    }
}

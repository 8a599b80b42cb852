package org.tongqu.platform.data.checks;

import java.util.Optional;
import org.tongqu.platform.data.agreements.Purpose;

/**
 * For which an officer asks, as it was typed.
 *
 * @param numbers of the applicant and the family, one a line
 * @param matter receipt or number of the application
 */
public record Application(String numbers, String matter, Optional<Purpose> purpose, Consent consent) {

    /** Whether the people agreed in writing to be asked about. */
    public enum Consent {
        GIVEN,
        NOT_SAID
    }

    @Override
    public String toString() {
        return "Application[" + matter + "]";
    }
}

package org.tongqu.platform.matter.evaluation.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.platform.matter.evaluation.Evaluations;
import org.tongqu.platform.trust.identity.SignedIn;

/** Where evaluation stands in the menu, and who gets in. */
final class EvaluationPlace {

    static final String ID = "evaluation";

    private EvaluationPlace() {}

    static void admit(SignedIn.Officer officer) {
        if (!Evaluations.isConcerned(officer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}

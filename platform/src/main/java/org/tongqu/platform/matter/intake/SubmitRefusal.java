package org.tongqu.platform.matter.intake;

import java.util.List;
import org.tongqu.engines.cases.CaseRefusal;
import org.tongqu.engines.forms.MaterialAsk;
import org.tongqu.engines.schema.FieldProblem;

/** Why an application was not taken. Nothing was handed in and the draft is as it was. */
public sealed interface SubmitRefusal {

    /** The draft was handed in under another button, discarded, or belongs to somebody else. */
    record NoSuchDraft() implements SubmitRefusal {}

    /**
     * Something is still to be put right.
     *
     * @param missing materials that are required and not there
     */
    record NotComplete(List<FieldProblem> problems, List<MaterialAsk> missing) implements SubmitRefusal {
        public NotComplete {
            problems = List.copyOf(problems);
            missing = List.copyOf(missing);
        }
    }

    /** No organisation of the kind the service needs answers for the division. */
    record NobodyHandles(String organisationKind, String division) implements SubmitRefusal {}

    /** The rules do not let the matter begin, or go on, now; the reason is the engine's. */
    record NotTakenOver(CaseRefusal reason) implements SubmitRefusal {}
}

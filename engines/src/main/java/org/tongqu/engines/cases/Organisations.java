package org.tongqu.engines.cases;

import java.util.Optional;
import org.tongqu.engines.cases.process.Process;

/**
 * Which organisation a step waits for. A process names kinds of organisations, because it is the same in every city; the
 * facts of the case say under {@code organisations.KIND} which one of them is competent for it.
 */
final class Organisations {

    private static final String FACTS = "organisations.";

    private Organisations() {}

    /** The organisation of the kind; the handling one for no kind. */
    static String code(CaseState state, String kind) {
        return kind.isEmpty()
                ? state.opened().organisation()
                : state.facts()
                        .text(FACTS + kind)
                        .orElseGet(() -> state.opened().organisation());
    }

    /** Every kind the process names must be known when a case is opened: later nobody could mend it. */
    static Optional<CaseRefusal> allKnown(Process process, CaseCommand.Open command) {
        return process.organisationKinds().stream()
                .filter(kind -> command.facts().text(FACTS + kind).isEmpty())
                .findFirst()
                .map(CaseRefusal.OrganisationUnknown::new);
    }
}

package org.tongqu.platform.matter.casework;

import org.tongqu.engines.cases.Actor;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.engines.cases.DoneTask;
import org.tongqu.engines.cases.Moment;
import org.tongqu.engines.packs.Pack;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.trust.directory.Organisation;

/**
 * A case as a service task finds it.
 *
 * @param state how it stands right now, with all that this act brought about so far
 * @param organisation who handles it
 * @param deciding who made the last decision of it: the same, or one that does a step of it (并联审批)
 * @param actor whose act led here
 */
public record CaseInHand(
        CaseHead head,
        Pack pack,
        Organisation organisation,
        Organisation deciding,
        CaseState state,
        Actor actor,
        Moment moment) {

    /** The code of the organisation that made the last decision. */
    public static String deciding(CaseHead head, CaseState state) {
        return state.doneTasks().isEmpty()
                ? head.organisation().code()
                : state.doneTasks().getLast().task().organisation();
    }

    /** What is known of the case by the names packs use. */
    public Datum.Fields facts() {
        var facts = CaseFacts.of(head, organisation, state);
        return state.doneTasks().isEmpty()
                ? facts
                : (Datum.Fields) facts.with(
                        "decision.organisation", Datum.of(deciding.name().zh()));
    }

    /** What an officer decided last. */
    public DoneTask lastDecision() {
        return state.doneTasks().getLast();
    }
}

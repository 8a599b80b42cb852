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
 * @param actor whose act led here
 */
public record CaseInHand(
        CaseHead head, Pack pack, Organisation organisation, CaseState state, Actor actor, Moment moment) {

    /** What is known of the case by the names packs use. */
    public Datum.Fields facts() {
        return CaseFacts.of(head, organisation, state);
    }

    /** What an officer decided last. */
    public DoneTask lastDecision() {
        return state.doneTasks().getLast();
    }
}

package org.tongqu.platform.matter.casework;

import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/**
 * What the platform does when a case reaches a service task, e.g. issue a licence. Runs inside the transaction of the
 * act that led there: all of it stands, or none.
 *
 * <p>What is refused must have changed nothing: where the step has an event on its edge for that, the case goes on from
 * there and the act that led to the step is committed, so whatever was written before the refusal would stay. First
 * find out whether it can be done, then write.
 */
public interface ServiceAction {

    /** As processes name it, e.g. {@code licences.issue}. */
    String name();

    /**
     * Does it.
     *
     * @param with what the process gives along, e.g. which document; may be empty
     * @return facts the case keeps, e.g. the number of the licence; or why it cannot be done, in words for the officer;
     *     then nothing was changed
     */
    Outcome<Datum.Fields, String> perform(CaseInHand inHand, String with);
}

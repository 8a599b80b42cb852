package org.tongqu.platform.matter.casework;

import org.tongqu.engines.cases.CaseRefusal;
import org.tongqu.kernel.text.Label;

/** Why an act on a case was not done. Nothing was changed. */
public sealed interface ActRefusal {

    /** There is no such case, or it is none of this person's business: which of the two is not told. */
    record NoSuchCase() implements ActRefusal {}

    /** The person may look at the case but not act on it. */
    record OnlyLooking() implements ActRefusal {}

    /** Only a colleague who holds the role the task needs can be given it. */
    record CannotTake(String name) implements ActRefusal {}

    /** Nobody checks their own work: the person already worked on this case in that role. */
    record WorkedBefore(Label role) implements ActRefusal {}

    /** The process does not allow it now; the reason is the engine's, e.g. who decided before, and when. */
    record ByProcess(CaseRefusal reason) implements ActRefusal {}
}

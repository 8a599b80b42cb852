package org.tongqu.platform.data.exchange;

import org.tongqu.exchange.mapping.Failure;
import org.tongqu.platform.trust.access.AccessRefusal;

/** Why a row set aside was not repaired. */
public sealed interface RepairRefusal {

    /** There is no such flow or row, or it was sent again meanwhile. */
    record Gone() implements RepairRefusal {}

    record MayNot(AccessRefusal why) implements RepairRefusal {}

    /** The target does not answer, or the flow has no permit now. */
    record Away() implements RepairRefusal {}

    /** It was refused in the form of the target, or what is wrong is hidden here. */
    record AtItsSource() implements RepairRefusal {}

    /** It still breaks a rule. */
    record Still(Failure failure) implements RepairRefusal {}
}

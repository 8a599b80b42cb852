package org.tongqu.platform.data.exchange;

import org.tongqu.platform.trust.access.AccessRefusal;

/** Why both sides are not compared, or differing rows not sent again. */
public sealed interface ComparisonRefusal {

    /** There is no such comparison, or it is not complete. */
    record Unknown() implements ComparisonRefusal {}

    record MayNot(AccessRefusal why) implements ComparisonRefusal {}

    /** The agreement does not permit the flow now, or a system is not connected. */
    record Barred(Reason reason) implements ComparisonRefusal {}

    /** The flow runs, or is compared, at the moment. */
    record Busy() implements ComparisonRefusal {}

    /** A later comparison has taken its place, its rows were sent already, or none of them can be sent. */
    record NothingToSend() implements ComparisonRefusal {}
}

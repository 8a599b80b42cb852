package org.tongqu.platform.data.exchange;

import org.tongqu.platform.trust.access.AccessRefusal;

/** Why a flow is neither begun nor halted. */
public sealed interface FlowRefusal {

    record Unknown() implements FlowRefusal {}

    record MayNot(AccessRefusal why) implements FlowRefusal {}

    /** It is so already. */
    record Already() implements FlowRefusal {}
}

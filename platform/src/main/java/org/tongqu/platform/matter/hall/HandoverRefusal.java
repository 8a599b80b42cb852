package org.tongqu.platform.matter.hall;

import java.time.Instant;

/** Why papers were not received. */
public sealed interface HandoverRefusal {

    /** No such step, or on its way to somebody else. */
    record NotYours() implements HandoverRefusal {}

    record ReceivedBefore(String by, Instant at) implements HandoverRefusal {}
}

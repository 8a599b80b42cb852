package org.tongqu.platform.data.interfaces;

import org.tongqu.platform.data.catalog.Coded;

/** Whether a provider is asked now. */
public enum BreakerState implements Coded {
    CLOSED,
    /** It failed too often and rests. */
    OPEN,
    /** One call is let through to see whether it answers again. */
    TRYING
}

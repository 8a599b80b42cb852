package org.tongqu.platform.data.agreements;

import org.tongqu.platform.data.catalog.Coded;

/** What for; an agreement for one purpose serves no other. */
public enum Purpose implements Coded {
    /** Deciding on an application, so that people need not bring it (免证办). */
    APPROVAL,
    SUPERVISION,
    PUBLIC_SERVICE,
    /** Comparing records with another source and correcting them. */
    COMPARISON,
    STATISTICS,
    EMERGENCY
}

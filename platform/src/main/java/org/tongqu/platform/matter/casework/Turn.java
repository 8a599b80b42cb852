package org.tongqu.platform.matter.casework;

/** Whose move it is in a case. */
public enum Turn {
    OFFICE,
    APPLICANT,
    /** It has ended, or a service or timer is all it waits for. */
    NOBODY
}

package org.tongqu.platform.trust.access;

/** How far the eyes of a role go. */
public enum Reach {
    /** No row at all: those who run the platform handle no matter. */
    NOTHING,
    /** The rows of one's own organisation. */
    OWN,
    /** Also those of the organisations that report to it, directly or through others. */
    SUBORDINATE,
    /** All rows of the platform. */
    EVERYTHING
}

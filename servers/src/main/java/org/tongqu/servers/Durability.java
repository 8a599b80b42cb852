package org.tongqu.servers;

/** How much a commit promises. */
public enum Durability {
    /** What is acknowledged is on the disk. */
    ON_DISK,
    /** For databases that are thrown away after the run: quicker, and lost when the machine stops. */
    THROWAWAY
}

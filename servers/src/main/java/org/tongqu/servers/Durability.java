package org.tongqu.servers;

/** How much a commit promises. */
public enum Durability {
    /** What is acknowledged is on the disk. */
    ON_DISK,
    /** As {@link #ON_DISK}, for a server beside the one that matters: with little memory, and after it at the processor. */
    BESIDE,
    /** For databases that are thrown away after the run: quicker, and lost when the machine stops. */
    THROWAWAY
}

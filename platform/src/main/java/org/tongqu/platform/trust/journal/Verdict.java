package org.tongqu.platform.trust.journal;

/** What checking the whole chain found. */
public sealed interface Verdict {

    /**
     * Every link fits its entry and the link before it, and every settled entry is linked.
     *
     * @param links how many entries are sealed
     * @param unsealed how many committed entries wait for the sealer
     * @param head the hash of the last link in hex: keep it elsewhere, and nothing before it can be altered unseen
     */
    record Whole(long links, long unsealed, String head) implements Verdict {}

    /**
     * The first place that does not fit.
     *
     * @param link the number in the chain; 0 where an entry has no link although later ones have
     * @param entry the id of the entry
     */
    record Broken(long link, long entry, Fault fault) implements Verdict {}

    /** In what way it does not fit. */
    enum Fault {
        /** The entry's words or the link's hash were altered. */
        ALTERED,
        /** The link is there, its entry is not. */
        ENTRY_MISSING,
        /** A number is missing in the chain. */
        LINK_MISSING,
        /** The entry was slipped in behind the sealer's back. */
        NEVER_LINKED
    }
}

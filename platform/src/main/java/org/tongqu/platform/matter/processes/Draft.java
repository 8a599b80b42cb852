package org.tongqu.platform.matter.processes;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A process as somebody draws it, and what became of it.
 *
 * @param organisation whose draft it is
 * @param revision     rises with every change; whoever saves says which one they changed
 */
public record Draft(
        String id, Place place, String organisation, State state, Content content, int revision, Work work, Fate fate) {

    /** Which file of which pack. */
    public record Place(String packId, String file) {}

    /** @param before what was in use when the draft was begun */
    public record Content(byte[] before, byte[] body) {}

    /**
     * Who drew it.
     *
     * @param savedBy   who changed it last
     * @param savedName their name as it was then
     * @param editors   all who changed it
     */
    public record Work(Instant begunAt, Instant savedAt, String savedBy, String savedName, Set<String> editors) {

        public Work {
            editors = Set.copyOf(editors);
        }
    }

    /**
     * What was said of it.
     *
     * @param note   what changes and why, in the words of whoever submitted it last
     * @param why    what whoever decided said
     * @param number under which it was published
     * @param version of the pack since then
     */
    public record Fate(
            String note,
            Optional<Told> submitted,
            Optional<Told> decided,
            String why,
            Optional<Integer> number,
            String version) {}

    /** Who did something when. */
    public record Told(Instant at, String name) {}

    /** Where a draft stands. */
    public enum State {
        DRAFTING,
        SUBMITTED,
        RETURNED,
        PUBLISHED,
        DROPPED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it may still be changed. */
        public boolean isDrawn() {
            return this == DRAFTING || this == RETURNED;
        }

        public boolean isOpen() {
            return isDrawn() || this == SUBMITTED;
        }
    }
}

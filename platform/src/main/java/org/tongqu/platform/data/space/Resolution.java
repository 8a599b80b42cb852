package org.tongqu.platform.data.space;

import java.util.List;
import java.util.Optional;

/**
 * What an address was resolved to.
 *
 * @param found where it may be, the likeliest first
 * @param doubt what it lacks to be found, or to be found more narrowly
 */
public record Resolution(String address, List<Resolved> found, Optional<Doubt> doubt) {

    /** What an address lacks; each has its words. */
    public enum Doubt {
        /** Nothing in it can be read. */
        NOTHING_READ,
        /** It has a number, and no road before it. */
        NO_ROAD,
        /** It names a road that is not registered. */
        ROAD_UNKNOWN,
        /** It has a road and no number. */
        NO_NUMBER,
        /** Its number does not lie between numbers that are known. */
        NUMBER_UNKNOWN,
        /** The part of its number is not known. */
        PART_UNKNOWN,
        /** Nothing that it names is known. */
        NOT_KNOWN
    }

    public Resolution {
        found = List.copyOf(found);
    }
}

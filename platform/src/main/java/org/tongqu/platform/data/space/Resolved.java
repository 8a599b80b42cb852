package org.tongqu.platform.data.space;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.tongqu.platform.data.space.internal.AddressStore;

/**
 * Where an address or a place may be: a street, a community and a cell, as far as they are known.
 *
 * @param divisions from the largest to the smallest
 * @param cell the cell of the grid; empty where it is not known which
 * @param thing the house, number or road it was found by
 * @param place in degrees; empty where only an area or a road is known
 * @param why what it was found by; that says how sure it is
 */
public record Resolved(
        List<Feature> divisions, Optional<Feature> cell, Optional<Feature> thing, Optional<Coordinate> place, Why why) {

    /** How narrowly it was found. */
    public enum Exactness {
        EXACT,
        INTERPOLATED,
        ROAD,
        COMMUNITY,
        STREET,
        DISTRICT
    }

    /** How sure somebody can be. */
    public enum Confidence {
        CERTAIN,
        LIKELY,
        POSSIBLE
    }

    /** What it was found by; each has its words. */
    public enum Why {
        /** The place lies in it. */
        INSIDE(Confidence.CERTAIN),
        /** The place lies on the border of several. */
        BORDER(Confidence.POSSIBLE),
        /** The address is the one of a house whose place is known. */
        HOUSE(Confidence.CERTAIN),
        /** The address is the beginning or a part of that of houses there. */
        HOUSES(Confidence.LIKELY),
        /** The number along the road has an entry. */
        DOOR(Confidence.CERTAIN),
        /** The number has an entry, and the part of it that is asked for has none. */
        MAIN(Confidence.LIKELY),
        /** The number has no entry: it lies between those that have. */
        ALONG(Confidence.LIKELY),
        /** The community is named, or the smallest division that is. */
        DIVISION(Confidence.LIKELY),
        /** Several divisions have the name that was given. */
        NAMESAKES(Confidence.POSSIBLE),
        /** The road that is named runs through it. */
        ROAD(Confidence.POSSIBLE);

        private final Confidence confidence;

        Why(Confidence confidence) {
            this.confidence = confidence;
        }
    }

    public Resolved {
        divisions = List.copyOf(divisions);
    }

    public Confidence confidence() {
        return why.confidence;
    }

    public Exactness exactness() {
        return switch (why) {
            case INSIDE, BORDER, HOUSE, HOUSES, DOOR -> Exactness.EXACT;
            case MAIN, ALONG -> Exactness.INTERPOLATED;
            case ROAD -> Exactness.ROAD;
            case DIVISION, NAMESAKES -> area();
        };
    }

    private Exactness area() {
        var code = divisions.isEmpty() ? "" : divisions.getLast().properties().getOrDefault(AddressStore.DIVISION, "");
        return switch (code.length()) {
            case 12 -> Exactness.COMMUNITY;
            case 9 -> Exactness.STREET;
            default -> Exactness.DISTRICT;
        };
    }
}

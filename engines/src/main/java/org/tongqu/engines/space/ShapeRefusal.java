package org.tongqu.engines.space;

/** Why a text is no shape that can lie on the map. */
public sealed interface ShapeRefusal {

    /** Neither GeoJSON nor WKT, or of a kind that is not kept. */
    record Unreadable(String why) implements ShapeRefusal {}

    /** A ring does not end where it began, or has fewer than four points. */
    record OpenRing() implements ShapeRefusal {}

    /** It crosses itself, or its rings cross each other, at this place. */
    record Crosses(double longitude, double latitude) implements ShapeRefusal {}

    /** It reaches outside the country: often longitude and latitude were exchanged. */
    record Outside(double longitude, double latitude) implements ShapeRefusal {}

    /** More points than one shape may have. */
    record TooLarge(int points) implements ShapeRefusal {}
}

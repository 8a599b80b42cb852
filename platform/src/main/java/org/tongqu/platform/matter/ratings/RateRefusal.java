package org.tongqu.platform.matter.ratings;

/** Why a rating was not taken. */
public sealed interface RateRefusal {

    /** This point was rated before: once is all. */
    record RatedBefore(Point point) implements RateRefusal {}

    /** The matter has not come so far, or ended too long ago. */
    record NotOpen(Point point) implements RateRefusal {}

    /** A bad rating says at least by one tick or some words what was bad. */
    record ReasonMissing() implements RateRefusal {}
}

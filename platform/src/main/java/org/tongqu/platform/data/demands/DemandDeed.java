package org.tongqu.platform.data.demands;

import java.time.Instant;

/**
 * One thing that was done to a demand.
 *
 * @param deed code of the {@link DemandAct}, or {@code ask}
 * @param organisation of whoever did it
 * @param about the organisation or the resource that was named; empty else
 */
public record DemandDeed(String deed, Instant at, Hand hand, String organisation, String about, String why) {

    /** Who did it, by staff id and by name. */
    public record Hand(String id, String name) {}
}

package org.tongqu.platform.matter.hall;

import java.time.Instant;
import java.util.Optional;

/**
 * One step of papers from a hall to the next, or to the office that decides.
 *
 * @param receipt of the application they belong to
 * @param step from 1
 * @param title what the matter is about
 * @param papers how many were scanned
 */
public record Handover(
        String receipt, int step, String title, int papers, Way way, Hand sent, Optional<Hand> received) {

    /**
     * @param toHall the next hall; empty when the office itself receives them
     * @param toOrganisation who runs that hall, or the office
     */
    public record Way(String fromHall, Optional<String> toHall, String toOrganisation) {}

    /** Who had them in hand when. */
    public record Hand(Instant at, String staff, String name) {}
}

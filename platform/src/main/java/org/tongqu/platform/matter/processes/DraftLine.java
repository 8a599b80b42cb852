package org.tongqu.platform.matter.processes;

import java.time.Instant;
import java.util.Optional;

/**
 * A draft as a line of a list.
 *
 * @param at   when it was changed last, or published
 * @param name who did that
 */
public record DraftLine(
        String id,
        Draft.Place place,
        String organisation,
        Draft.State state,
        Instant at,
        String name,
        Optional<Integer> number) {}

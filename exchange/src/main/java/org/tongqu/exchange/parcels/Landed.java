package org.tongqu.exchange.parcels;

import java.util.List;
import java.util.Optional;

/**
 * What the ledger of a target says of a run that was fetched to its end, or as far as it may go.
 *
 * @param run of the target
 * @param digest over what the target got
 * @param aside rows that it kept out, the first of them; what stands in them stays in the department
 */
public record Landed(long order, long run, Delivery.Rows rows, String digest, Reached reached, List<Kept> aside) {

    public Landed {
        aside = List.copyOf(aside);
    }

    /**
     * How far it came.
     *
     * @param waiting rows of the flow that are set aside in all
     */
    public record Reached(Optional<String> since, String until, List<String> position, long waiting) {
        public Reached {
            position = List.copyOf(position);
        }
    }

    /** Why a row was kept out. @param key as the target has it, covered where that was agreed */
    public record Kept(long line, String key, String rule, String column, String reason) {}
}

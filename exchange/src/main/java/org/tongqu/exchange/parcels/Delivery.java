package org.tongqu.exchange.parcels;

import java.util.List;
import java.util.OptionalLong;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.mapping.TargetColumn;

/**
 * What the centre has for a node to write: which flow, under which agreement. From where on only the ledger beside the
 * department's table knows.
 *
 * @param id by which what is fetched is told to belong to it
 * @param run of the target, as the node said it when it first fetched; empty before
 */
public record Delivery(long id, String agreement, Flow flow, OptionalLong run) {

    /**
     * Asks for what goes on where the target stands.
     *
     * @param rows of the target's run until now
     */
    public record Asked(long order, Start start, Rows rows, List<TargetColumn> columns) {
        public Asked {
            columns = List.copyOf(columns);
        }
    }

    /** Rows of a target's run. */
    public record Rows(long read, long written, long setAside) {}
}

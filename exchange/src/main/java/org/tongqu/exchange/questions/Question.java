package org.tongqu.exchange.questions;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.mapping.TargetColumn;
import org.tongqu.exchange.parcels.Order;
import org.tongqu.exchange.table.Resending.Wanted;

/**
 * What the centre wants to know of a database that a node keeps, or wants done there beside a run. It is answered in
 * pieces; nothing of it is kept by the node.
 *
 * @param about the flow of which a side is asked; none when the database itself is
 */
public record Question(long id, Optional<About> about, Asked asked) {

    /**
     * Which flow is asked about.
     *
     * @param flow as it is declared; what is to be hidden stands in {@code covers}
     * @param columns of the target, in the order of the flow's; none when the target itself is asked
     */
    public record About(String agreement, Flow flow, List<Order.Cover> covers, List<TargetColumn> columns) {
        public About {
            covers = List.copyOf(covers);
            columns = List.copyOf(columns);
        }

        /** The flow with its columns hidden as agreed. */
        public Flow covered() {
            return Order.covered(flow, covers);
        }
    }

    /** What the database says of itself; no row of it is read. */
    public static Question ofDatabase() {
        return new Question(0, Optional.empty(), new Asked.Inventory());
    }

    /** Which side of the flow is asked. */
    public enum Side {
        SOURCE,
        TARGET
    }

    /** What is asked. */
    public sealed interface Asked {

        /** Which rows the side holds, by narrow ranges. */
        record Tell(Side side) implements Asked {}

        /** The rows of some of these. */
        record Look(Side side, BitSet fine) implements Asked {}

        /** The values of one column in some rows of the target. @param keys each in the order of the target's key */
        record Cells(List<List<String>> keys, String column) implements Asked {}

        /** Which columns the target has. */
        record Columns() implements Asked {}

        /** Rows of the source, to be sent again. @param most that may be sent */
        record Pick(Wanted wanted, long most) implements Asked {}

        /** That the target takes rows, which are fetched in pieces. */
        record Write() implements Asked {}

        /** In how many rows of the target each column has something. */
        record Filling() implements Asked {}

        /** Which tables the database has, of no flow. */
        record Inventory() implements Asked {}
    }
}

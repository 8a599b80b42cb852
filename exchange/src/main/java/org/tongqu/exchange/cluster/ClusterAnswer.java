package org.tongqu.exchange.cluster;

import java.util.List;
import java.util.Optional;
import org.tongqu.engines.linkage.Explained;
import org.tongqu.exchange.crosscheck.Found;
import org.tongqu.exchange.crosscheck.RowLists;

/**
 * What a cluster found.
 *
 * @param moment of the database that it is about
 * @param found by identifier
 * @param links by evidence
 */
public record ClusterAnswer(String moment, List<Found> found, Optional<Links> links) {

    public ClusterAnswer {
        found = List.copyOf(found);
    }

    /**
     * Links, the best first.
     *
     * @param lists the rows that are linked, in the order of the links
     * @param reasons why, one for each
     * @param sure so many of the first are taken to be one
     */
    public record Links(RowLists lists, List<Explained> reasons, int sure) {

        public Links {
            reasons = List.copyOf(reasons);
        }
    }
}

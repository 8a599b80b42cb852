package org.tongqu.exchange.cluster;

import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;

/**
 * A comparison to be made on a cluster.
 *
 * @param seed for pairs drawn at random, when it is one by evidence
 */
public record ClusterOrder(ComparisonJob job, Delivered about, Delivered against, Place place, long seed) {

    /** A flow and where it delivered to. */
    public record Delivered(Flow flow, Login target) {}

    /**
     * Where the cluster is.
     *
     * @param port of the job manager's REST interface
     * @param parallelism how many workers' slots it takes
     */
    public record Place(String host, int port, int parallelism) {}
}

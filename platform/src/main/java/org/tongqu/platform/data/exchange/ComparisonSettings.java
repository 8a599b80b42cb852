package org.tongqu.platform.data.exchange;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.tongqu.exchange.cluster.ClusterOrder.Place;
import org.tongqu.exchange.cluster.ClusterProgram;

/** Where comparisons are made, configured under {@code tongqu.comparison}. */
@ConfigurationProperties("tongqu.comparison")
public record ComparisonSettings(
        @DefaultValue("store") RunsOn runsOn, @DefaultValue Cluster cluster) {

    /** Who does the work. */
    public enum RunsOn {
        /** The database in which both deliveries stand, and this program. */
        STORE,
        /** Apache Flink. */
        CLUSTER
    }

    /**
     * A cluster.
     *
     * @param host of its job manager
     * @param port of the job manager's REST interface
     * @param parallelism how many workers' slots a comparison takes
     * @param program folder of what speaks with it, as {@code ./tongqu scale} builds it
     * @param patience after so long a comparison is given up, and made again later
     */
    public record Cluster(
            @DefaultValue("127.0.0.1") String host,
            @DefaultValue("8081") int port,
            @DefaultValue("2") int parallelism,
            @DefaultValue("scale/target") Path program,
            @DefaultValue("1h") Duration patience) {

        Place place() {
            return new Place(host, port, parallelism);
        }

        ClusterProgram comparer() {
            return ClusterProgram.in(program, patience);
        }
    }

    boolean isOnCluster() {
        return runsOn == RunsOn.CLUSTER;
    }
}

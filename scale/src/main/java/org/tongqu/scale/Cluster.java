package org.tongqu.scale;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A cluster that is running somewhere.
 *
 * @param host of its job manager
 * @param port of the job manager's REST interface
 * @param parallelism how many workers' slots a job takes
 * @param jars that are handed over with each job; none when the workers have them
 */
public record Cluster(String host, int port, int parallelism, List<String> jars) {

    private static final int LOSSES = 10;

    public Cluster {
        jars = List.copyOf(jars);
    }

    /** A job that ends by itself; of a lost worker only what it did is done again. */
    StreamExecutionEnvironment environment() {
        var settings = new Configuration();
        settings.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.BATCH);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, LOSSES);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofSeconds(1));
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        var environment =
                StreamExecutionEnvironment.createRemoteEnvironment(host, port, settings, jars.toArray(String[]::new));
        environment.setParallelism(parallelism);
        return environment;
    }
}

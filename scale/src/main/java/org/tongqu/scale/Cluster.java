package org.tongqu.scale;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.BatchExecutionOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
    private static final Duration ANSWERS = Duration.ofSeconds(5);

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
        // As many workers as was said, however little there is to do.
        settings.set(BatchExecutionOptions.ADAPTIVE_AUTO_PARALLELISM_ENABLED, false);
        var environment =
                StreamExecutionEnvironment.createRemoteEnvironment(host, port, settings, jars.toArray(String[]::new));
        environment.setParallelism(parallelism);
        return environment;
    }

    /** How many workers there are; none when the job manager does not answer. */
    int workers() throws InterruptedException {
        return said("/overview").path("taskmanagers").asInt(0);
    }

    /** How far a job is. @param finished of so many tasks @param losses how often something was lost and done again */
    record Progress(String state, int finished, int tasks, int losses) {}

    /** The jobs of a name, as far as the job manager remembers them. */
    List<Progress> progress(String name) throws InterruptedException {
        List<Progress> found = new ArrayList<>();
        for (var job : said("/jobs/overview").path("jobs")) {
            if (job.path("name").asString().equals(name)) {
                var tasks = job.path("tasks");
                var losses = said("/jobs/" + job.path("jid").asString() + "/exceptions")
                        .path("exceptionHistory")
                        .path("entries");
                found.add(new Progress(
                        job.path("state").asString(),
                        tasks.path("finished").asInt(),
                        tasks.path("total").asInt(),
                        losses.size()));
            }
        }
        return found;
    }

    private JsonNode said(String path) throws InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var asked = HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + path))
                    .timeout(ANSWERS)
                    .build();
            return new JsonMapper()
                    .readTree(client.send(asked, BodyHandlers.ofString()).body());
        } catch (IOException | JacksonException away) {
            return new JsonMapper().createObjectNode();
        }
    }
}

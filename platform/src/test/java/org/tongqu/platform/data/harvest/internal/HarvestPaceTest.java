package org.tongqu.platform.data.harvest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.LoggerFactory;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.data.harvest.HarvestRun;
import org.tongqu.platform.data.harvest.HarvestRun.State;
import org.tongqu.platform.data.harvest.Source;

/** MEASURED by hand: {@code -Dharvest.pace=300000} says how many records; a store and a server on one machine. */
@EnabledIfSystemProperty(named = "harvest.pace", matches = "[0-9]+")
class HarvestPaceTest {

    private final int records = Integer.getInteger("harvest.pace", 1000);
    private final Harvesting harvesting = new Harvesting(StartedPlatform.shared());

    @Test
    void aLargeCkanIsReadTwice() {
        try (var server = new ForeignServer(this::search)) {
            var source = harvesting.source(Source.Kind.CKAN, server.address());
            assertThat(told("ckan first", harvesting.harvested(source)).fresh()).isEqualTo(records);
            assertThat(told("ckan again", harvesting.harvested(source)).unchanged())
                    .isEqualTo(records);
        }
    }

    private void search(HttpExchange asked) throws IOException {
        var rows = Ckan.number(asked.getRequestURI(), "rows");
        var start = Ckan.number(asked.getRequestURI(), "start");
        ForeignServer.answer(
                asked,
                "application/json",
                IntStream.range(start, Math.min(records, start + rows))
                        .mapToObj(number -> Ckan.one(number, text -> text))
                        .collect(Collectors.joining(
                                ",", "{\"result\":{\"count\":" + records + ",\"results\":[", "]}}")));
    }

    @Test
    void aLargeTurtleIsRead() {
        try (var server = new ForeignServer(this::turtle)) {
            var source = harvesting.source(Source.Kind.DCAT, server.address());
            assertThat(told("turtle first", harvesting.harvested(source)).fresh())
                    .isEqualTo(records);
        }
    }

    private void turtle(HttpExchange asked) throws IOException {
        asked.getResponseHeaders().set("Content-Type", "text/turtle");
        asked.sendResponseHeaders(200, 0);
        var out = asked.getResponseBody();
        out.write(DcatHarvestTest.PREFIXES.getBytes(StandardCharsets.UTF_8));
        for (int number = 0; number < records; number++) {
            out.write(DcatHarvestTest.dataset(number).getBytes(StandardCharsets.UTF_8));
        }
    }

    private HarvestRun.Counts told(String what, HarvestRun run) {
        assertThat(run.state()).isEqualTo(State.DONE);
        var seconds =
                Duration.between(run.times().started(), run.times().ended().orElseThrow())
                                .toMillis()
                        / 1000.0;
        var heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        LoggerFactory.getLogger(HarvestPaceTest.class)
                .warn(
                        "{}: records={} seconds={} per_s={} peak_heap_mib={}",
                        what,
                        run.counts().read(),
                        seconds,
                        Math.round(run.counts().read() / seconds),
                        heap >> 20);
        return run.counts();
    }
}

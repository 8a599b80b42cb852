package org.tongqu.bench.start;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongqu.bench.Measurement;
import org.tongqu.bench.TemporaryFolder;
import org.tongqu.bench.Workshop;
import org.tongqu.bench.program.Demo;

/** First start on an empty data folder with the city loaded, then a second one; both until the first page is whole. */
public final class StartMeasurement implements Measurement {

    private static final int PAGES_BEFORE_WEIGHING = 20;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public Map<String, Object> measure(Workshop bench, List<String> arguments) throws Exception {
        try (var folder = TemporaryFolder.in(bench.root().resolve("bench/target"), "start-")) {
            Path data = folder.path();
            Map<String, Object> figures = new LinkedHashMap<>();
            bench.say("First start, on an empty data folder …");
            try (Demo first = Demo.start(bench, data)) {
                figures.put("first_start_s", first.secondsToFirstPage(System.nanoTime()));
                bench.say("Used for a while, until the program has prepared its next starts …");
                first.untilPrepared(bench.root().resolve("platform/target/app"));
            }
            bench.say("Second start …");
            try (Demo second = Demo.start(bench, data)) {
                figures.put("second_start_s", second.secondsToFirstPage(System.nanoTime()));
                for (int page = 0; page < PAGES_BEFORE_WEIGHING; page++) {
                    second.secondsToFirstPage(System.nanoTime());
                }
                figures.put("rss_mib", second.residentMib());
            }
            figures.put("goal", Map.of("first_start_s", 120, "second_start_s", 8, "rss_mib", 700));
            return figures;
        }
    }
}

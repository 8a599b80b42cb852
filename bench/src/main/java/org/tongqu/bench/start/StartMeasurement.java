package org.tongqu.bench.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tongqu.bench.Measurement;
import org.tongqu.bench.Workshop;

/** First start on an empty data folder with the city loaded, then a second one; both until the first page is whole. */
public final class StartMeasurement implements Measurement {

    private static final int PAGES_BEFORE_WEIGHING = 20;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public Map<String, Object> measure(Workshop bench, List<String> arguments) throws Exception {
        Path target = Files.createDirectories(bench.root().resolve("bench/target"));
        Path data = Files.createTempDirectory(target, "start-");
        try {
            Map<String, Object> figures = new LinkedHashMap<>();
            bench.say("First start, on an empty data folder …");
            try (Demo first = Demo.start(bench, data)) {
                figures.put("first_start_s", first.secondsToFirstPage(System.nanoTime()));
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
        } finally {
            delete(data);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

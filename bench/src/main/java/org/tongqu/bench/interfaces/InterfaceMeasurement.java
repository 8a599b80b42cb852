package org.tongqu.bench.interfaces;

import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.bench.Measurement;
import org.tongqu.bench.TemporaryFolder;
import org.tongqu.bench.Workshop;
import org.tongqu.bench.program.OwnStore;
import org.tongqu.bench.program.Town;
import org.tongqu.servers.Durability;
import org.tongqu.servers.PostgresServer;

/**
 * Calls through the platform per second, and what the platform adds to the slowest hundredth of calls at a steady pace;
 * turn by turn with the same calls made to the provider itself. Provider, platform, store and callers share the machine.
 */
public final class InterfaceMeasurement implements Measurement {

    private static final int CALLERS = 16;

    @Override
    public String name() {
        return "interface";
    }

    /** What may be said after the name. */
    private record Options(int seconds, int rounds, double rate) {

        static Options of(List<String> arguments) {
            var options = new Options(20, 3, 150);
            for (var argument : arguments) {
                var value = argument.replaceFirst("^[^=]*=", "");
                options = switch (argument.replaceFirst("=.*", "")) {
                    case "--seconds" -> new Options(Integer.parseInt(value), options.rounds(), options.rate());
                    case "--rounds" -> new Options(options.seconds(), Integer.parseInt(value), options.rate());
                    case "--rate" -> new Options(options.seconds(), options.rounds(), Double.parseDouble(value));
                    default -> throw new IllegalArgumentException("Unknown: " + argument);
                };
            }
            return options;
        }
    }

    @Override
    public Map<String, Object> measure(Workshop bench, List<String> arguments) throws Exception {
        var options = Options.of(arguments);
        try (var folder = TemporaryFolder.in(bench.root().resolve("bench/target"), "interface-");
                var server = PostgresServer.start(
                        Files.createDirectories(folder.path().resolve("store")), Durability.ON_DISK, line -> {});
                var provider = new Provider();
                var client = HttpClient.newBuilder().version(Version.HTTP_1_1).build()) {
            OwnStore.create(server, "bench");
            bench.say("Starting the platform …");
            try (var town = new Town(
                    server.address("bench"),
                    bench.root().resolve("bench/packs"),
                    folder.path().resolve("data"))) {
                var key = town.opens(provider.address(), Optional.empty());
                return measure(
                        bench,
                        options,
                        new Callers(client, provider.address(), ""),
                        new Callers(client, town.address(), key));
            }
        }
    }

    private static Map<String, Object> measure(Workshop bench, Options options, Callers direct, Callers mediated)
            throws InterruptedException {
        List<Double> speeds = new ArrayList<>();
        List<Double> added = new ArrayList<>();
        for (int round = 0; round <= options.rounds(); round++) {
            var alone = direct.flatOut(CALLERS, options.seconds());
            var speed = mediated.flatOut(CALLERS, options.seconds());
            var without = direct.p99(options.rate(), options.seconds());
            var with = mediated.p99(options.rate(), options.seconds());
            bench.say(String.format(
                    "round %d: %.0f calls/s direct, %.0f mediated; p99 at %.0f/s %.1f ms direct, %.1f mediated",
                    round, alone, speed, options.rate(), without, with));
            if (round > 0) {
                speeds.add(speed);
                added.add(with - without);
            }
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("requests_per_s", Math.round(median(speeds)));
        figures.put("added_p99_ms", Math.round(median(added) * 10) / 10.0);
        figures.put("rate_of_p99", options.rate());
        figures.put("goal", Map.of("requests_per_s", 500, "added_p99_ms", 20));
        return figures;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0.0);
    }
}

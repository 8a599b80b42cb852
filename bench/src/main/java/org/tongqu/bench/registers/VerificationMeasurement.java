package org.tongqu.bench.registers;

import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongqu.bench.Measurement;
import org.tongqu.bench.TemporaryFolder;
import org.tongqu.bench.Workshop;
import org.tongqu.bench.program.OwnStore;
import org.tongqu.bench.program.Town;
import org.tongqu.platform.data.golden.GoldenRegisters;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.servers.Durability;
import org.tongqu.servers.PostgresServer;

/**
 * Verifications of persons at a steady pace, over HTTP, each under an agreement, traced and journalled before it is
 * answered. Platform, store and callers share the machine; the time of a call counts from when it should have begun.
 */
public final class VerificationMeasurement implements Measurement {

    /** Shares of the pace at which the program gets warm; cold it would turn callers away. */
    private static final List<Double> WARM_UP = List.of(0.1, 0.25, 0.5);

    private static final List<String> LOADED = List.of("public-security", "human-resources");

    @Override
    public String name() {
        return "verification";
    }

    /** What may be said after the name. */
    private record Options(int persons, int seconds, int rounds, double rate) {

        static Options of(List<String> arguments) {
            var options = new Options(1_000_000, 20, 3, 500);
            for (var argument : arguments) {
                var value = argument.replaceFirst("^[^=]*=", "");
                options = switch (argument.replaceFirst("=.*", "")) {
                    case "--persons" ->
                        new Options(Integer.parseInt(value), options.seconds(), options.rounds(), options.rate());
                    case "--seconds" ->
                        new Options(options.persons(), Integer.parseInt(value), options.rounds(), options.rate());
                    case "--rounds" ->
                        new Options(options.persons(), options.seconds(), Integer.parseInt(value), options.rate());
                    case "--rate" ->
                        new Options(options.persons(), options.seconds(), options.rounds(), Double.parseDouble(value));
                    default -> throw new IllegalArgumentException("Unknown: " + argument);
                };
            }
            return options;
        }
    }

    @Override
    public Map<String, Object> measure(Workshop bench, List<String> arguments) throws Exception {
        var options = Options.of(arguments);
        try (var folder = TemporaryFolder.in(bench.root().resolve("bench/target"), "verification-");
                var server = PostgresServer.start(
                        Files.createDirectories(folder.path().resolve("store")), Durability.ON_DISK, line -> {});
                var client = HttpClient.newBuilder().version(Version.HTTP_1_1).build()) {
            OwnStore.create(server, "bench");
            bench.say("Starting the platform …");
            try (var town = new Town(
                    server.address("bench"),
                    bench.root().resolve("packs"),
                    folder.path().resolve("data"))) {
                load(bench, town.bean(GoldenRegisters.class), options.persons());
                var key = town.verifies(
                        "population",
                        Map.of("citizenNumber", "cert_no", "name", "name", "division", "state", "birthDate", "since"));
                var address = town.at("/api/registers/population/verification");
                return measure(bench, options, new Verifiers(client, address, key, options.persons()));
            }
        }
    }

    private static void load(Workshop bench, GoldenRegisters registers, int persons) {
        var began = System.nanoTime();
        var population = registers.find("population").orElseThrow();
        for (var source : LOADED) {
            registers.take(population, source, Entry.Doer.SYSTEM, Persons.of(source, persons, Persons.Delivery.FIRST));
        }
        registers.settle(population);
        bench.say(String.format("%,d persons loaded: %.1f s", persons, (System.nanoTime() - began) / 1e9));
    }

    private static Map<String, Object> measure(Workshop bench, Options options, Verifiers verifiers)
            throws InterruptedException {
        List<Double> halves = new ArrayList<>();
        List<Double> slowest = new ArrayList<>();
        for (var share : WARM_UP) {
            var took = verifiers.at(options.rate() * share, options.seconds());
            bench.say(String.format("warming up at %.0f/s: p99 %.1f ms", options.rate() * share, took.share(0.99)));
        }
        for (int round = 0; round <= options.rounds(); round++) {
            var took = verifiers.at(options.rate(), options.seconds());
            bench.say(String.format(
                    "round %d at %.0f/s: p50 %.1f ms, p99 %.1f ms, slowest %.1f ms",
                    round, options.rate(), took.share(0.5), took.share(0.99), took.share(1)));
            if (round > 0) {
                halves.add(took.share(0.5));
                slowest.add(took.share(0.99));
            }
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("persons", options.persons());
        figures.put("rate", options.rate());
        figures.put("p50_ms", median(halves));
        figures.put("p99_ms", median(slowest));
        figures.put("goal", Map.of("p99_ms", 20, "rate", 500, "persons", 1_000_000));
        return figures;
    }

    private static double median(List<Double> values) {
        var middle =
                values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0.0);
        return Math.round(middle * 10) / 10.0;
    }
}

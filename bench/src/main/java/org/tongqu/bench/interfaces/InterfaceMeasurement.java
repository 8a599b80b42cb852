package org.tongqu.bench.interfaces;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.tongqu.platform.data.exchange.internal.NodeDoor;
import org.tongqu.servers.Durability;
import org.tongqu.servers.PostgresServer;

/**
 * Calls per second from one department's node over the platform to the other department's node and its interface, and what
 * that way adds to the slowest hundredth of calls at a steady pace; turn by turn with the same calls by the centre alone and
 * with those made to the provider itself. Provider, both nodes, platform, store and callers share the machine.
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
                            folder.path().resolve("data"),
                            "--tongqu.nodes.port=0");
                    var givers = node(town, Town.giver(), folder.path().resolve("giver"));
                    var takers = node(town, Town.taker(), folder.path().resolve("taker"))) {
                var alone = town.opens(provider.address(), Optional.empty());
                var centre = new Callers(client, town.address(), alone);
                givers.verb("offer", "--address", provider.address().toString());
                givers.run("http://");
                var at = takers.run("/api/interfaces/", "--calls-port", "0")
                        .replaceFirst(".*(http://[0-9.:]+)/api/interfaces/.*", "$1");
                var key = town.opens(provider.address(), Optional.of(system(Town.giver())));
                var nodes = new Callers(client, URI.create(at + town.address().getPath()), key);
                nodes.awaitAnswer();
                return measure(bench, options, new Callers(client, provider.address(), ""), centre, nodes);
            }
        }
    }

    private static NodeProgram node(Town town, String organisation, Path home) throws IOException {
        var door = town.bean(NodeDoor.class);
        door.open(0);
        return NodeProgram.enrol(home, door.address().orElseThrow(), town.invites(organisation, system(organisation)));
    }

    private static String system(String organisation) {
        return "interface-" + (organisation.equals(Town.giver()) ? "giver" : "taker");
    }

    private static Map<String, Object> measure(
            Workshop bench, Options options, Callers direct, Callers centre, Callers nodes)
            throws InterruptedException {
        List<Double> speeds = new ArrayList<>();
        List<Double> added = new ArrayList<>();
        List<Double> byCentre = new ArrayList<>();
        List<Double> addedByCentre = new ArrayList<>();
        for (int round = 0; round <= options.rounds(); round++) {
            var alone = direct.flatOut(CALLERS, options.seconds());
            var centreSpeed = centre.flatOut(CALLERS, options.seconds());
            var speed = nodes.flatOut(CALLERS, options.seconds());
            var without = direct.p99(options.rate(), options.seconds());
            var atCentre = centre.p99(options.rate(), options.seconds());
            var with = nodes.p99(options.rate(), options.seconds());
            bench.say(String.format(
                    "round %d: %.0f calls/s direct, %.0f by the centre, %.0f by both nodes; p99 at %.0f/s %.1f ms direct,"
                            + " %.1f by the centre, %.1f by both nodes",
                    round, alone, centreSpeed, speed, options.rate(), without, atCentre, with));
            if (round > 0) {
                speeds.add(speed);
                added.add(with - without);
                byCentre.add(centreSpeed);
                addedByCentre.add(atCentre - without);
            }
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("requests_per_s", Math.round(median(speeds)));
        figures.put("added_p99_ms", Math.round(median(added) * 10) / 10.0);
        figures.put("centre_requests_per_s", Math.round(median(byCentre)));
        figures.put("centre_added_p99_ms", Math.round(median(addedByCentre) * 10) / 10.0);
        figures.put("rate_of_p99", options.rate());
        figures.put("goal", Map.of("requests_per_s", 500, "added_p99_ms", 20));
        return figures;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0.0);
    }
}

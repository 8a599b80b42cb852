package org.tongqu.bench.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.tongqu.bench.Measurement;
import org.tongqu.bench.TemporaryFolder;
import org.tongqu.bench.Workshop;
import org.tongqu.bench.program.OwnStore;
import org.tongqu.servers.Durability;
import org.tongqu.servers.PostgresServer;

/**
 * Steps of cases per second, ours and Flowable's, turn by turn on one PostgreSQL that keeps its word about what is
 * committed. A step is an act of an officer: a task is taken on, or done.
 */
public final class CasesMeasurement implements Measurement {

    private static final int BRANCHES = 16;
    private static final int CROWD_ROUNDS = 9;
    private static final Map<String, Object> GOAL = Map.of(
            "ratio_1_thread",
            5,
            "ratio_4_threads",
            5,
            "join_failures",
            0,
            "page_p99_ms",
            60,
            "step_cost_growth",
            1.10,
            "lamp_lag_p99_ms",
            2000);

    @Override
    public String name() {
        return "cases";
    }

    @Override
    public Map<String, Object> measure(Workshop bench, List<String> arguments) throws Exception {
        var options = Options.of(arguments);
        Map<String, Object> figures = new LinkedHashMap<>();
        try (var folder = TemporaryFolder.in(bench.root().resolve("bench/target"), "cases-");
                var server = server(folder.path().resolve("store"))) {
            if (options.rounds() > 0) {
                figures.putAll(beside(bench, server, folder.path(), options));
            }
            if (options.ended() > 0) {
                OwnStore.create(server, "crowd");
                figures.putAll(new Crowd(bench, server, options.ended(), options.open())
                        .measure(folder.path(), options.cases(), CROWD_ROUNDS));
            }
        }
        figures.put("goal", GOAL);
        return figures;
    }

    private static Map<String, Object> beside(Workshop bench, PostgresServer server, Path folder, Options options)
            throws Exception {
        var packs = bench.root().resolve("bench/packs");
        var processes =
                List.of(packs.resolve("bench/steps/process/steps.bpmn"), packs.resolve("bench/join/process/join.bpmn"));
        for (var name : List.of("flowable", "bench")) {
            OwnStore.create(server, name);
        }
        bench.say("Starting both …");
        try (var ours = new TongquEngine(server.address("bench"), BRANCHES, packs, folder.resolve("data"));
                var peer = new FlowableEngine(server.address("flowable"), BRANCHES, processes)) {
            return measure(bench, options, List.of(ours, peer));
        }
    }

    private static PostgresServer server(Path folder) throws IOException {
        return PostgresServer.start(Files.createDirectories(folder), Durability.ON_DISK, line -> {});
    }

    private static Map<String, Object> measure(Workshop bench, Options options, List<Engine> engines)
            throws InterruptedException, ExecutionException {
        Map<String, Object> figures = new LinkedHashMap<>();
        for (int threads : List.of(1, 4)) {
            Map<String, List<Double>> speeds = new LinkedHashMap<>();
            for (int round = 0; round <= options.rounds(); round++) {
                for (var engine : engines) {
                    double speed = Rounds.speed(engine, threads, options.cases());
                    bench.say(String.format(
                            "%d threads, round %d: %s %.0f steps/s", threads, round, engine.name(), speed));
                    if (round > 0) {
                        speeds.computeIfAbsent(engine.name(), name -> new ArrayList<>())
                                .add(speed);
                    }
                }
            }
            var suffix = threads == 1 ? "_1_thread" : "_" + threads + "_threads";
            speeds.forEach((name, all) -> figures.put(name + "_steps_per_s" + suffix, Math.round(Rounds.median(all))));
            figures.put(
                    "ratio" + suffix,
                    Math.round(Rounds.median(all(speeds, "tongqu")) / Rounds.median(all(speeds, "flowable")) * 100)
                            / 100.0);
        }
        for (var engine : engines) {
            int failures = joinFailures(engine, options.joins());
            bench.say(String.format(
                    "%d joins hit by %d at once: %s failed %d times",
                    options.joins(), BRANCHES, engine.name(), failures));
            figures.put(engine.name().equals("tongqu") ? "join_failures" : engine.name() + "_join_failures", failures);
        }
        return figures;
    }

    private static List<Double> all(Map<String, List<Double>> speeds, String name) {
        return speeds.getOrDefault(name, List.of());
    }

    /** All branches of a case are done at the same moment; whoever is told of a fault counts. */
    private static int joinFailures(Engine engine, int joins) throws InterruptedException, ExecutionException {
        var failures = new AtomicInteger();
        for (var id : engine.open(Service.JOIN, joins)) {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (var task : engine.tasks(id)) {
                work.add(() -> {
                    try {
                        engine.step(id, task);
                    } catch (RuntimeException told) {
                        failures.incrementAndGet();
                    }
                    return true;
                });
            }
            Rounds.atOnce(work);
        }
        return failures.get();
    }

    /**
     * What may be said after {@code ./tongqu bench cases}.
     *
     * @param rounds 0 leaves the peer out
     * @param ended 0 leaves the full store out
     */
    private record Options(int cases, int rounds, int joins, int ended, int open) {
        static Options of(List<String> arguments) {
            var options = new Options(60, 3, 20, 1_000_000, 100_000);
            for (var argument : arguments) {
                var parts = argument.split("=", 2);
                int value = parts.length == 2 ? Integer.parseInt(parts[1]) : 0;
                options = switch (parts[0]) {
                    case "--cases" -> new Options(value, options.rounds, options.joins, options.ended, options.open);
                    case "--rounds" -> new Options(options.cases, value, options.joins, options.ended, options.open);
                    case "--joins" -> new Options(options.cases, options.rounds, value, options.ended, options.open);
                    case "--ended" -> new Options(options.cases, options.rounds, options.joins, value, options.open);
                    case "--open" -> new Options(options.cases, options.rounds, options.joins, options.ended, value);
                    default -> throw new IllegalArgumentException("bench cases does not know " + argument);
                };
            }
            return options;
        }
    }
}

package org.tongqu.bench.registers;

import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.tongqu.bench.Measurement;
import org.tongqu.bench.TemporaryFolder;
import org.tongqu.bench.Workshop;
import org.tongqu.bench.program.OwnPlatform;
import org.tongqu.bench.program.OwnStore;
import org.tongqu.engines.registers.Register;
import org.tongqu.platform.data.golden.GoldenRecord.AsOf;
import org.tongqu.platform.data.golden.GoldenRegisters;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.servers.Durability;
import org.tongqu.servers.PostgresServer;

/**
 * A million persons of five sources become golden records, from the first record delivered to the last record made; then
 * one source delivers all of them again with every hundredth changed; then past states of persons drawn at random.
 */
public final class RegistersMeasurement implements Measurement {

    private static final int LOOKS = 20_000;
    private static final int WARM_UP = 2_000;

    @Override
    public String name() {
        return "registers";
    }

    @Override
    public Map<String, Object> measure(Workshop bench, List<String> arguments) throws Exception {
        var persons = 1_000_000;
        for (var argument : arguments) {
            if (!argument.startsWith("--persons=")) {
                throw new IllegalArgumentException("Unknown: " + argument);
            }
            persons = Integer.parseInt(argument.substring("--persons=".length()));
        }
        try (var folder = TemporaryFolder.in(bench.root().resolve("bench/target"), "registers-");
                var server = PostgresServer.start(
                        Files.createDirectories(folder.path().resolve("store")), Durability.ON_DISK, line -> {})) {
            OwnStore.create(server, "bench");
            bench.say("Starting the platform …");
            try (var platform = OwnPlatform.start(
                    server.address("bench"),
                    bench.root().resolve("packs"),
                    folder.path().resolve("data"))) {
                return measure(bench, platform.getBean(GoldenRegisters.class), persons);
            }
        }
    }

    private static Map<String, Object> measure(Workshop bench, GoldenRegisters registers, int persons) {
        var population = registers.find("population").orElseThrow();
        var began = System.nanoTime();
        for (var source : Persons.SOURCES) {
            var from = System.nanoTime();
            registers.take(population, source, Entry.Doer.SYSTEM, Persons.of(source, persons, Persons.Delivery.FIRST));
            bench.say(String.format("%s: %.1f s", source, seconds(from)));
        }
        var from = System.nanoTime();
        registers.settle(population);
        bench.say(String.format("records made: %.1f s", seconds(from)));
        var loaded = seconds(began);
        var again = System.nanoTime();
        var source = "human-resources";
        var receipt = registers.deliver(
                population, source, Entry.Doer.SYSTEM, Persons.of(source, persons, Persons.Delivery.AGAIN));
        var delta = seconds(again);
        bench.say(String.format("%s again: %.1f s, %,d changed", source, delta, receipt.taken()));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("persons", persons);
        figures.put("sources", Persons.SOURCES.size());
        figures.put("records_per_s", Math.round(persons * (double) Persons.SOURCES.size() / loaded));
        figures.put("golden_per_s", Math.round(persons / loaded));
        figures.put("again_records_per_s", Math.round(persons / delta));
        figures.put("as_of_p99_ms", p99(registers, population, persons));
        figures.put("goal", Map.of("records_per_s", 20_000, "as_of_p99_ms", 20));
        return figures;
    }

    private static double p99(GoldenRegisters registers, Register population, int persons) {
        var random = new SplittableRandom(20_261_123);
        var today = LocalDate.now(org.tongqu.kernel.time.WorkingCalendar.ZONE);
        List<Long> took = new ArrayList<>();
        for (int i = 0; i < WARM_UP + LOOKS; i++) {
            var number = Persons.number(random.nextInt(persons));
            var asOf = new AsOf(today, today.minusDays(random.nextInt(1_000)));
            var from = System.nanoTime();
            var found = registers.record(population, number, asOf);
            if (i >= WARM_UP) {
                took.add(System.nanoTime() - from);
            }
            if (found.isEmpty()) {
                throw new IllegalStateException("Nobody knows " + number);
            }
        }
        var sorted = took.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return Math.round(sorted[sorted.length * 99 / 100] / 10_000.0) / 100.0;
    }

    private static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }
}

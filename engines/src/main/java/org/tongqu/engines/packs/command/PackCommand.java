package org.tongqu.engines.packs.command;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongqu.engines.packs.Pack;
import org.tongqu.engines.packs.plan.PackPlan;
import org.tongqu.engines.packs.reading.ComparisonPacks;
import org.tongqu.engines.packs.reading.IndicatorPacks;
import org.tongqu.engines.packs.reading.PackProblem;
import org.tongqu.engines.packs.reading.PackProblem.Severity;
import org.tongqu.engines.packs.reading.PackReader;
import org.tongqu.engines.packs.reading.PackReading;
import org.tongqu.engines.packs.reading.RegisterPacks;
import org.tongqu.engines.packs.scenarios.ScenarioRunner;
import org.tongqu.engines.texts.Sentences;
import org.tongqu.kernel.text.Language;

/** {@code pack check|test|graph FOLDER…} and {@code pack plan FOLDER --against FOLDER} */
public final class PackCommand {

    public static final int GOOD = 0;
    public static final int UNUSABLE = 1;
    public static final int PROBLEMS = 10;

    private static final Sentences SENTENCES = Sentences.in("texts/engines/packs");

    private final PrintStream out;

    private PackCommand(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) {
        var out =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(run(List.of(args), out));
    }

    /** What {@code main} does, for those who want the exit code and not the exit. */
    public static int run(List<String> args, PrintStream out) {
        return new PackCommand(out).run(args);
    }

    private int run(List<String> args) {
        if (args.size() < 2) {
            say("command.usage");
            return UNUSABLE;
        }
        if (args.getFirst().equals("plan")) {
            return plan(args.subList(1, args.size()));
        }
        var found = read(args.subList(1, args.size()));
        if (found.isEmpty()) {
            return UNUSABLE;
        }
        var readings = found.get();
        return switch (args.getFirst()) {
            case "check" -> Math.max(check(readings), declared(args.subList(1, args.size())));
            case "test" -> Math.max(Math.max(check(readings), test(readings)), declared(args.subList(1, args.size())));
            case "graph" -> graph(readings);
            default -> {
                say("command.usage");
                yield UNUSABLE;
            }
        };
    }

    /** The packs of all folders; empty, and said, when one of them cannot be used at all. */
    private Optional<List<PackReading>> read(List<String> names) {
        List<PackReading> readings = new ArrayList<>();
        for (var name : names) {
            var folder = Path.of(name);
            if (!Files.isDirectory(folder)
                    || (PackReader.folders(folder).isEmpty()
                            && PackReader.registerFolders(folder).isEmpty()
                            && !ComparisonPacks.isIn(folder)
                            && !IndicatorPacks.isIn(folder))) {
                say("command.no-pack", name);
                return Optional.empty();
            }
            if (PackReader.folders(folder).isEmpty()) {
                readings.add(new PackReading(List.of(), List.of()));
                continue;
            }
            try {
                readings.add(
                        Files.isRegularFile(folder.resolve("pack.yaml"))
                                ? PackReader.read(folder)
                                : PackReader.readAll(folder));
            } catch (UncheckedIOException unreadable) {
                say("command.unreadable", name, String.valueOf(unreadable.getMessage()));
                return Optional.empty();
            }
        }
        return Optional.of(readings);
    }

    /** What would change if the packs of the first folder were applied in place of those of the other. */
    private int plan(List<String> args) {
        if (args.size() != 3 || !args.get(1).equals("--against")) {
            say("command.usage");
            return UNUSABLE;
        }
        var found = read(List.of(args.get(0), args.get(2)));
        if (found.isEmpty()) {
            return UNUSABLE;
        }
        var next = found.get().getFirst();
        var now = found.get().getLast();
        if (next.hasErrors() || now.hasErrors()) {
            next.problems().forEach(this::print);
            now.problems().forEach(this::print);
            return PROBLEMS;
        }
        return tell(PackPlan.all(now.packs(), next.packs()), List.of());
    }

    /**
     * Plans applying the packs of a folder in place of those in use somewhere else, e.g. in a running store.
     *
     * @param open what is open under which version there
     * @return the exit code of {@code pack plan}
     */
    public static int planAgainst(List<Pack> inUse, List<OpenUnder> open, Path folder, PrintStream out) {
        var command = new PackCommand(out);
        var found = command.read(List.of(folder.toString()));
        if (found.isEmpty()) {
            return UNUSABLE;
        }
        var next = found.get().getFirst();
        if (next.hasErrors()) {
            next.problems().forEach(command::print);
            return PROBLEMS;
        }
        return command.tell(PackPlan.all(inUse, next.packs()), open);
    }

    private int tell(List<PackPlan> plans, List<OpenUnder> open) {
        var report = new PlanReport(out);
        var result = GOOD;
        for (var plan : plans) {
            report.tell(plan);
            open.stream()
                    .filter(some -> some.packId().equals(plan.versions().packId()))
                    .forEach(report::tell);
            result = plan.flags().isEmpty() ? result : PROBLEMS;
        }
        return result;
    }

    private int check(List<PackReading> readings) {
        var found = GOOD;
        for (var reading : readings) {
            reading.problems().forEach(this::print);
            reading.packs()
                    .forEach(pack -> say(
                            "command.pack-good",
                            pack.id(),
                            pack.version(),
                            String.valueOf(pack.form().pages().size()),
                            String.valueOf(pack.process().nodes().size()),
                            String.valueOf(pack.scenarios().size())));
            found = reading.hasErrors() ? PROBLEMS : found;
        }
        return found;
    }

    private int declared(List<String> names) {
        return Math.max(Math.max(registers(names), comparisons(names)), indicators(names));
    }

    /** What is declared of statistical indicators in the folders. */
    private int indicators(List<String> names) {
        var result = GOOD;
        for (var name : names) {
            if (IndicatorPacks.isIn(Path.of(name))) {
                var reading = IndicatorPacks.readAll(Path.of(name));
                reading.problems().forEach(this::print);
                reading.topics()
                        .forEach(topic -> say(
                                "command.indicators-good",
                                topic.code(),
                                String.valueOf(topic.indicators().size())));
                result = reading.hasErrors() ? PROBLEMS : result;
            }
        }
        return result;
    }

    /** What is declared of comparisons in the folders. */
    private int comparisons(List<String> names) {
        var result = GOOD;
        for (var name : names) {
            if (ComparisonPacks.isIn(Path.of(name))) {
                var reading = ComparisonPacks.readAll(Path.of(name));
                reading.problems().forEach(this::print);
                reading.jobs()
                        .forEach(job -> say("command.comparison-good", job.code(), String.join(", ", job.flows())));
                result = reading.hasErrors() ? PROBLEMS : result;
            }
        }
        return result;
    }

    /** What is declared of registers in the folders. */
    private int registers(List<String> names) {
        var result = GOOD;
        for (var name : names) {
            var folder = Path.of(name);
            if (PackReader.registerFolders(folder).isEmpty()) {
                continue;
            }
            var reading = Files.isRegularFile(folder.resolve("pack.yaml"))
                    ? RegisterPacks.read(folder)
                    : RegisterPacks.readAll(folder);
            reading.problems().forEach(this::print);
            reading.registers()
                    .forEach(register -> say(
                            "command.register-good",
                            register.code(),
                            String.valueOf(register.attributes().size()),
                            String.valueOf(register.sources().size()),
                            String.valueOf(register.relations().size())));
            result = reading.hasErrors() ? PROBLEMS : result;
        }
        return result;
    }

    private int test(List<PackReading> readings) {
        var found = GOOD;
        for (var pack : packs(readings)) {
            for (var result : ScenarioRunner.run(pack)) {
                var title = result.scenario().title();
                out.println((result.isPassed() ? "✔ " : "✘ ") + title.zh() + " / " + title.en());
                result.misses().forEach(this::print);
                found = result.isPassed() ? found : PROBLEMS;
            }
        }
        return found;
    }

    private int graph(List<PackReading> readings) {
        packs(readings).forEach(pack -> out.print(PackGraph.mermaid(pack)));
        var broken = readings.stream().anyMatch(PackReading::hasErrors);
        if (broken) {
            check(readings);
        }
        return broken ? PROBLEMS : GOOD;
    }

    private static List<Pack> packs(List<PackReading> readings) {
        return readings.stream().flatMap(reading -> reading.packs().stream()).toList();
    }

    private void print(PackProblem problem) {
        out.println(problem.file() + ":" + problem.line() + " "
                + (problem.severity() == Severity.ERROR ? "✘ " : "⚠ ")
                + problem.text(Language.ZH)
                + problem.fix(Language.ZH));
        out.println("    " + problem.text(Language.EN) + " " + problem.fix(Language.EN));
    }

    private void say(String code, String... args) {
        for (var language : Language.values()) {
            out.println(SENTENCES.say(language, code, List.of(args)));
        }
    }
}

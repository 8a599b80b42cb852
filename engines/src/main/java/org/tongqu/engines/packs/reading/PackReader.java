package org.tongqu.engines.packs.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.engines.cases.process.Process;
import org.tongqu.engines.cases.process.ProcessProblem;
import org.tongqu.engines.cases.process.ProcessReader;
import org.tongqu.engines.cases.process.RuleGraph;
import org.tongqu.engines.cases.process.RuleGraphReader;
import org.tongqu.engines.cases.process.Surroundings;
import org.tongqu.engines.packs.Demo;
import org.tongqu.engines.packs.Pack;
import org.tongqu.engines.packs.reading.Parts.ProcessRead;
import org.tongqu.engines.packs.reading.Parts.Results;
import org.tongqu.engines.schema.Schema;
import org.tongqu.engines.schema.SchemaProblem;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.text.Language;

/**
 * Reads packs from their folders and checks that all their parts fit each other.
 *
 * <p>Every part is read even when another is broken, so that one reading shows all that can be shown; parts are
 * compared only when each is good in itself.
 */
public final class PackReader {

    static final String MANIFEST = "pack.yaml";

    /** Stands on a line of its own in the manifest of a pack that is no service. */
    private static final String OF_REGISTERS = "kind: registers";

    private static final String OF_COMPARISONS = "kind: comparisons";

    private static final String OF_INDICATORS = "kind: indicators";

    private final String expected;
    private final PackFolder files;
    private final Problems problems;

    private PackReader(String expected, PackFolder files, Problems problems) {
        this.expected = expected;
        this.files = files;
        this.problems = problems;
    }

    /**
     * Reads one pack.
     *
     * @throws UncheckedIOException when the folder cannot be read at all
     */
    public static PackReading read(Path folder) {
        return read(folder, new Problems());
    }

    /**
     * Reads a pack that matters were opened with. The checks of today say what may be published; they never say that
     * an open matter cannot go on, so what they find is in the problems and the pack is there all the same. Only a
     * folder from which no form, schema or process can be had gives none.
     *
     * @throws UncheckedIOException when the folder cannot be read at all
     */
    public static PackReading readKept(Path folder) {
        return read(folder, Problems.ofKept());
    }

    /**
     * Reads one pack that lies in no folder.
     *
     * @param id    {@code owner/service}, as its folders would be called
     * @param files by their names in the folder
     */
    public static PackReading read(String id, Map<String, byte[]> files) {
        var problems = new Problems();
        var pack = new PackReader(id, PackFolder.of(files, problems), problems).pack();
        return new PackReading(pack.stream().toList(), problems.all());
    }

    private static PackReading read(Path folder, Problems problems) {
        try {
            var place = folder.toAbsolutePath().normalize();
            var pack = new PackReader(id(place), PackFolder.read(place, problems), problems).pack();
            return new PackReading(pack.stream().toList(), problems.all());
        } catch (IOException broken) {
            throw new UncheckedIOException("Cannot read the folder " + folder, broken);
        }
    }

    /** Reads every folder {@code owner/service} below the root that has a {@code pack.yaml}. */
    public static PackReading readAll(Path root) {
        List<Pack> packs = new ArrayList<>();
        List<PackProblem> problems = new ArrayList<>();
        for (var folder : folders(root)) {
            var reading = read(folder);
            packs.addAll(reading.packs());
            var prefix = root.toAbsolutePath()
                            .normalize()
                            .relativize(folder.toAbsolutePath().normalize())
                    + "/";
            reading.problems()
                    .forEach(problem -> problems.add(new PackProblem(
                            prefix + problem.file(),
                            problem.line(),
                            problem.severity(),
                            problem.code(),
                            problem.args())));
        }
        return new PackReading(packs, problems);
    }

    /** The folders of services below a root, or the root itself when it is one. */
    public static List<Path> folders(Path root) {
        return manifests(root).stream()
                .filter(folder ->
                        !says(folder, OF_REGISTERS) && !says(folder, OF_COMPARISONS) && !says(folder, OF_INDICATORS))
                .toList();
    }

    /** The folders below a root that declare registers, or the root itself. */
    public static List<Path> registerFolders(Path root) {
        return manifests(root).stream()
                .filter(folder -> says(folder, OF_REGISTERS))
                .toList();
    }

    /** The folders below a root that declare comparisons, or the root itself. */
    public static List<Path> comparisonFolders(Path root) {
        return manifests(root).stream()
                .filter(folder -> says(folder, OF_COMPARISONS))
                .toList();
    }

    /** The folders below a root that declare statistical indicators, or the root itself. */
    public static List<Path> indicatorFolders(Path root) {
        return manifests(root).stream()
                .filter(folder -> says(folder, OF_INDICATORS))
                .toList();
    }

    private static boolean says(Path folder, String kind) {
        try {
            var text = new String(Files.readAllBytes(folder.resolve(MANIFEST)), StandardCharsets.UTF_8);
            return text.lines().anyMatch(line -> line.strip().equals(kind));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read the folder " + folder, unreadable);
        }
    }

    private static List<Path> manifests(Path root) {
        if (Files.isRegularFile(root.resolve(MANIFEST))) {
            return List.of(root);
        }
        try (var walk = Files.walk(root, 3)) {
            return walk.filter(path -> path.getFileName().toString().equals(MANIFEST))
                    .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("Cannot read the folder " + root, broken);
        }
    }

    private static String id(Path folder) {
        var names = folder.getNameCount();
        return names < 2 ? "" : folder.subpath(names - 2, names).toString().replace('\\', '/');
    }

    private Optional<Pack> pack() {
        var root = files.yaml(MANIFEST, new Spot(MANIFEST, 1), problems);
        if (root.isEmpty()) {
            return Optional.empty();
        }
        var manifest = ManifestReader.read(root.get());
        folderName(manifest);
        var parts = parts(files, manifest);
        if (parts.isEmpty() || problems.forbid()) {
            return Optional.empty();
        }
        if (problems.areOfKept()) {
            return Optional.of(pack(parts.get(), files.hash()));
        }
        new FormChecks(parts.get(), problems).check();
        new ProcessChecks(parts.get(), problems).check();
        new FactChecks(parts.get(), problems).check();
        new NoticeChecks(parts.get(), problems).check();
        new ScenarioChecks(parts.get(), problems).check();
        return problems.hasErrors() ? Optional.empty() : Optional.of(pack(parts.get(), files.hash()));
    }

    private Optional<Parts> parts(PackFolder files, Manifest manifest) {
        var form = files.yaml(manifest.files().form(), manifest.spot("form"), problems)
                .map(section -> FormReader.read(section, files));
        var schema = schema(files, manifest);
        var process = process(files, manifest);
        var reader = new ResultReader(files, problems);
        var results = new Results(
                reader.documents(),
                reader.registerWrites(),
                reader.publications(),
                reader.roles(),
                reader.bodies(),
                reader.spots());
        var notices = new NoticeReader(files, problems).read();
        var supervision =
                new SupervisionReader(files, problems).read(manifest.clocks(), process.map(ProcessRead::process));
        var texts = TextsReader.read(files, problems);
        var scenarios = new ScenarioReader(files, problems).read();
        var demo = DemoReader.read(files, problems);
        ExchangeReader.read(files, problems);
        if (form.isEmpty() || schema.isEmpty() || process.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Parts(
                manifest.with(SupervisionReader.watched(manifest.clocks(), supervision.clocks())),
                form.get(),
                schema.get(),
                process.get(),
                results,
                notices,
                supervision,
                texts,
                scenarios,
                demo));
    }

    private void folderName(Manifest manifest) {
        if (!manifest.id().isEmpty() && !manifest.id().equals(expected)) {
            problems.error(manifest.spot("pack"), "pack-folder", manifest.id(), expected);
        } else if (!manifest.id().startsWith(manifest.owner() + "/")) {
            problems.error(manifest.spot("owner"), "pack-owner", manifest.owner(), manifest.id());
        }
    }

    private Optional<Schema> schema(PackFolder files, Manifest manifest) {
        var file = manifest.files().schema();
        var bytes = files.find(file);
        if (bytes.isEmpty()) {
            problems.error(manifest.spot("schema"), "pack-file-missing", file);
            return Optional.empty();
        }
        return switch (problems.areOfKept() ? Schema.readKept(bytes.get()) : Schema.read(bytes.get())) {
            case Outcome.Done<Schema, List<SchemaProblem>>(var schema) -> Optional.of(schema);
            case Outcome.Refused<Schema, List<SchemaProblem>>(var found) -> {
                found.forEach(problem -> problems.error(
                        new Spot(file, problem.line()),
                        problem.code(),
                        problem.args().toArray()));
                yield Optional.empty();
            }
        };
    }

    private Optional<ProcessRead> process(PackFolder files, Manifest manifest) {
        var file = manifest.files().process();
        var bytes = files.find(file);
        if (bytes.isEmpty()) {
            problems.error(manifest.spot("process"), "pack-file-missing", file);
            return Optional.empty();
        }
        var decisions = decisions(files);
        var around = new Surroundings(decisions, others(files, file));
        return switch (problems.areOfKept()
                ? ProcessReader.readKept(file, bytes.get(), around)
                : ProcessReader.read(file, bytes.get(), around)) {
            case Outcome.Done<Process, List<ProcessProblem>>(var process) ->
                Optional.of(new ProcessRead(process, file, bytes.get(), decisions));
            case Outcome.Refused<Process, List<ProcessProblem>>(var found) -> {
                found.forEach(this::drawnWrong);
                yield Optional.empty();
            }
        };
    }

    /** The process files besides the one every case runs by. */
    private static Map<String, byte[]> others(PackFolder files, String main) {
        Map<String, byte[]> others = new LinkedHashMap<>();
        for (var file : files.in("process", ".bpmn")) {
            if (!file.equals(main)) {
                others.put(file, files.find(file).orElseThrow());
            }
        }
        return others;
    }

    /** The decisions in the folder of rules. */
    private List<RuleGraph> decisions(PackFolder files) {
        List<RuleGraph> decisions = new ArrayList<>();
        for (var file : files.in("rules", ".dmn")) {
            var bytes = files.find(file).orElseThrow();
            var read = problems.areOfKept() ? RuleGraphReader.readKept(file, bytes) : RuleGraphReader.read(file, bytes);
            switch (read) {
                case Outcome.Done<List<RuleGraph>, List<ProcessProblem>>(var inFile) -> {
                    inFile.stream()
                            .filter(one -> decisions.stream()
                                    .anyMatch(other -> other.id().equals(one.id())))
                            .forEach(one -> problems.error(new Spot(file, 1), "table-twice", one.id()));
                    decisions.addAll(inFile);
                }
                case Outcome.Refused<List<RuleGraph>, List<ProcessProblem>>(var found) ->
                    found.forEach(this::drawnWrong);
            }
        }
        return decisions;
    }

    private void drawnWrong(ProcessProblem problem) {
        problems.error(
                new Spot(problem.file(), Math.max(1, problem.line())),
                "process-problem",
                problem.elementId(),
                problem.text(),
                problem.fix(),
                problem.text(Language.EN),
                problem.fix(Language.EN));
    }

    private static Pack pack(Parts parts, String hash) {
        var manifest = parts.manifest();
        var results = parts.results();
        Demo demo = parts.demo();
        return new Pack(
                manifest.id(),
                manifest.version(),
                manifest.owner(),
                manifest.title(),
                manifest.summary(),
                manifest.item(),
                parts.form().form(),
                parts.schema(),
                parts.process().process(),
                manifest.clocks(),
                manifest.clockBases(),
                manifest.dispatch(),
                results.documents(),
                results.registerWrites(),
                results.publications(),
                parts.notices().notices(),
                parts.supervision().clocks(),
                parts.supervision().rules(),
                results.roles(),
                results.bodies(),
                parts.texts().texts(),
                parts.scenarios(),
                demo,
                hash);
    }
}

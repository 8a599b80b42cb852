package org.tongqu.engines.packs.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.comparisons.ComparisonJob.Trait;
import org.tongqu.engines.comparisons.Condition;
import org.tongqu.engines.comparisons.CounterCheck;
import org.tongqu.engines.comparisons.RegisterSide;
import org.tongqu.engines.comparisons.Side;
import org.tongqu.engines.exchanges.Column;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.engines.registers.Attribute;
import org.tongqu.engines.registers.Register;
import org.tongqu.engines.schema.Property.Sensitivity;

/**
 * Reads packs that declare comparisons: a {@code pack.yaml} that says {@code kind: comparisons}, and a file for each job
 * beside it in {@code comparisons/}, for each check at the counter in {@code checks/}. Where the pack has flows of its own in {@code exchanges/}, the columns that a job names
 * are looked up in them; a flow that is declared elsewhere is looked up when the program starts. Registers that jobs name
 * are looked up in the packs of registers below the same root, where there are any.
 */
public final class ComparisonPacks {

    private final Problems problems = new Problems();
    private final Map<String, String> known = new HashMap<>();
    private final List<ComparisonJob> jobs = new ArrayList<>();
    private final List<CounterCheck> checks = new ArrayList<>();
    private final List<Register> registers;

    private ComparisonPacks(List<Register> registers) {
        this.registers = registers;
    }

    /**
     * Reads all packs of comparisons below the root, or the root itself when it is one.
     *
     * @throws UncheckedIOException when a folder cannot be read at all
     */
    public static ComparisonReading readAll(Path root) {
        return readAll(root, RegisterPacks.readAll(root).registers());
    }

    /** As {@link #readAll(Path)}, where the registers are known already. */
    public static ComparisonReading readAll(Path root, List<Register> registers) {
        var packs = new ComparisonPacks(registers);
        var base = root.toAbsolutePath().normalize();
        for (var folder : PackReader.comparisonFolders(root)) {
            var place = folder.toAbsolutePath().normalize();
            var prefix = base.relativize(place).toString();
            packs.read(place, prefix.isEmpty() ? "" : prefix + "/");
        }
        var all = packs.problems.all();
        return packs.problems.hasErrors()
                ? new ComparisonReading(List.of(), List.of(), all)
                : new ComparisonReading(packs.jobs, packs.checks, all);
    }

    private void read(Path folder, String prefix) {
        var found = new Problems();
        try {
            var files = PackFolder.read(folder, found);
            files.yaml(PackReader.MANIFEST, new Spot(PackReader.MANIFEST, 1), found)
                    .ifPresent(root -> RegisterPacks.manifest(folder, root));
            var flows = ExchangeReader.read(files, found);
            var before = jobs.size() + checks.size();
            for (var file : files.in("comparisons", ".yaml")) {
                files.yaml(file, new Spot(file, 1), found).ifPresent(root -> take(root, flows, prefix + file));
            }
            for (var file : files.in("checks", ".yaml")) {
                files.yaml(file, new Spot(file, 1), found).ifPresent(root -> takeCheck(root, flows, prefix + file));
            }
            if (jobs.size() + checks.size() == before && !found.hasErrors()) {
                found.error(new Spot(PackReader.MANIFEST, 1), "comparison-none");
            }
            found.all().forEach(problem -> problems.take(problem, prefix));
        } catch (IOException broken) {
            throw new UncheckedIOException("Cannot read the folder " + folder, broken);
        }
    }

    private void take(Section root, List<Flow> flows, String file) {
        var job = ComparisonReader.read(root);
        var before = known.putIfAbsent(job.code(), file);
        if (before != null) {
            root.problems().error(root.at("comparison"), "comparison-twice", job.code(), before);
        }
        checkColumns(root, "about", job.about(), job.traits().stream().map(Trait::about), flows);
        job.against()
                .ifPresent(side -> checkColumns(
                        root, "against", side, job.traits().stream().map(Trait::against), flows));
        job.register().ifPresent(side -> checkRegister(root, job, side));
        jobs.add(job);
    }

    private void takeCheck(Section root, List<Flow> flows, String file) {
        var check = ComparisonReader.check(root);
        var before = known.putIfAbsent("checks/" + check.code(), file);
        if (before != null) {
            root.problems().error(root.at("check"), "comparison-twice", check.code(), before);
        }
        check.queries().forEach(query -> checkColumns(root, "questions", query.side(), Stream.of(), flows));
        checks.add(check);
    }

    private void checkRegister(Section root, ComparisonJob job, RegisterSide side) {
        if (registers.isEmpty()) {
            return;
        }
        var register = registers.stream()
                .filter(one -> one.code().equals(side.register()))
                .findFirst();
        if (register.isEmpty()) {
            var names = registers.stream().map(Register::code).toList();
            root.problems()
                    .error(
                            root.at("against"),
                            "comparison-register",
                            side.register(),
                            Nearest.to(side.register(), names));
        }
        register.ifPresent(known -> checkAttributes(root, job, side, known));
    }

    private static void checkAttributes(Section root, ComparisonJob job, RegisterSide side, Register register) {
        var names = register.attributes().stream().map(Attribute::name).toList();
        side.attributes(job).stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> root.problems()
                        .error(
                                root.at("against"),
                                "comparison-attribute",
                                name,
                                register.code(),
                                Nearest.to(name, names)));
        side.where().stream()
                .map(Condition::column)
                .filter(name ->
                        register.findAttribute(name).filter(Attribute::isSealed).isPresent())
                .forEach(name -> root.problems().error(root.at("against"), "comparison-sealed", name, register.code()));
        if ((job.sensitivity() == Sensitivity.PUBLIC || job.sensitivity() == Sensitivity.INTERNAL)
                && register.attributes().stream()
                        .anyMatch(attribute ->
                                attribute.isMasked() && side.told(job).contains(attribute.name()))) {
            root.problems().error(root.at("sensitivity"), "comparison-register-sensitivity", register.code());
        }
    }

    private static void checkColumns(Section root, String key, Side side, Stream<String> traits, List<Flow> flows) {
        find(flows, side.flow()).ifPresent(flow -> {
            var names = flow.columns().stream().map(Column::name).toList();
            Stream.concat(side.columns().stream(), traits)
                    .distinct()
                    .filter(name -> !names.contains(name))
                    .forEach(name -> root.problems()
                            .error(root.at(key), "comparison-column", name, flow.id(), Nearest.to(name, names)));
        });
    }

    private static Optional<Flow> find(List<Flow> flows, String id) {
        return flows.stream().filter(flow -> flow.id().equals(id)).findFirst();
    }

    /** Whether there is anything of the kind in the folder. */
    public static boolean isIn(Path folder) {
        return Files.isDirectory(folder)
                && !PackReader.comparisonFolders(folder).isEmpty();
    }
}

package org.tongqu.engines.packs.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongqu.engines.registers.Register;

/**
 * Reads packs that declare registers: a {@code pack.yaml} that says {@code kind: registers}, and a file for each register
 * beside it in {@code registers/}. Registers name each other across packs, so all packs below the root are read together.
 */
public final class RegisterPacks {

    private final Map<String, RegisterFile> known = new LinkedHashMap<>();

    /** A register with the places to which problems are tied. */
    record RegisterFile(Register register, Map<String, Spot> spots) {}

    private RegisterPacks() {}

    /**
     * Reads all packs of registers below the root.
     *
     * @throws UncheckedIOException when a folder cannot be read at all
     */
    public static RegisterReading readAll(Path root) {
        return read(root, PackReader.registerFolders(root));
    }

    /** Reads one pack; those beside it are read too, for its registers to lead to, and nothing is said of them. */
    public static RegisterReading read(Path folder) {
        var whole = folder.toAbsolutePath().normalize();
        var owner = whole.getParent();
        var root = owner == null ? null : owner.getParent();
        var packs = new RegisterPacks();
        if (root != null) {
            PackReader.registerFolders(root).stream()
                    .filter(other -> !other.toAbsolutePath().normalize().equals(whole))
                    .forEach(other -> packs.read(other, "", new Problems()));
        }
        var problems = new Problems();
        var own = packs.read(whole, "", problems);
        packs.link(own, problems);
        return packs.reading(own, problems);
    }

    private static RegisterReading read(Path root, List<Path> folders) {
        var packs = new RegisterPacks();
        var problems = new Problems();
        var base = root.toAbsolutePath().normalize();
        List<RegisterFile> all = new ArrayList<>();
        for (var folder : folders) {
            var prefix = base.relativize(folder.toAbsolutePath().normalize()).toString();
            all.addAll(packs.read(folder, prefix.isEmpty() ? "" : prefix + "/", problems));
        }
        packs.link(all, problems);
        return packs.reading(all, problems);
    }

    private RegisterReading reading(List<RegisterFile> own, Problems problems) {
        var all = problems.all();
        return new RegisterReading(
                problems.hasErrors()
                        ? List.of()
                        : own.stream().map(RegisterFile::register).toList(),
                all);
    }

    private List<RegisterFile> read(Path folder, String prefix, Problems problems) {
        try {
            var found = new Problems();
            var files = PackFolder.read(folder, found);
            var registers = registers(folder, files, found);
            found.all().forEach(problem -> problems.take(problem, prefix));
            return registers.stream().map(file -> moved(file, prefix)).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("Cannot read the folder " + folder, broken);
        }
    }

    private static RegisterFile moved(RegisterFile file, String prefix) {
        Map<String, Spot> spots = new LinkedHashMap<>();
        file.spots().forEach((name, spot) -> spots.put(name, new Spot(prefix + spot.file(), spot.line())));
        return new RegisterFile(file.register(), spots);
    }

    private List<RegisterFile> registers(Path folder, PackFolder files, Problems problems) {
        var manifest = PackReader.MANIFEST;
        files.yaml(manifest, new Spot(manifest, 1), problems).ifPresent(root -> manifest(folder, root));
        List<RegisterFile> registers = new ArrayList<>();
        for (var file : files.in("registers", ".yaml")) {
            files.yaml(file, new Spot(file, 1), problems).ifPresent(root -> {
                var read = RegisterReader.read(root);
                var code = read.register().code();
                var before = known.putIfAbsent(code, read);
                if (before != null) {
                    problems.error(root.at("register"), "register-twice", code);
                } else {
                    registers.add(read);
                }
            });
        }
        if (registers.isEmpty() && !problems.hasErrors()) {
            problems.error(new Spot(manifest, 1), "register-none");
        }
        return registers;
    }

    /** What stands in the manifest of a pack that holds declarations and no service. */
    static void manifest(Path folder, Section root) {
        var problems = root.problems();
        root.text("kind");
        root.text("version");
        root.label("title");
        root.label("summary");
        var id = root.text("pack");
        var names = folder.toAbsolutePath().normalize();
        var expected = names.subpath(names.getNameCount() - 2, names.getNameCount())
                .toString()
                .replace('\\', '/');
        if (!id.isEmpty() && !id.equals(expected)) {
            problems.error(root.at("pack"), "pack-folder", id, expected);
        }
        root.done();
    }

    private void link(List<RegisterFile> own, Problems problems) {
        for (var file : own) {
            for (var relation : file.register().relations()) {
                if (!known.containsKey(relation.to())) {
                    problems.error(
                            file.spots().getOrDefault("relation." + relation.name(), new Spot("?", 1)),
                            "register-relation-to",
                            relation.to(),
                            Nearest.to(relation.to(), known.keySet()));
                }
            }
        }
    }
}

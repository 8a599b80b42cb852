package org.tongqu.engines.packs.reading;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tongqu.engines.yaml.YamlReader;
import org.tongqu.engines.yaml.YamlValue.Mapping;
import org.tongqu.kernel.Outcome;

/** All files of one pack, read once. Links are not followed: a pack is what lies in its folder. */
final class PackFolder {

    private static final int MOST_FILES = 300;
    private static final long LARGEST = 2 << 20;

    private final Map<String, byte[]> files;

    private PackFolder(Map<String, byte[]> files) {
        this.files = Collections.unmodifiableMap(files);
    }

    /** One file that stands alone. */
    static PackFolder of(String file, byte[] bytes) {
        return new PackFolder(Map.of(file, bytes));
    }

    /** Files that lie in no folder. */
    static PackFolder of(Map<String, byte[]> files, Problems problems) {
        Map<String, byte[]> read = new TreeMap<>();
        if (files.size() > MOST_FILES) {
            problems.error(new Spot("pack.yaml", 1), "pack-too-many-files", MOST_FILES);
            return new PackFolder(read);
        }
        files.forEach((name, bytes) -> {
            if (bytes.length > LARGEST) {
                problems.error(new Spot(name, 1), "yaml-too-large", LARGEST / 1024);
            } else {
                read.put(name, bytes.clone());
            }
        });
        return new PackFolder(read);
    }

    static PackFolder read(Path folder, Problems problems) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        List<Path> found;
        try (var walk = Files.walk(folder, 4)) {
            found = walk.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(path -> !path.getFileName().toString().startsWith("."))
                    .limit(problems.areOfKept() ? Long.MAX_VALUE : MOST_FILES + 1L)
                    .toList();
        }
        if (found.size() > MOST_FILES && !problems.areOfKept()) {
            problems.error(new Spot("pack.yaml", 1), "pack-too-many-files", MOST_FILES);
            return new PackFolder(files);
        }
        for (var path : found) {
            var name = folder.relativize(path).toString().replace('\\', '/');
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                problems.error(new Spot(name, 1), "pack-file-link");
            } else if (Files.size(path) > LARGEST && !problems.areOfKept()) {
                problems.error(new Spot(name, 1), "yaml-too-large", LARGEST / 1024);
            } else {
                files.put(name, Files.readAllBytes(path));
            }
        }
        return new PackFolder(files);
    }

    Optional<byte[]> find(String file) {
        return Optional.ofNullable(files.get(file)).map(byte[]::clone);
    }

    boolean has(String file) {
        return files.containsKey(file);
    }

    /** Files directly in a sub-folder with this ending, by name. */
    List<String> in(String subfolder, String ending) {
        return files.keySet().stream()
                .filter(name -> name.startsWith(subfolder + "/") && name.endsWith(ending))
                .filter(name -> name.indexOf('/', subfolder.length() + 1) < 0)
                .toList();
    }

    Iterable<String> names() {
        return files.keySet();
    }

    /** Reads a YAML file whose top is named values. */
    Optional<Section> yaml(String file, Spot askedAt, Problems problems) {
        var bytes = find(file);
        if (bytes.isEmpty()) {
            problems.error(askedAt, "pack-file-missing", file);
            return Optional.empty();
        }
        return switch (YamlReader.read(bytes.get())) {
            case Outcome.Done<?, ?>(Mapping mapping) -> Optional.of(new Section(problems, file, mapping));
            case Outcome.Done<?, ?> other -> {
                problems.error(new Spot(file, 1), "yaml-not-mapping");
                yield Optional.empty();
            }
            case Outcome.Refused<?, org.tongqu.engines.yaml.YamlProblem>(var problem) -> {
                problems.error(
                        new Spot(file, problem.line()),
                        problem.code(),
                        problem.args().toArray());
                yield Optional.empty();
            }
        };
    }

    /** SHA-256 over names and contents, each with its length before it, so that nothing can be moved between files. */
    String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, bytes) -> {
                var label = name.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(8)
                        .putInt(label.length)
                        .putInt(bytes.length)
                        .array());
                digest.update(label);
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}

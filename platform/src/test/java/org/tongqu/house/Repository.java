package org.tongqu.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of the repository as they are on the disk, without what was built from them. */
public final class Repository {

    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".m2", "node_modules");

    private Repository() {}

    /** The folder that holds the pom of all modules, wherever the test was started. */
    static Path root() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("kernel")) && Files.isDirectory(folder.resolve("platform"))) {
                return folder;
            }
        }
        throw new IllegalStateException(
                "Not started inside the repository: " + Path.of("").toAbsolutePath());
    }

    /** Every file below the folder, in order; none when there is no such folder. */
    public static List<Path> files(String folder) {
        var start = root().resolve(folder);
        var found = new ArrayList<Path>();
        if (!Files.isDirectory(start)) {
            return found;
        }
        try {
            Files.walkFileTree(start, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                    var skipped = NOT_OURS.contains(dir.getFileName().toString()) || dir.equals(root().resolve("data"));
                    return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    found.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        found.sort(null);
        return found;
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The path as people write it: from the root, with slashes. */
    static String name(Path file) {
        return root().relativize(file).toString().replace('\\', '/');
    }
}

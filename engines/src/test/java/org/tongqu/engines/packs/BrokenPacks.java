package org.tongqu.engines.packs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tongqu.engines.packs.reading.PackReader;
import org.tongqu.engines.packs.reading.PackReading;

/** A shipped pack with one thing broken. */
final class BrokenPacks {

    private BrokenPacks() {}

    /** Copies the pack folder to the same owner and service below another root. */
    static Path copy(Path folder, Path root) {
        var names = folder.getNameCount();
        var target = root.resolve(folder.subpath(names - 2, names).toString());
        try (var files = Files.walk(folder)) {
            for (var file : files.toList()) {
                var to = target.resolve(folder.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
            return target;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What the reader says after the first {@code from} of the file was replaced. */
    static PackReading after(Path root, String file, String from, String to) {
        var copy = copy(PackReader.folders(RealPacks.root()).getFirst(), root);
        try {
            var path = copy.resolve(file);
            var text = Files.readString(path);
            if (!text.contains(from)) {
                throw new IllegalArgumentException(file + " does not contain " + from);
            }
            var at = text.indexOf(from);
            Files.writeString(path, text.substring(0, at) + to + text.substring(at + from.length()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return PackReader.read(copy);
    }

    /** The line of the file on which the text stands. */
    static int lineOf(String file, String text) {
        try {
            var whole = Files.readString(
                    PackReader.folders(RealPacks.root()).getFirst().resolve(file));
            return 1
                    + (int) whole.substring(0, whole.indexOf(text))
                            .chars()
                            .filter(sign -> sign == '\n')
                            .count();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

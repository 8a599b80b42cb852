package org.tongqu.platform.matter.services.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.tongqu.engines.packs.Pack;
import org.tongqu.engines.packs.reading.PackReader;
import org.tongqu.engines.packs.reading.PackReading;

/** Files of a pack as the folder that packs are read from, for as long as it is read. */
public final class Unfolded {

    private static final Logger LOG = LoggerFactory.getLogger(Unfolded.class);

    private Unfolded() {}

    /** As a pack that somebody wants to publish. */
    public static PackReading check(String packId, Map<String, byte[]> files) {
        return in(packId, files, PackReader::read);
    }

    /** As a pack that matters were opened with. */
    public static Pack kept(String packId, Map<String, byte[]> files) {
        var reading = in(packId, files, PackReader::readKept);
        return reading.packs().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Cannot read pack " + packId + ":\n" + PackShelf.lines(reading.problems())));
    }

    private static PackReading in(String packId, Map<String, byte[]> files, Function<Path, PackReading> read) {
        Path root = null;
        try {
            root = Files.createTempDirectory("tongqu-pack");
            var folder = root.resolve(packId);
            Files.createDirectories(folder);
            for (var file : files.entrySet()) {
                write(folder, file.getKey(), file.getValue());
            }
            return read.apply(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unfold the pack " + packId, e);
        } finally {
            if (root != null) {
                remove(root);
            }
        }
    }

    private static void write(Path folder, String name, byte[] bytes) throws IOException {
        var file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("The pack leads out of its folder: " + name);
        }
        Files.createDirectories(file.resolveSibling("."));
        Files.write(file, bytes);
    }

    private static void remove(Path root) {
        try {
            FileSystemUtils.deleteRecursively(root);
        } catch (IOException left) {
            LOG.warn("Could not remove the temporary folder {}", root, left);
        }
    }
}

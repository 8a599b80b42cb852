package org.tongqu.platform.matter.services.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.engines.packs.Pack;
import org.tongqu.engines.packs.reading.PackReader;

/** The packs a store keeps, read as they are kept. */
public final class KeptPacks {

    private static final Logger LOG = LoggerFactory.getLogger(KeptPacks.class);

    private KeptPacks() {}

    private record Kept(String packId, byte[] files) {}

    public static Pack byHash(JdbcClient jdbc, String contentHash) {
        return jdbc.sql("SELECT pack_id, files FROM services.pack_version WHERE content_hash = ?")
                .param(contentHash)
                .query((row, number) -> new Kept(row.getString(1), row.getBytes(2)))
                .optional()
                .map(KeptPacks::read)
                .orElseThrow(() -> new IllegalStateException("No content is kept for pack hash " + contentHash));
    }

    /** Of each pack the content that came to the store last. */
    public static List<Pack> newest(JdbcClient jdbc) {
        return jdbc.sql("""
                        SELECT DISTINCT ON (pack_id) pack_id, files FROM services.pack_version
                         ORDER BY pack_id, kept_at DESC, version DESC
                        """).query((row, number) -> new Kept(row.getString(1), row.getBytes(2))).list().stream()
                .map(KeptPacks::read)
                .toList();
    }

    private static Pack read(Kept kept) {
        Path root = null;
        try {
            root = Files.createTempDirectory("tongqu-pack");
            var folder = root.resolve(kept.packId());
            PackArchive.unpack(kept.files(), folder);
            var reading = PackReader.readKept(folder);
            return reading.packs().stream()
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "Cannot read kept pack " + kept.packId() + ":\n" + PackShelf.lines(reading.problems())));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack kept pack " + kept.packId(), e);
        } finally {
            if (root != null) {
                remove(root);
            }
        }
    }

    private static void remove(Path root) {
        var all = new ArrayList<Path>();
        try (var paths = Files.walk(root)) {
            paths.sorted(Comparator.reverseOrder()).forEach(all::add);
            for (var path : all) {
                Files.delete(path);
            }
        } catch (IOException left) {
            LOG.warn("Could not remove the temporary folder {}", root, left);
        }
    }
}

package org.tongqu.exchange.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongqu.engines.exchanges.FileFormat;
import org.tongqu.engines.exchanges.Flow;

/**
 * Checks a batch before anything of it is taken: who signed it and for which flow, each file's size and digest, and that each
 * can be read from its first row to its last. What holds for single rows is for the rules of the flow.
 */
public final class BatchCheck {

    private final Flow flow;
    private final String sender;
    private final Function<String, Optional<byte[]>> keys;

    /**
     * For the batches of a flow.
     *
     * @param sender name of the system they have to come from
     * @param keys the sender's open keys that hold now, by their ids
     */
    public BatchCheck(Flow flow, String sender, Function<String, Optional<byte[]>> keys) {
        this.flow = flow;
        this.sender = sender;
        this.keys = keys;
    }

    /** Whether the manifest is for this flow, of this sender and signed. */
    public Optional<BatchFault> findFault(Manifest manifest) {
        if (!manifest.flow().equals(flow.id())) {
            return Optional.of(BatchFault.of("other-flow", manifest.flow(), flow.id()));
        }
        if (!manifest.sender().equals(sender)) {
            return Optional.of(BatchFault.of("other-sender", manifest.sender(), sender));
        }
        var key = manifest.seal().flatMap(seal -> keys.apply(seal.key()));
        if (key.isEmpty()) {
            return Optional.of(BatchFault.of(
                    "unknown-key", manifest.seal().map(Manifest.Seal::key).orElse("-")));
        }
        return Seals.isTrue(manifest, key.get()) ? Optional.empty() : Optional.of(BatchFault.of("signature"));
    }

    /** Whether the files in a folder nobody else writes into are what the manifest says. */
    public Optional<BatchFault> findFault(Manifest manifest, Path folder) throws IOException {
        for (var part : manifest.files()) {
            var fault = findFault(part, folder.resolve(part.name()));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private Optional<BatchFault> findFault(Manifest.Part part, Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(BatchFault.of("file-missing", part.name()));
        }
        if (Files.size(file) != part.bytes()) {
            return Optional.of(BatchFault.of("size", part.name(), part.bytes(), Files.size(file)));
        }
        if (!digest(file).equals(part.sha256())) {
            return Optional.of(BatchFault.of("checksum", part.name()));
        }
        try {
            var rows = rows(flow.source().format().orElseThrow(), file, columns(flow));
            return rows == part.rows()
                    ? Optional.empty()
                    : Optional.of(BatchFault.of("rows", part.name(), part.rows(), rows));
        } catch (Unfit unfit) {
            return Optional.of(unfit.fault());
        }
    }

    /** The columns a file has to have. */
    public static List<String> columns(Flow flow) {
        return flow.fields().stream()
                .filter(name -> !name.equals(Flow.FILE_ROW))
                .toList();
    }

    /** How many rows a file has; all of them are read. */
    public static long rows(FileFormat format, Path file, List<String> columns) throws IOException, Unfit {
        var cells = new @Nullable String[columns.size()];
        var rows = 0L;
        try (var reading = FileReading.open(format, file, columns)) {
            while (reading.next(cells)) {
                rows++;
            }
        }
        return rows;
    }

    public static String digest(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256, this one does not", missing);
        }
    }
}

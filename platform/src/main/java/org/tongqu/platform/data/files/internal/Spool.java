package org.tongqu.platform.data.files.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.file.Manifest;
import org.tongqu.exchange.source.FileTable;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.files.Delivery;
import org.tongqu.platform.data.files.UploadRefusal;

/** The folders: those in which batches arrive, and those from which runs read, which nobody writes into any more. */
@Component
public class Spool {

    /** How uploads are named of which nobody knows yet what they are. */
    public static final String UNNAMED = "unnamed-";

    private static final int PIECE = 1 << 16;

    private final Path root;

    Spool(Environment environment) {
        var data = Path.of(environment.getProperty("tongqu.data", "data"));
        this.root = Path.of(environment.getProperty(
                        "tongqu.files.folder", data.resolve("files").toString()))
                .toAbsolutePath();
    }

    /** Where a batch arrives. @param token of its upload, made here */
    public Path arriving(String token) {
        return root.resolve("arriving").resolve(token);
    }

    /** A file of people's own before it is known what it is. */
    public Path unnamed(String token) {
        return root.resolve("arriving").resolve(UNNAMED + token);
    }

    private Path system(String system) {
        return root.resolve("batches").resolve(system);
    }

    /** Where runs read a batch. */
    Path placed(Manifest manifest, long number) {
        return system(manifest.sender()).resolve(manifest.flow()).resolve(FileTable.number(number));
    }

    /** Where files are written that are no batch yet. */
    Path making(String token) {
        return root.resolve("making").resolve(token);
    }

    /** The files of a batch that was made for another system, with its manifest. */
    public Path delivered(Delivery delivery) {
        return delivered(delivery.flow(), delivery.number());
    }

    private Path delivered(String flow, long number) {
        return root.resolve("delivered").resolve(flow).resolve(FileTable.number(number));
    }

    /** Moves a batch that was written aside to where it is fetched. */
    void placeDelivery(Path aside, String flow, long number) {
        var to = delivered(flow, number);
        try {
            Files.createDirectories(to.getParent());
            keepOlder(to);
            Files.move(aside, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }

    /** Of a store that was put back to an earlier day, or of a program that ended too early: kept, and no longer read. */
    private static void keepOlder(Path place) throws IOException {
        if (Files.isDirectory(place)) {
            Files.move(place, place.resolveSibling(place.getFileName() + "-before-" + UUID.randomUUID()));
        }
    }

    /** Takes a file away that may be gone already. */
    void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }

    /** What programs left that ended while they wrote, and uploads that nobody goes on with. */
    void dropForgotten(Instant before) {
        dropForgotten(root.resolve("making"), "", before);
        dropForgotten(root.resolve("arriving"), UNNAMED, before);
    }

    private void dropForgotten(Path folder, String begins, Instant before) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var all = Files.list(folder)) {
            for (var each : all.filter(one -> one.getFileName().toString().startsWith(begins))
                    .toList()) {
                if (lastWritten(each).isBefore(before)) {
                    drop(each);
                }
            }
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }

    private static Instant lastWritten(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            var last = Instant.EPOCH;
            for (var each : all.toList()) {
                var written = Files.getLastModifiedTime(each).toInstant();
                last = written.isAfter(last) ? written : last;
            }
            return last;
        }
    }

    /** From where the exchange reads what a system delivered. */
    public Login login(String system) {
        return FileTable.login(system(system));
    }

    /** How much of a file is here. */
    public long offset(String token, Manifest.Part part) {
        try {
            var file = arriving(token).resolve(part.name());
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.size(file) : 0;
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }

    /**
     * Puts a piece behind what is here; what has come stays, also when the sender breaks off.
     *
     * @return where the file ends now
     */
    public Outcome<Long, UploadRefusal> append(String token, Manifest.Part part, long offset, InputStream piece)
            throws IOException {
        Files.createDirectories(arriving(token));
        var file = arriving(token).resolve(part.name());
        try (var channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                var lock = channel.tryLock()) {
            if (lock == null) {
                return Outcome.refused(new UploadRefusal.Busy());
            }
            if (channel.size() != offset) {
                return Outcome.refused(new UploadRefusal.WrongOffset(channel.size()));
            }
            try {
                return append(channel.position(offset), part.bytes(), piece);
            } finally {
                channel.force(true);
            }
        } catch (OverlappingFileLockException busy) {
            return Outcome.refused(new UploadRefusal.Busy());
        }
    }

    private static Outcome<Long, UploadRefusal> append(FileChannel channel, long most, InputStream piece)
            throws IOException {
        var buffer = new byte[PIECE];
        for (int read = piece.read(buffer); read >= 0; read = piece.read(buffer)) {
            if (channel.position() + read > most) {
                return Outcome.refused(new UploadRefusal.TooMuch(channel.position()));
            }
            for (var bytes = ByteBuffer.wrap(buffer, 0, read); bytes.hasRemaining(); ) {
                channel.write(bytes);
            }
        }
        return Outcome.done(channel.position());
    }

    /** Moves a batch to where runs read; done before when it is there. */
    void place(String token, long number, Manifest manifest) {
        var from = arriving(token);
        var to = placed(manifest, number);
        try {
            if (!Files.isDirectory(from) && Files.isRegularFile(to.resolve(Manifest.NAME))) {
                return;
            }
            Files.createDirectories(from);
            Files.createDirectories(to.getParent());
            keepOlder(to);
            Files.write(from.resolve(Manifest.NAME), manifest.json().getBytes(UTF_8));
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }

    /** Takes away what arrived of a batch. */
    public void drop(Path folder) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }
}

package org.tongqu.exchange.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import org.tongqu.exchange.parcels.Parcel;
import org.tongqu.exchange.parcels.ParcelBytes;
import org.tongqu.kernel.proof.FieldCipher;

/**
 * Parcels that the centre has not committed yet: sealed, on the disk before reading goes on, in the order in which they were
 * read. Takes no more than its bound; a parcel that is larger by itself is taken when there is no other.
 */
final class Spool {

    private static final String END = ".parcel";

    private final Path folder;
    private final FieldCipher cipher;
    private final long bound;
    private final TreeMap<Long, Kept> kept = new TreeMap<>();
    private long last;

    /** A parcel on the disk. @param order it belongs to */
    record Kept(long number, long order, Path file, long bytes) {}

    /** How much waits. */
    record Filling(int parcels, long bytes, long bound) {}

    private Spool(Path folder, FieldCipher cipher, long bound) {
        this.folder = folder;
        this.cipher = cipher;
        this.bound = bound;
    }

    /** With what an earlier program left. */
    static Spool open(Home home, long bound) {
        var spool = new Spool(home.folder().resolve("spool"), home.cipher("spool"), bound);
        try {
            if (!Files.isDirectory(spool.folder)) {
                Files.createDirectories(
                        spool.folder,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            try (var files = Files.newDirectoryStream(spool.folder)) {
                for (var file : files) {
                    spool.find(file);
                }
            }
            return spool;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void find(Path file) throws IOException {
        var name = file.getFileName().toString();
        if (!name.endsWith(END)) {
            // Half written when the program ended: nobody was told that it is safe.
            Files.delete(file);
            return;
        }
        var parts = name.substring(0, name.length() - END.length()).split("-", 2);
        var one = new Kept(Long.parseLong(parts[0]), Long.parseLong(parts[1]), file, Files.size(file));
        kept.put(one.number(), one);
        last = Math.max(last, one.number());
    }

    /**
     * Keeps a parcel, when there is room within the time given.
     *
     * @return false when there was none
     */
    synchronized boolean put(Parcel parcel, Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        try {
            while (!kept.isEmpty() && filling().bytes() >= bound) {
                var left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            var number = ++last;
            var file = folder.resolve(String.format(java.util.Locale.ROOT, "%012d-%d", number, parcel.order()) + END);
            var sealed = cipher.seal(ParcelBytes.write(parcel));
            Home.write(file, sealed);
            kept.put(number, new Kept(number, parcel.order(), file, sealed.length));
            notifyAll();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The oldest, waited for. */
    synchronized Kept awaitFirst() throws InterruptedException {
        while (kept.isEmpty()) {
            wait();
        }
        return kept.firstEntry().getValue();
    }

    /** Waits until the centre has everything. @return whether it has */
    synchronized boolean awaitEmpty(Duration patience) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        while (!kept.isEmpty()) {
            var left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** What was kept; nothing when somebody changed the file, or it went. */
    Optional<byte[]> open(Kept one) {
        try {
            return Optional.of(cipher.open(Files.readAllBytes(one.file())));
        } catch (FieldCipher.CannotOpen | IOException changed) {
            return Optional.empty();
        }
    }

    /** The centre has it. */
    synchronized void remove(Kept one) {
        kept.remove(one.number());
        delete(one);
        notifyAll();
    }

    /** The centre will not have what was read under this order. */
    synchronized void removeAll(long order) {
        kept.values().stream().filter(one -> one.order() == order).forEach(Spool::delete);
        kept.values().removeIf(one -> one.order() == order);
        notifyAll();
    }

    private static void delete(Kept one) {
        try {
            Files.deleteIfExists(one.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized Filling filling() {
        return new Filling(
                kept.size(), kept.values().stream().mapToLong(Kept::bytes).sum(), bound);
    }
}

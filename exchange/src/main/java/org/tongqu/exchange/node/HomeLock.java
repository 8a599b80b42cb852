package org.tongqu.exchange.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a second program away from a node's folder; gone with the program that holds it, however that ends. */
final class HomeLock implements AutoCloseable {

    private final FileChannel file;
    private final @Nullable FileLock lock;

    private HomeLock(FileChannel file, @Nullable FileLock lock) {
        this.file = file;
        this.lock = lock;
    }

    static HomeLock tryTake(Home home) {
        try {
            var file = FileChannel.open(
                    home.folder().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new HomeLock(file, tryLock(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException held) {
            return null;
        }
    }

    boolean isHeld() {
        return lock != null;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

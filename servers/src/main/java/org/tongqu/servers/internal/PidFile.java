package org.tongqu.servers.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * PostgreSQL's own {@code postmaster.pid}: which process serves a cluster, and whether it takes connections yet.
 * Read only while the folder's lock is held, so a server found here that is not ours is left from a killed run.
 */
final class PidFile {

    private static final int STATUS_LINE = 7;

    private final Path cluster;

    PidFile(Path cluster) {
        this.cluster = cluster;
    }

    boolean isReady(long pid) {
        List<String> lines = lines();
        return lines.size() > STATUS_LINE
                && lines.getFirst().strip().equals(Long.toString(pid))
                && lines.get(STATUS_LINE).strip().equals("ready");
    }

    /** Ends the server of a run that was killed; a pid that has gone to another program is only forgotten. */
    void endWhatIsLeft(Consumer<String> progress) {
        List<String> lines = lines();
        if (lines.isEmpty()) {
            return;
        }
        Leftover.find("PostgreSQL", lines.getFirst(), "postgres", cluster)
                .ifPresentOrElse(left -> left.end("INT", "QUIT", progress), this::forget);
    }

    private void forget() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file());
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        return cluster.resolve("postmaster.pid");
    }
}

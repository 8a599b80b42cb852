package org.tongqu.servers.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.tongqu.servers.CannotStart;

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
        Optional<ProcessHandle> named = named();
        if (named.isEmpty()) {
            return;
        }
        ProcessHandle process = named.get();
        if (!servesThisCluster(process)) {
            forget();
            return;
        }
        progress.accept(
                "A PostgreSQL of a run that was killed is still here (process " + process.pid() + "): stopping it …");
        Shell.signal("INT", process.pid());
        if (!ended(process, 60)) {
            Shell.signal("QUIT", process.pid());
            if (!ended(process, 20)) {
                throw new CannotStart(
                        "A PostgreSQL of a run that was killed does not stop (process " + process.pid() + ").",
                        "End that process and start again.");
            }
        }
    }

    private Optional<ProcessHandle> named() {
        List<String> lines = lines();
        if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(ProcessHandle::isAlive);
    }

    private boolean servesThisCluster(ProcessHandle process) {
        try {
            Path home = Path.of("/proc", Long.toString(process.pid()));
            String command = Files.readString(home.resolve("cmdline"));
            return command.contains("postgres") && command.contains(cluster.toString());
        } catch (IOException e) {
            return false; // it ended meanwhile, or it is another user's and so cannot be ours
        }
    }

    private static boolean ended(ProcessHandle process, int seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot wait for process " + process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for process " + process.pid(), e);
        }
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

package org.tongqu.servers.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongqu.servers.CannotStart;
import org.tongqu.servers.DiskFull;
import org.tongqu.servers.Durability;

/**
 * The running server process of one cluster. Started from a thread that lives as long as the server, because the
 * operating system ties the promise "ends when its parent ends" to the thread that started it. A server that ends
 * although nobody asked it to is started again on the same port; what was committed is there, and what was under way is
 * refused to whoever waits for it.
 */
public final class Postmaster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long LOG_LIMIT = 16L * 1024 * 1024;

    /** A server that ends so often within a minute has a reason that starting it again does not mend. */
    private static final int MOST_STARTS_A_MINUTE = 5;

    /** The children of a killed server hold its memory until they notice. */
    private static final Duration CHILDREN_END_WITHIN = Duration.ofMillis(300);

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

    private final Cluster cluster;
    private final int port;
    private final List<String> command;
    private final CompletableFuture<Process> first = new CompletableFuture<>();
    private final Deque<Instant> starts = new ArrayDeque<>();
    private volatile @Nullable Process process;
    private volatile boolean hasServed;
    private volatile boolean isClosing;

    private Postmaster(Cluster cluster, int port, List<String> command) {
        this.cluster = cluster;
        this.port = port;
        this.command = command;
    }

    public static Postmaster start(Cluster cluster, Durability durability, Consumer<String> progress)
            throws IOException {
        new PidFile(cluster.files()).endWhatIsLeft(progress);
        int port = Port.remembered(cluster.data());
        Postmaster postmaster = new Postmaster(cluster, port, Settings.command(cluster, port, durability));
        Thread.ofPlatform().daemon().name("postgresql").start(postmaster::keepAlive);
        try {
            postmaster.awaitReady(postmaster.first.join(), progress);
        } catch (RuntimeException e) {
            postmaster.close();
            throw e;
        }
        return postmaster;
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Of the process that serves now; -1 before there is one. */
    public long pid() {
        Process now = process;
        return now == null ? -1 : now.pid();
    }

    private void keepAlive() {
        try {
            Process now = launch();
            first.complete(now);
            now.onExit().join();
            while (mayStartAgain()) {
                LOG.error(
                        "PostgreSQL ended although nobody asked it to (exit code {}); starting it again. Its log: {}",
                        now.exitValue(),
                        log(cluster));
                Thread.sleep(CHILDREN_END_WITHIN.multipliedBy(starts.size()));
                var again = launchAgain();
                if (again.isEmpty()) {
                    return;
                }
                now = again.get();
                now.onExit().join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            if (!first.completeExceptionally(e)) {
                LOG.error("PostgreSQL could not be started again; its log: {}", log(cluster), e);
            }
        }
    }

    private boolean mayStartAgain() {
        if (isClosing || !hasServed) {
            return false;
        }
        Instant now = Instant.now();
        starts.removeIf(start -> start.isBefore(now.minusSeconds(60)));
        starts.add(now);
        if (starts.size() > MOST_STARTS_A_MINUTE) {
            LOG.error("PostgreSQL ends again and again and is left alone now; its log: {}", log(cluster));
            return false;
        }
        return true;
    }

    /** Nothing when the program is ending. */
    private synchronized Optional<Process> launchAgain() throws IOException {
        return isClosing ? Optional.empty() : Optional.of(launch());
    }

    private Process launch() throws IOException {
        Path log = log(cluster);
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, log.resolveSibling("store.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        ProcessBuilder builder = new ProcessBuilder(cluster.account().bound(command));
        builder.directory(cluster.data().toFile());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process started = builder.start();
        started.getOutputStream().close();
        process = started;
        return started;
    }

    private void awaitReady(Process process, Consumer<String> progress) {
        PidFile pidFile = new PidFile(cluster.files());
        long begun = System.nanoTime();
        boolean told = false;
        while (!pidFile.isReady(process.pid())) {
            if (ended(process, Duration.ofMillis(15))) {
                throw failed("PostgreSQL ended while starting (exit code " + process.exitValue() + ")");
            }
            Duration waited = Duration.ofNanos(System.nanoTime() - begun);
            if (waited.compareTo(PATIENCE) > 0) {
                throw failed("PostgreSQL did not get ready within " + PATIENCE.toMinutes() + " minutes");
            }
            if (!told && waited.toSeconds() >= 2) {
                progress.accept("PostgreSQL is recovering what was under way when it was stopped …");
                told = true;
            }
        }
        hasServed = true;
    }

    private static boolean ended(Process process, Duration within) {
        try {
            return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL was starting or stopping", e);
        }
    }

    private RuntimeException failed(String what) {
        String tail = tail();
        RuntimeException fault = new IllegalStateException(what + ". Its last words:\n" + tail);
        if (DiskFull.isIn(tail)) {
            return DiskFull.explained(cluster.data(), fault);
        }
        return new CannotStart(what + ". Its last words:\n" + tail, "The whole log is in " + log(cluster) + ".", fault);
    }

    private String tail() {
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(log(cluster)));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path log(Cluster cluster) {
        return cluster.data().resolve("store.log");
    }

    @Override
    public synchronized void close() {
        isClosing = true;
        Process now = process;
        if (now == null || !now.isAlive()) {
            return;
        }
        Shell.signal("INT", now.pid());
        if (!ended(now, Duration.ofSeconds(60))) {
            Shell.signal("QUIT", now.pid());
            ended(now, Duration.ofSeconds(10));
        }
    }
}

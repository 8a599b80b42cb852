package org.tongqu.platform.operate.store.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.tongqu.platform.operate.start.CannotStart;
import org.tongqu.platform.operate.start.DiskFull;
import org.tongqu.platform.operate.start.Progress;
import org.tongqu.platform.operate.store.Durability;

/**
 * The running server process of one cluster. Started from a thread that lives as long as the server, because the
 * operating system ties the promise "ends when its parent ends" to the thread that started it.
 */
public final class Postmaster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long LOG_LIMIT = 16L * 1024 * 1024;

    private final Cluster cluster;
    private final int port;
    private final Process process;

    private Postmaster(Cluster cluster, int port, Process process) {
        this.cluster = cluster;
        this.port = port;
        this.process = process;
    }

    public static Postmaster start(Cluster cluster, Durability durability, Progress progress) throws IOException {
        new PidFile(cluster.files()).endWhatIsLeft(progress);
        int port = Port.remembered(cluster.data());
        Process process = launched(cluster, Settings.command(cluster, port, durability));
        Postmaster postmaster = new Postmaster(cluster, port, process);
        try {
            postmaster.awaitReady(progress);
        } catch (RuntimeException e) {
            postmaster.close();
            throw e;
        }
        return postmaster;
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static Process launched(Cluster cluster, List<String> command) throws IOException {
        Path log = log(cluster);
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, log.resolveSibling("store.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        ProcessBuilder builder = new ProcessBuilder(cluster.account().bound(command));
        builder.directory(cluster.data().toFile());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("LC_ALL", "C.UTF-8");
        CompletableFuture<Process> started = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("postgresql").start(() -> {
            try {
                Process process = builder.start();
                process.getOutputStream().close();
                started.complete(process);
                process.onExit().join();
            } catch (IOException e) {
                started.completeExceptionally(e);
            }
        });
        return started.join();
    }

    private void awaitReady(Progress progress) {
        PidFile pidFile = new PidFile(cluster.files());
        long begun = System.nanoTime();
        boolean told = false;
        while (!pidFile.isReady(process.pid())) {
            if (ended(Duration.ofMillis(15))) {
                throw failed("PostgreSQL ended while starting (exit code " + process.exitValue() + ")");
            }
            Duration waited = Duration.ofNanos(System.nanoTime() - begun);
            if (waited.compareTo(PATIENCE) > 0) {
                throw failed("PostgreSQL did not get ready within " + PATIENCE.toMinutes() + " minutes");
            }
            if (!told && waited.toSeconds() >= 2) {
                progress.say("PostgreSQL is recovering what was under way when it was stopped …");
                told = true;
            }
        }
    }

    private boolean ended(Duration within) {
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
        if (!process.isAlive()) {
            return;
        }
        Shell.signal("INT", process.pid());
        if (!ended(Duration.ofSeconds(60))) {
            Shell.signal("QUIT", process.pid());
            ended(Duration.ofSeconds(10));
        }
    }
}

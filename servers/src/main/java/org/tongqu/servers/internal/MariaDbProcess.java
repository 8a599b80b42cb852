package org.tongqu.servers.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongqu.servers.CannotStart;
import org.tongqu.servers.Durability;

/** The running server. One that ends although nobody asked it to is started again on the same port. */
public final class MariaDbProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** A server that ends so often has a reason that starting it again does not mend. */
    private static final int MOST_STARTS = 200;

    /** In the server's own folder, where the server writes it. */
    private static final String PID = "server.pid";

    private static final Logger LOG = LoggerFactory.getLogger(MariaDbProcess.class);

    private final MariaDbFiles data;
    private final int port;
    private final List<String> command;
    private final CompletableFuture<Process> first = new CompletableFuture<>();
    private volatile @Nullable Process process;
    private volatile boolean hasServed;
    private volatile boolean isClosing;

    private MariaDbProcess(MariaDbFiles data, int port, Durability durability) {
        this.data = data;
        this.port = port;
        this.command = command(data, port, durability);
    }

    public static MariaDbProcess start(MariaDbFiles data, Durability durability, Consumer<String> progress)
            throws IOException {
        var before = data.files().resolve(PID);
        if (Files.exists(before)) {
            Leftover.find("MariaDB", Files.readString(before), "mariadbd", data.files())
                    .ifPresent(left -> left.end("TERM", "KILL", progress));
        }
        var started = new MariaDbProcess(data, Port.remembered(data.data()), durability);
        // The system ties the promise "ends when its parent ends" to the thread that started it.
        Thread.ofPlatform().daemon().name("mariadb").start(started::keepAlive);
        try {
            started.awaitReady(started.first.join());
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
        return started;
    }

    private static List<String> command(MariaDbFiles data, int port, Durability durability) {
        List<String> command = new ArrayList<>(durability == Durability.BESIDE ? Settings.LAST : List.of());
        command.addAll(data.where(data.files()));
        command.addAll(List.of(
                "--pid-file=" + PID,
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=" + data.files().resolve("mariadb.sock"),
                "--skip-name-resolve",
                // Making a certificate takes ten seconds, and nobody comes from outside.
                "--skip-ssl",
                "--character-set-server=utf8mb4",
                "--default-time-zone=+08:00",
                "--local-infile=0",
                "--max-allowed-packet=256M",
                "--performance-schema=OFF",
                "--server-id=1",
                "--log-bin=changes",
                "--binlog-format=ROW",
                "--binlog-row-image=FULL",
                "--max-connections=100"));
        command.addAll(
                switch (durability) {
                    case ON_DISK -> promise(1, "128M");
                    case BESIDE -> promise(1, "48M");
                    case THROWAWAY -> promise(0, "128M");
                });
        return command;
    }

    /** @param flushed 1 when what is acknowledged is on the disk */
    private static List<String> promise(int flushed, String pool) {
        return List.of(
                "--innodb-flush-log-at-trx-commit=" + flushed,
                "--sync-binlog=" + flushed,
                "--innodb-buffer-pool-size=" + pool);
    }

    private void keepAlive() {
        try {
            var now = launch();
            now.ifPresent(first::complete);
            for (int starts = 1; now.isPresent() && starts <= MOST_STARTS; starts++) {
                now.get().onExit().join();
                now = hasServed ? launch() : Optional.empty();
                now.ifPresent(again -> LOG.warn("MariaDB had ended unasked and is started again; its log: {}", log()));
            }
        } catch (IOException | RuntimeException e) {
            if (!first.completeExceptionally(e)) {
                LOG.error("MariaDB could not be started again; its log: {}", log(), e);
            }
        }
    }

    /** Nothing when the program is ending. */
    private synchronized Optional<Process> launch() throws IOException {
        if (isClosing) {
            return Optional.empty();
        }
        var started = new ProcessBuilder(data.account().bound(command, "TERM"))
                .directory(data.data().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        started.getOutputStream().close();
        process = started;
        return Optional.of(started);
    }

    private void awaitReady(Process started) {
        var begun = System.nanoTime();
        while (!answers()) {
            if (ended(started, Duration.ofMillis(25)) || System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new CannotStart(
                        "MariaDB does not start. Its last words:\n" + tail(), "The whole log is in " + log() + ".");
            }
        }
        hasServed = true;
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            socket.setSoTimeout(1000);
            return socket.getInputStream().read() >= 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static boolean ended(Process process, Duration within) {
        try {
            return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while MariaDB was starting or stopping", e);
        }
    }

    private String tail() {
        try {
            var lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return data.data().resolve("mariadb.log");
    }

    public int port() {
        return port;
    }

    public long pid() {
        var now = process;
        return now == null ? -1 : now.pid();
    }

    @Override
    public void close() {
        Process now;
        synchronized (this) {
            isClosing = true;
            now = process;
        }
        if (now == null || !now.isAlive()) {
            return;
        }
        Shell.signal("TERM", now.pid());
        if (!ended(now, Duration.ofSeconds(60))) {
            Shell.signal("KILL", now.pid());
            ended(now, Duration.ofSeconds(10));
        }
    }
}

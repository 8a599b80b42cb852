package org.tongqu.journeys._support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The built program with the demo city, as {@code ./tongqu demo} starts it, in a process of its own: one for all
 * journeys of a run, on a free port and an empty data folder. {@code -Djourneys.address=http://localhost:8080} takes a demo
 * that runs already.
 */
public final class RunningDemo {

    private static final Path APP = Path.of("target", "app");

    private static final RunningDemo INSTANCE = new RunningDemo();

    /** Unpacking, migrating and loading the city on a busy machine. */
    private static final int MINUTES_TO_START = 10;

    private final String address;
    private final List<String> said = new ArrayList<>();

    private RunningDemo() {
        var given = System.getProperty("journeys.address", "");
        if (!given.isEmpty()) {
            address = given;
            return;
        }
        try {
            int port = freePort();
            address = "http://localhost:" + port;
            var data = data();
            clear(data);
            unpack();
            var program = new ProcessBuilder(command(port, data))
                    .redirectErrorStream(true)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(program)));
            awaitServing(program);
        } catch (IOException broken) {
            throw new UncheckedIOException("Cannot start the demo", broken);
        }
    }

    /** Where the demo keeps its data; of a demo that runs already {@code -Djourneys.data=DIR} says so. */
    static Path data() {
        return Path.of(System.getProperty("journeys.data", "target/city")).toAbsolutePath();
    }

    /** The address of a path of the running demo. */
    public static String at(String path) {
        return INSTANCE.address + path;
    }

    /**
     * As {@code ./tongqu} does before it starts the program. Straight from the jar of jars it can stand still for good:
     * virtual threads that load classes keep their carriers while they wait for a lock of that jar, and whoever holds the
     * lock waits for a carrier.
     */
    private static void unpack() throws IOException {
        clear(APP);
        var unpacking = new ProcessBuilder(
                        java(),
                        "-Djarmode=tools",
                        "-jar",
                        Path.of("..", "platform", "target", "tongqu-app.jar").toString(),
                        "extract",
                        "--destination",
                        APP.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(unpacking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (unpacking.waitFor() != 0) {
                throw new IllegalStateException("The program cannot be unpacked:\n" + said);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static List<String> command(int port, Path data) {
        return List.of(
                java(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                APP.resolve("tongqu-app.jar").toString(),
                "--tongqu.mode=demo",
                "--tongqu.nodes.port=0",
                "--tongqu.data=" + data,
                "--tongqu.packs=" + Path.of("..", "packs").toAbsolutePath().normalize(),
                "--server.port=" + port);
    }

    private void awaitServing(Process program) {
        var serving = new CompletableFuture<Boolean>();
        Thread.ofPlatform().daemon().name("what the demo says").start(() -> listen(program, serving));
        try {
            serving.get(MINUTES_TO_START, TimeUnit.MINUTES);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException | TimeoutException late) {
            stop(program);
            throw new IllegalStateException("The demo did not start. It said:\n" + String.join("\n", said), late);
        }
    }

    private void listen(Process program, CompletableFuture<Boolean> serving) {
        try (var lines = new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.contains("serves http://")) {
                    serving.complete(true);
                }
            }
            serving.completeExceptionally(new IllegalStateException("The program ended"));
        } catch (IOException gone) {
            serving.completeExceptionally(gone);
        }
    }

    private static void stop(Process program) {
        program.destroy();
        try {
            if (!program.waitFor(30, TimeUnit.SECONDS)) {
                program.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            program.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> below = Files.walk(folder)) {
            for (var path : below.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(path);
            }
        }
    }
}

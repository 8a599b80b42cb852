package org.tongqu.bench.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.tongqu.bench.Workshop;

/** The demo as a person starts it: by the command, on a data folder. Closing it is Ctrl-C. */
public final class Demo implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final double NANOS = 1e9;

    private final Process process;
    private final URI home;
    private final Accounts accounts = new Accounts();

    private Demo(Process process, URI home) {
        this.process = process;
        this.home = home;
        Thread.ofVirtual().name("demo-says").start(this::listen);
    }

    public static Demo start(Workshop bench, Path data) throws IOException {
        return start(bench, data, Map.of());
    }

    /** @param environment what the program is configured with beside the command's own options */
    public static Demo start(Workshop bench, Path data, Map<String, String> environment) throws IOException {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                bench.command().toString(), "demo", "--data", data.toString(), "--port", Integer.toString(port));
        builder.environment().putAll(environment);
        Process process =
                builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        return new Demo(process, URI.create("http://localhost:" + port + "/"));
    }

    /** Passes on what the program says, and keeps the accounts it names. */
    private void listen() {
        try (BufferedReader said = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                System.err.println(line);
                accounts.read(line);
            }
        } catch (IOException e) {
            System.err.println("The demo cannot be heard any more: " + e.getMessage());
        }
    }

    public URI home() {
        return home;
    }

    public long pid() {
        return process.pid();
    }

    /** Those the program names once it has started; waits for them. */
    public List<Account> accounts() throws InterruptedException {
        return accounts.await(PATIENCE);
    }

    /** Seconds from a reading of {@link System#nanoTime} to the whole first page. */
    public double secondsToFirstPage(long begun) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(home).timeout(Duration.ofMinutes(1)).build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (!answers(http, request)) {
                if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("The demo ended with " + process.exitValue());
                }
                if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                    throw new IllegalStateException("No page within " + PATIENCE.toMinutes() + " minutes");
                }
            }
        }
        return Math.round((System.nanoTime() - begun) / NANOS * 100) / 100.0;
    }

    private static boolean answers(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            int status = http.send(request, BodyHandlers.ofString()).statusCode();
            if (status != 200) {
                throw new IllegalStateException("The first page answers " + status);
            }
            return true;
        } catch (IOException e) {
            return false; // not listening yet
        }
    }

    /**
     * Waits for the start-up cache, which the program makes beside its first work and leaves in its own folder.
     *
     * @throws IllegalStateException when the program could not make it, or takes longer than anybody uses it at first
     */
    public void untilPrepared(Path folder) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (!holds(folder, ".aot")) {
            if (holds(folder, ".failed") || process.waitFor(200, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("The program made no start-up cache; see training.log in " + folder);
            }
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException("No start-up cache within " + PATIENCE.toMinutes() + " minutes");
            }
        }
    }

    private static boolean holds(Path folder, String ending) throws IOException {
        try (var files = Files.list(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().endsWith(ending));
        }
    }

    /** Of the program itself, which the command became; PostgreSQL's processes are others. */
    public long residentMib() throws IOException {
        return Memory.residentMib(Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -TERM " + process.pid()).start().waitFor();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("The demo did not stop within a minute");
        }
    }
}

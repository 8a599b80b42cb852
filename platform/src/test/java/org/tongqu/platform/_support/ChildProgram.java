package org.tongqu.platform._support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A program of ours in a Java of its own, for what cannot be tried inside this one: being killed, being refused. */
public final class ChildProgram implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String END = "\u0000end";

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> seen = new ArrayList<>();

    private ChildProgram(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::read);
    }

    /** @param before a command that ends with running what follows it, e.g. {@code nice}; may be empty */
    public static ChildProgram start(List<String> before, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dtongqu.test-store=off",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(List.of(arguments));
        try {
            return new ChildProgram(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets a data folder use the program files that this run has unpacked already. */
    public static Path withUnpackedPostgres(Path folder) throws IOException {
        Files.createSymbolicLink(
                folder.resolve("postgresql"), TestServer.shared().unpacked());
        return folder;
    }

    private void read() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException e) {
            lines.add("(output broke off: " + e.getMessage() + ")");
        }
        lines.add(END);
    }

    /** The first line from here on that has the text in it. */
    public String lineWith(String text) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String line = next(end - System.nanoTime());
            if (line.contains(text)) {
                return line;
            }
            if (line.equals(END)) {
                throw new AssertionError("Ended without saying '" + text + "':\n" + String.join("\n", seen));
            }
        }
    }

    private String next(long nanos) {
        try {
            String line = lines.poll(nanos, TimeUnit.NANOSECONDS);
            if (line == null) {
                throw new AssertionError("Said nothing more for a long time:\n" + String.join("\n", seen));
            }
            seen.add(line);
            return line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits for the end and answers all that was said. */
    public String toTheEnd() {
        lineWith(END);
        return String.join("\n", seen);
    }

    public int exitCode() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** As {@code kill -9} does: no handler runs. */
    public void kill() {
        process.destroyForcibly();
        exitCode();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

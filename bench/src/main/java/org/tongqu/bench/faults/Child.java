package org.tongqu.bench.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One of the programs that are killed. What it says behind {@code > } is for us; everything else goes into its log. */
final class Child implements AutoCloseable {

    private static final String FOR_US = "> ";
    private static final String END = "\u0000";

    private final Process process;
    private final Path log;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
        Thread.ofVirtual().name("hears").start(this::hear);
    }

    /** @param secrets told by the environment, where nobody else on the machine reads them */
    static Child start(Class<?> program, Path log, Map<String, String> secrets, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(secrets);
        return new Child(builder.start(), log);
    }

    private void hear() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                Writer kept = Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(FOR_US)) {
                    said.add(line.substring(FOR_US.length()));
                } else {
                    kept.write(line + "\n");
                    kept.flush();
                }
            }
        } catch (IOException | UncheckedIOException killed) {
            // Its last words are lost with it.
        } finally {
            said.add(END);
        }
    }

    /** What follows the word on the first line from here on that begins with it. */
    String hears(String word, Duration patience) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        while (true) {
            var line = said.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null || line.equals(END)) {
                throw new IllegalStateException("A program did not say '" + word + "':\n" + lastWords());
            }
            if (line.startsWith(word)) {
                return line.substring(word.length()).strip();
            }
        }
    }

    void tell(String line) throws IOException {
        var to = process.outputWriter(StandardCharsets.UTF_8);
        to.write(line + "\n");
        to.flush();
    }

    /** Waits for its end. @return what it ended with */
    int ends() throws InterruptedException {
        return process.waitFor();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As {@code kill -9} does: no handler runs. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    String lastWords() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException none) {
            return "(no log)";
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

package org.tongqu.bench.interfaces;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongqu.exchange.node.Main;

/** A department's node at work in a program of its own, started as the command starts it. */
final class NodeProgram implements AutoCloseable {

    private final Path home;
    private @Nullable Process process;

    private NodeProgram(Path home) {
        this.home = home;
    }

    /** Enrolled, not yet at work. */
    static NodeProgram enrol(Path home, String centre, String code) {
        var node = new NodeProgram(home);
        node.verb("enrol", "--centre", centre, "--code", code);
        return node;
    }

    void verb(String... arguments) {
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, UTF_8);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", home.toString()));
        if (Main.run(all.toArray(String[]::new), out, out) != 0) {
            throw new IllegalStateException("The node said: " + said.toString(UTF_8));
        }
    }

    /** @return the first line it says with this word in it */
    String run(String word, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run",
                "--home",
                home.toString(),
                "--status-port",
                "0"));
        command.addAll(List.of(more));
        var started = new ProcessBuilder(command)
                .redirectError(Files.createFile(home.resolve("errors.log")).toFile())
                .start();
        process = started;
        BufferedReader lines = started.inputReader(UTF_8);
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(word)) {
                return line;
            }
        }
        throw new IllegalStateException("The node ended: " + Files.readString(home.resolve("errors.log")));
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}

package org.tongqu.exchange.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.kernel.Outcome;

/**
 * The program that makes comparisons on a cluster, which is started for each.
 *
 * @param classPath of it
 * @param patience after so long it is ended, as if the cluster were away
 */
public record ClusterProgram(String classPath, Duration patience) {

    private static final String MAIN = "org.tongqu.scale.Main";
    private static final String HEAP = "-Xmx512m";

    /** The one that is built into a folder: {@code scale.jar} and what it needs beside it in {@code lib}. */
    public static ClusterProgram in(Path folder, Duration patience) {
        return new ClusterProgram(
                folder.resolve("scale.jar") + File.pathSeparator + folder.resolve("lib") + File.separator + "*",
                patience);
    }

    /** Whether the first jar of it is there. */
    public boolean isThere() {
        return Stream.of(classPath.split(File.pathSeparator, 2))
                .findFirst()
                .filter(first -> Files.exists(Path.of(first)))
                .isPresent();
    }

    /** Has a comparison made. Whatever goes wrong with the program or the cluster is a refusal: it can be made later. */
    public Outcome<ClusterAnswer, ClusterRefusal> make(ClusterOrder order) throws InterruptedException {
        if (!isThere()) {
            return Outcome.refused(new ClusterRefusal.Away());
        }
        try {
            var process = new ProcessBuilder(command())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var watch = Thread.ofVirtual().name("cluster-patience").start(() -> end(process));
            try (var in = process.getOutputStream()) {
                in.write(ClusterJson.write(order).canonical().getBytes(UTF_8));
            }
            var answering = new Answering(order);
            try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
                out.lines().map(DatumJson::read).forEach(answering::take);
            }
            process.waitFor();
            watch.interrupt();
            return answering.outcome();
        } catch (IOException broken) {
            return Outcome.refused(new ClusterRefusal.Away());
        }
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=" + java.time.ZoneId.systemDefault().getId(),
                "--sun-misc-unsafe-memory-access=allow",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                classPath,
                MAIN,
                "run");
    }

    private void end(Process process) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.tongqu.platform.data.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.tongqu.engines.json.DatumJson;

/** A cluster with one worker, in programs of its own, that ends with whoever started it. */
final class ClusterProcess implements AutoCloseable {

    private final Process process;
    private final int port;

    /** @param program the folder of {@code scale.jar} */
    ClusterProcess(Path program) throws IOException {
        this.process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-cp",
                        program.resolve("scale.jar") + ":" + program.resolve("lib") + "/*",
                        "org.tongqu.scale.Main",
                        "local",
                        Path.of("target", "cluster").toString(),
                        "1"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
        this.port = DatumJson.read(Objects.requireNonNull(said, "no cluster came"))
                .number("port")
                .orElseThrow()
                .intValue();
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
    }
}

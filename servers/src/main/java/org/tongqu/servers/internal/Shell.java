package org.tongqu.servers.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The few programs of the system that are asked for help. */
final class Shell {

    private Shell() {}

    /** Which of these programs are on the path. */
    static Set<String> present(String... programs) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        Set<String> found = new LinkedHashSet<>();
        for (String program : programs) {
            for (String folder : path.split(":", -1)) {
                if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                    found.add(program);
                }
            }
        }
        return found;
    }

    static boolean succeeds(String... command) {
        return run(List.of(command)).exit() == 0;
    }

    record Ended(int exit, String output) {}

    static Ended run(List<String> command) {
        return run(new ProcessBuilder(command));
    }

    static Ended run(ProcessBuilder builder) {
        try {
            Process process = builder.redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "Interrupted while running " + builder.command().getFirst(), e);
        }
    }

    /** @param signal a name without SIG, e.g. {@code INT} */
    static void signal(String signal, long pid) {
        run(List.of("sh", "-c", "kill -\"$1\" \"$2\" 2>/dev/null", "sh", signal, Long.toString(pid)));
    }
}

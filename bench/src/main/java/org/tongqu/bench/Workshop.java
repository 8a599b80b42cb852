package org.tongqu.bench;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the built program is.
 *
 * @param root the repository
 */
public record Workshop(Path root) {

    /** The folder that {@code ./tongqu} said it was called from. */
    static Workshop ofCaller() {
        Path root = Path.of(System.getenv().getOrDefault("TONGQU_ROOT", "")).toAbsolutePath();
        if (!Files.isExecutable(root.resolve("tongqu"))) {
            throw new IllegalStateException("Call it by ./tongqu bench NAME");
        }
        return new Workshop(root);
    }

    public Path command() {
        return root.resolve("tongqu");
    }

    public void say(String line) {
        System.err.println(line);
    }
}

package org.tongqu.platform.data.exchange.internal.departments;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongqu.servers.CannotStart;
import org.tongqu.servers.MariaDbOrigin;
import org.tongqu.servers.MariaDbServer;

/**
 * Gets MariaDB's program files for the demo: from the class path, by the command that whoever started the program gave for
 * it, or from the machine. The command prints the jar it brought, or nothing when the machine has the programs now; when it
 * cannot, it ends with another code than zero and has said why.
 */
final class MariaDbBringing implements AutoCloseable {

    private static final int LAST_WORDS = 600;

    private final List<String> command;
    private @Nullable Process process;
    private boolean isClosed;

    /** @param command empty when there is none */
    MariaDbBringing(List<String> command) {
        this.command = List.copyOf(command);
    }

    /** @param shared where the files of a jar are unpacked. @throws CannotStart with what the person can do */
    MariaDbServer.Programs bring(Path shared) {
        return new MariaDbServer.Programs(origin(), shared);
    }

    private MariaDbOrigin origin() {
        if (MariaDbServer.isBrought()) {
            return new MariaDbOrigin.ClassPath();
        }
        var jar = brought();
        return jar.isEmpty()
                ? MariaDbOrigin.installed()
                        .orElseThrow(() -> new CannotStart(
                                "No MariaDB is on this machine.",
                                "On Debian, as root: apt-get install mariadb-server-core"))
                : new MariaDbOrigin.Jar(Path.of(jar));
    }

    /** The jar that the command brought; empty when it brought none. */
    String brought() {
        if (command.isEmpty()) {
            return "";
        }
        try {
            var running = start();
            var words = new String(running.getInputStream().readAllBytes(), UTF_8).strip();
            if (running.waitFor() != 0) {
                throw new CannotStart(words.substring(Math.max(0, words.length() - LAST_WORDS)), "");
            }
            return words.lines().reduce("", (before, line) -> line).strip();
        } catch (IOException e) {
            throw new CannotStart("MariaDB's programs could not be fetched: " + e.getMessage(), "", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while MariaDB's programs were fetched", e);
        }
    }

    private synchronized Process start() throws IOException {
        if (isClosed) {
            throw new IOException("the program is ending");
        }
        var started = new ProcessBuilder(command).redirectErrorStream(true).start();
        process = started;
        started.getOutputStream().close();
        return started;
    }

    /** What is being fetched is let go. */
    @Override
    public synchronized void close() {
        isClosed = true;
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }
}

package org.tongqu.servers.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.tongqu.servers.CannotStart;

/**
 * The server of a run that was killed, still at work on a folder. Looked for only while the folder's lock is held, so that
 * it is nobody else's.
 */
record Leftover(String name, ProcessHandle process) {

    /**
     * The process of this number, if it is this program at work on this folder and not another one that got the number.
     *
     * @param program part of the name of the program's file
     */
    static Optional<Leftover> find(String name, String pid, String program, Path folder) {
        if (!pid.strip().matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(pid.strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> serves(process, program, folder))
                .map(process -> new Leftover(name, process));
    }

    private static boolean serves(ProcessHandle process, String program, Path folder) {
        try {
            Path home = Path.of("/proc", Long.toString(process.pid()));
            String command = Files.readString(home.resolve("cmdline"));
            return command.contains(program) && command.contains(folder.toString());
        } catch (IOException e) {
            return false; // it ended meanwhile, or it is another user's and so cannot be ours
        }
    }

    /** @param gently the signal that lets it end in order, without SIG. @param atOnce when it does not */
    void end(String gently, String atOnce, Consumer<String> progress) {
        progress.accept(
                "A " + name + " of a run that was killed is still here (process " + process.pid() + "): stopping it …");
        Shell.signal(gently, process.pid());
        if (!ended(60)) {
            Shell.signal(atOnce, process.pid());
            if (!ended(20)) {
                throw new CannotStart(
                        "A " + name + " of a run that was killed does not stop (process " + process.pid() + ").",
                        "End that process and start again.");
            }
        }
    }

    private boolean ended(int seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot wait for process " + process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for process " + process.pid(), e);
        }
    }
}

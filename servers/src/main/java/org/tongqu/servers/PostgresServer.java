package org.tongqu.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.tongqu.servers.internal.Account;
import org.tongqu.servers.internal.Binaries;
import org.tongqu.servers.internal.Cluster;
import org.tongqu.servers.internal.FolderLock;
import org.tongqu.servers.internal.Passwords;
import org.tongqu.servers.internal.Postmaster;
import org.tongqu.servers.internal.Roles;

/**
 * A real PostgreSQL that lives and dies with this program. It is reached on 127.0.0.1 only, with generated
 * passwords, and loses nothing acknowledged when the program is killed. One data folder belongs to one running
 * program at a time.
 *
 * <p>Starting blocks until the server answers; {@link #close} may be called from any thread and more than once.
 */
public final class PostgresServer implements AutoCloseable {

    private final FolderLock lock;
    private final Postmaster postmaster;
    private final Passwords passwords;

    private PostgresServer(FolderLock lock, Postmaster postmaster, Passwords passwords) {
        this.lock = lock;
        this.postmaster = postmaster;
        this.passwords = passwords;
    }

    /**
     * Starts the server of a data folder and makes what is missing: program files, cluster, roles, database. A step
     * that was cut short earlier is done again from its beginning.
     *
     * @throws org.tongqu.servers.CannotStart with a sentence for the person at the terminal
     */
    public static PostgresServer start(Path folder, Durability durability, Consumer<String> progress) {
        return start(folder, folder.resolve("postgresql"), durability, progress);
    }

    /** @param programs where PostgreSQL's program files are, or are unpacked to; several servers may share them */
    public static PostgresServer start(Path folder, Path programs, Durability durability, Consumer<String> progress) {
        Path data = folder.toAbsolutePath().normalize();
        FolderLock lock = FolderLock.take(data);
        try {
            Account account = Account.current();
            Binaries binaries = Binaries.unpacked(programs.toAbsolutePath().normalize(), account, progress);
            Passwords passwords = Passwords.of(data);
            Cluster cluster = Cluster.in(data, binaries, account, passwords, progress);
            Postmaster postmaster = Postmaster.start(cluster, durability, progress);
            PostgresServer server = new PostgresServer(lock, postmaster, passwords);
            server.prepare();
            return server;
        } catch (IOException e) {
            lock.close();
            throw DiskFull.explained(data, new UncheckedIOException(e));
        } catch (RuntimeException e) {
            lock.close();
            throw DiskFull.explained(data, e);
        }
    }

    private void prepare() {
        try {
            Roles.ensure(postmaster.url("postgres"), passwords);
        } catch (RuntimeException e) {
            postmaster.close();
            throw e;
        }
    }

    public DatabaseAddress address() {
        return address("tongqu");
    }

    /** The same server and roles, another database of it. */
    public DatabaseAddress address(String database) {
        return new DatabaseAddress(postmaster.url(database), passwords.owner(), passwords.application());
    }

    /** Of the server itself, for whoever wants to see what a crash does; it is started again on the same port. */
    public long pid() {
        return postmaster.pid();
    }

    /** The superuser of this server, for making databases; the platform itself never uses it after the start. */
    public Login superuser() {
        return passwords.superuser();
    }

    /** Fast and clean: running statements are ended, everything committed is on the disk. */
    @Override
    public void close() {
        postmaster.close();
        lock.close();
    }

    /** Whether a folder has been started before; says nothing about what is in it. */
    public static boolean knows(Path folder) {
        return Files.isDirectory(folder.resolve(Cluster.FOLDER));
    }
}

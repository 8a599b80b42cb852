package org.tongqu.servers.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Consumer;
import org.tongqu.servers.CannotStart;
import org.tongqu.servers.DiskFull;

/**
 * One PostgreSQL cluster on the disk: made whole or not at all.
 *
 * @param data the data folder of the program
 * @param files the cluster's own folder inside it
 */
public record Cluster(Path data, Path files, Binaries binaries, Account account) {

    public static final String FOLDER = "store";

    /** The cluster of a data folder, made first when it is not there. */
    public static Cluster in(
            Path data, Binaries binaries, Account account, Passwords passwords, Consumer<String> progress)
            throws IOException {
        Cluster cluster = new Cluster(data, data.resolve(FOLDER), binaries, account);
        if (!Files.isDirectory(cluster.files)) {
            progress.accept("Preparing an empty database in " + cluster.files + " …");
            cluster.make(passwords);
        }
        String version = Files.readString(cluster.files.resolve("PG_VERSION")).strip();
        if (!Binaries.VERSION.startsWith(version + ".")) {
            throw new CannotStart(
                    "The data in " + cluster.files + " belong to PostgreSQL " + version + ", this build brings "
                            + Binaries.VERSION + ".",
                    "Use the build that made them, or move them with pg_upgrade.");
        }
        return cluster;
    }

    private void make(Passwords passwords) throws IOException {
        Path half = data.resolve(FOLDER + ".half");
        Path secret = data.resolve("superuser.half");
        Binaries.delete(half);
        Files.deleteIfExists(secret);
        try {
            Files.createDirectory(
                    half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            account.own(half);
            Files.createFile(
                    secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(secret, passwords.superuser().password() + "\n");
            account.own(secret);
            initdb(half, secret, passwords.superuser().role());
        } finally {
            Files.deleteIfExists(secret);
        }
        Files.move(half, files, StandardCopyOption.ATOMIC_MOVE);
    }

    private void initdb(Path half, Path secret, String superuser) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(account.command(List.of(
                binaries.program("initdb"),
                "--pgdata=" + half,
                "--username=" + superuser,
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=icu",
                "--icu-locale=und",
                "--locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions")));
        builder.directory(data.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Shell.Ended ended = Shell.run(builder);
        if (ended.exit() != 0) {
            Binaries.delete(half);
            throw DiskFull.explained(
                    data, new IllegalStateException("initdb ended with " + ended.exit() + ":\n" + ended.output()));
        }
    }
}

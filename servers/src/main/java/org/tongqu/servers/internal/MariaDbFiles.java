package org.tongqu.servers.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.tongqu.servers.DiskFull;
import org.tongqu.servers.Login;

/**
 * The files of one MariaDB server: made whole or not at all.
 *
 * @param data the folder it was given
 * @param files the server's own folder inside it
 */
public record MariaDbFiles(Path data, Path files, MariaDbPrograms programs, Account account, Login superuser) {

    private static final String SUPERUSER = "tongqu";
    private static final String PASSWORD = "superuser.password";
    private static final List<String> SYSTEM_TABLES = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "maria_add_gis_sp_bootstrap.sql");

    public static MariaDbFiles in(Path data, MariaDbPrograms programs, Account account, Consumer<String> progress)
            throws IOException {
        var password = password(data.resolve(PASSWORD));
        var made = new MariaDbFiles(data, data.resolve("mariadb"), programs, account, new Login(SUPERUSER, password));
        made.makeTemporary();
        if (!Files.isDirectory(made.files)) {
            progress.accept("Preparing an empty MariaDB in " + made.files + " …");
            made.make();
        }
        return made;
    }

    /** Of its own: a server that starts removes all temporary tables of the folder, whosever they are. */
    private Path temporary() {
        return data.resolve("mariadb.tmp");
    }

    private void makeTemporary() throws IOException {
        if (!Files.isDirectory(temporary())) {
            Files.createDirectory(
                    temporary(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            account.own(temporary());
        }
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            var secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(secret));
        }
        return Files.readString(file).strip();
    }

    private void make() throws IOException {
        var half = data.resolve("mariadb.half");
        Binaries.delete(half);
        Files.createDirectory(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        account.own(half);
        var script = data.resolve("mariadb.sql");
        Files.deleteIfExists(script);
        Files.createFile(script, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(script, script());
            var command = new ArrayList<>(where(half));
            command.addAll(List.of("--bootstrap", "--log-warnings=0", "--enforce-storage-engine=", "--skip-log-bin"));
            var builder = new ProcessBuilder(account.command(command))
                    .directory(data.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(script.toFile());
            var process = builder.start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw DiskFull.explained(data, new IllegalStateException("mariadbd --bootstrap failed:\n" + output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while MariaDB was being prepared", e);
        } finally {
            Files.deleteIfExists(script);
        }
        Files.move(half, files, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Each statement on lines of its own, as the server wants them here. Nobody but the superuser gets in. */
    private String script() throws IOException {
        var text = new StringBuilder("CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket=NULL;\n");
        for (var name : SYSTEM_TABLES) {
            text.append(Files.readString(programs.script(name))).append('\n');
        }
        text.append("DELETE FROM mysql.global_priv WHERE User <> 'mariadb.sys';\n")
                .append("DELETE FROM mysql.proxies_priv;\n")
                .append("FLUSH PRIVILEGES;\n")
                .append("CREATE USER ")
                .append(SUPERUSER)
                .append("@'127.0.0.1' IDENTIFIED BY '")
                .append(superuser.password())
                .append("';\n")
                .append("GRANT ALL ON *.* TO ")
                .append(SUPERUSER)
                .append("@'127.0.0.1' WITH GRANT OPTION;\n");
        return text.toString();
    }

    /** The program and where its files are; whatever stands in files of the machine is not read. */
    List<String> where(Path folder) {
        return List.of(
                programs.program("mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + programs.home(),
                "--lc-messages-dir=" + programs.texts(),
                "--plugin-dir=" + programs.home(),
                "--datadir=" + folder,
                "--tmpdir=" + temporary(),
                "--innodb-log-file-size=64M");
    }
}

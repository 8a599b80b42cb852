package org.tongqu.platform.trust.seals.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.tongqu.kernel.proof.FieldCipher;
import org.tongqu.servers.CannotStart;

/**
 * The master keys in a text file: a line {@code demo} when they are the demo's, {@code key} and 64 hexadecimal digits,
 * and {@code earlier} with 64 digits for each key that was used before. Lines that begin with {@code #} are remarks.
 */
public final class KeyFile {

    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private final Path path;
    private final boolean demo;
    private final byte[] current;
    private final byte[][] earlier;

    private KeyFile(Path path, boolean demo, byte[] current, byte[][] earlier) {
        this.path = path;
        this.demo = demo;
        this.current = current;
        this.earlier = earlier;
    }

    public static KeyFile read(Path path) {
        try {
            return parse(path, Files.readAllLines(path));
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotStart(
                    "The key file " + path.toAbsolutePath() + " cannot be read: " + e.getMessage(),
                    "It needs a line \"key\" followed by 64 hexadecimal digits (openssl rand -hex 32). Without the"
                            + " file that sealed the data, sealed fields are lost: restore it from where you keep it.",
                    e);
        }
    }

    /** Reads the demo's keys, and makes them when there are none. */
    static KeyFile ofDemo(Path path) {
        if (!Files.exists(path)) {
            make(path);
        }
        return read(path);
    }

    private static KeyFile parse(Path path, List<String> lines) {
        var demo = lines.stream().anyMatch(line -> line.strip().equals("demo"));
        var current = keys(lines, "key ");
        if (current.length != 1) {
            throw new IllegalArgumentException("expected one line \"key …\" but found " + current.length);
        }
        return new KeyFile(path, demo, current[0], keys(lines, "earlier "));
    }

    private static byte[][] keys(List<String> lines, String word) {
        return lines.stream()
                .map(String::strip)
                .filter(line -> line.startsWith(word))
                .map(line -> key(line.substring(word.length()).strip()))
                .toArray(byte[][]::new);
    }

    private static byte[] key(String hex) {
        if (!hex.matches("[0-9a-fA-F]{64}")) {
            throw new IllegalArgumentException("a key is not 64 hexadecimal digits");
        }
        return HexFormat.of().parseHex(hex);
    }

    private static void make(Path path) {
        var key = new byte[FieldCipher.KEY_BYTES];
        new SecureRandom().nextBytes(key);
        var text = "# The demo city is sealed with this key. Production refuses it.\ndemo\nkey "
                + HexFormat.of().formatHex(key) + "\n";
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(path, text, UTF_8);
        } catch (FileAlreadyExistsException e) {
            // Another program of the same folder was quicker; its key is the one that counts.
            return;
        } catch (IOException e) {
            throw new CannotStart(
                    "The key file " + path.toAbsolutePath() + " cannot be written: " + e.getMessage(),
                    "Make room or give the folder to the user who starts the platform.",
                    e);
        }
    }

    public FieldCipher cipher(String field) {
        return FieldCipher.of(field, current, earlier);
    }

    boolean isDemo() {
        return demo;
    }

    boolean isOpenToOthers() {
        try {
            return Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    Path path() {
        return path;
    }
}

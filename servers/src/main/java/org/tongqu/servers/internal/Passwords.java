package org.tongqu.servers.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import org.tongqu.servers.CannotStart;
import org.tongqu.servers.DatabaseAddress;
import org.tongqu.servers.Login;

/**
 * The generated passwords of one data folder, kept in a file that only its owner may read.
 *
 * @param superuser makes roles and databases
 */
public record Passwords(Login superuser, Login owner, Login application) {

    private static final String FILE = "passwords.properties";
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Passwords of(Path data) throws IOException {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) {
            if (Files.isDirectory(data.resolve(Cluster.FOLDER))) {
                throw new CannotStart(
                        "The data folder " + data + " has lost its file " + FILE + ".",
                        "Put the file back from your copy, or choose an empty folder with --data DIR.");
            }
            write(file, generated());
        }
        return read(file);
    }

    private static Properties generated() {
        Properties passwords = new Properties();
        for (String role : List.of("postgres", "tongqu", DatabaseAddress.APPLICATION_ROLE)) {
            byte[] secret = new byte[24];
            RANDOM.nextBytes(secret);
            passwords.setProperty(role, HexFormat.of().formatHex(secret));
        }
        return passwords;
    }

    private static void write(Path file, Properties passwords) throws IOException {
        Path half = file.resolveSibling(FILE + ".half");
        Files.deleteIfExists(half);
        Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(half)) {
            passwords.store(out, "Generated for this data folder. Keep it with the folder and to yourself.");
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Passwords read(Path file) throws IOException {
        Properties passwords = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            passwords.load(in);
        }
        return new Passwords(
                login(passwords, "postgres"),
                login(passwords, "tongqu"),
                login(passwords, DatabaseAddress.APPLICATION_ROLE));
    }

    private static Login login(Properties passwords, String role) {
        String password = passwords.getProperty(role);
        if (password == null) {
            throw new CannotStart(
                    "The file " + FILE + " has no password for " + role + ".",
                    "Put the file back from your copy, or choose an empty folder with --data DIR.");
        }
        return new Login(role, password);
    }
}

package org.tongqu.exchange._support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongqu.exchange.file.BatchCheck;
import org.tongqu.exchange.file.Manifest;
import org.tongqu.exchange.file.Seals;

/** A department that delivers batches of files. */
public final class TestBatches {

    private final KeyPair keys;

    public TestBatches() {
        try {
            keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    public byte[] openKey() {
        return keys.getPublic().getEncoded();
    }

    public Optional<byte[]> find(String key) {
        return key.equals(Seals.id(openKey())) ? Optional.of(openKey()) : Optional.empty();
    }

    public Manifest sign(Manifest plain) {
        return Seals.sign(plain, Seals.id(openKey()), keys.getPrivate());
    }

    /** What is true of the files of a folder. @param rows of each file */
    public static Manifest plain(String batch, String flow, Path folder, long rows) throws IOException {
        List<Manifest.Part> parts = new ArrayList<>();
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString();
                if (!name.equals(Manifest.NAME)) {
                    parts.add(new Manifest.Part(name, Files.size(file), BatchCheck.digest(file), rows));
                }
            }
        }
        return new Manifest(batch, flow, "sender", parts, Optional.empty());
    }

    /** Lays a signed manifest beside the files of a folder. */
    public Manifest deliver(String batch, String flow, Path folder, long rows) throws IOException {
        var manifest = sign(plain(batch, flow, folder, rows));
        Files.write(folder.resolve(Manifest.NAME), manifest.json().getBytes(UTF_8));
        return manifest;
    }
}

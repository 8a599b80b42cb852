package org.tongqu.design;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Addresses of our static files that change when the file changes, so that browsers may keep them for a year. */
public final class Assets {

    private static final String ROOT = "/assets/design/";
    private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>();

    private Assets() {}

    /** {@code tongqu.css} becomes {@code /assets/design/tongqu.css?v=1f3c9a02}. */
    public static String address(String file) {
        return ADDRESSES.computeIfAbsent(file, name -> ROOT + name + "?v=" + fingerprint(name));
    }

    private static String fingerprint(String file) {
        try (var bytes = Assets.class.getResourceAsStream("/static" + ROOT + file)) {
            if (bytes == null) {
                throw new IllegalArgumentException("There is no static file " + ROOT + file);
            }
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes.readAllBytes());
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (IOException broken) {
            throw new UncheckedIOException("Cannot read " + ROOT + file, broken);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}

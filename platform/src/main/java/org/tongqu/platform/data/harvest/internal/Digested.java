package org.tongqu.platform.data.harvest.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tongqu.platform.data.harvest.ForeignRecord;

/** A record with the digest of all that it says. */
record Digested(ForeignRecord record, String digest) {

    static Digested of(ForeignRecord record) {
        return new Digested(record, digest(record.toString()));
    }

    static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.tongqu.platform.trust.identity.internal;

import java.security.SecureRandom;
import java.util.Base64;
import org.tongqu.kernel.proof.Digest;

/** The secret in a session cookie: 256 random bits. The platform keeps its SHA-256 alone. */
final class SessionToken {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private SessionToken() {}

    static String fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] hash(String token) {
        return Digest.of(token).bytes();
    }
}

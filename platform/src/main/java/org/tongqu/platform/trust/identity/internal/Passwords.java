package org.tongqu.platform.trust.identity.internal;

import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.tongqu.platform.trust.identity.IdentitySettings;

/**
 * Argon2id. Only a few hashes are computed at once: each needs megabytes, and a flood of sign-ins must not take the
 * memory from everybody else.
 */
@Component
public class Passwords {

    /** In the place of a hash where nobody can sign in yet. */
    static final String NONE = "!";

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Argon2PasswordEncoder argon2;
    private final Semaphore places;
    private final String decoy;

    Passwords(IdentitySettings settings) {
        this.argon2 = new Argon2PasswordEncoder(
                SALT_BYTES,
                HASH_BYTES,
                1,
                settings.hash().memoryKib(),
                settings.hash().iterations());
        this.places = new Semaphore(settings.hash().atOnce());
        this.decoy = hash("a password that nobody has");
    }

    public String hash(String password) {
        places.acquireUninterruptibly();
        try {
            return argon2.encode(password);
        } finally {
            places.release();
        }
    }

    boolean fits(String password, String hash) {
        places.acquireUninterruptibly();
        try {
            return argon2.matches(password, hash.equals(NONE) ? decoy : hash) && !hash.equals(NONE);
        } finally {
            places.release();
        }
    }

    /** Works as long as {@link #fits} does, for a name that nobody has. */
    void fitsNobody(String password) {
        fits(password, NONE);
    }
}

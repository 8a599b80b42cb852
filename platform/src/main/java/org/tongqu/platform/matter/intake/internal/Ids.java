package org.tongqu.platform.matter.intake.internal;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** New ids that nobody can guess, the earlier the smaller (RFC 9562, version 7), so that indexes grow at one end. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID next(Instant now) {
        return of(now, RANDOM.nextLong(), RANDOM.nextLong());
    }

    /** The id of this instant and these random bits. */
    public static UUID of(Instant now, long someBits, long moreBits) {
        long high = now.toEpochMilli() << 16 | 0x7000 | someBits & 0xFFF;
        long low = moreBits & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** 128 random bits for an address or a hidden field. */
    public static String token() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static Optional<UUID> parse(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}

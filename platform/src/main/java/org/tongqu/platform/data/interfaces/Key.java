package org.tongqu.platform.data.interfaces;

import java.time.Instant;
import java.util.Optional;
import org.tongqu.platform.data.catalog.ResourceCode;

/**
 * With what a system calls, under one agreement.
 *
 * @param shown its first signs, by which people tell keys apart
 * @param label which system uses it
 */
public record Key(
        long id, String shown, Under under, String label, Made made, Instant expires, Optional<Instant> revoked) {

    /** The agreement with its resource and parties, which never change. */
    public record Under(String agreement, ResourceCode resource, String consumer, String provider) {}

    public record Made(String by, String name, Instant at) {}

    public boolean isAlive(Instant now) {
        return revoked.isEmpty() && now.isBefore(expires);
    }
}

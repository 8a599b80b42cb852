package org.tongqu.platform.data.interfaces;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A call as it is kept: who called what under which agreement and how it went; nothing of what was asked and answered.
 *
 * @param matter number of the matter that needed it; empty when none did
 * @param why why it was not answered; empty when it was
 */
public record Call(
        UUID id,
        String endpoint,
        Key key,
        Instant at,
        String matter,
        Optional<CallRefusal.Why> why,
        Size size,
        Took took) {

    /** @param digest of the answer; empty when none was given */
    public record Size(long records, long bytes, String digest) {
        public static final Size NONE = new Size(0, 0, "");
    }

    /** @param provider what of it was spent waiting for the provider */
    public record Took(Duration whole, Duration provider) {}

    public int status() {
        return why.map(CallRefusal.Why::status).orElse(200);
    }

    /** {@code answered}, or the reason why not. */
    public String outcome() {
        return why.map(CallRefusal.Why::code).orElse("answered");
    }
}

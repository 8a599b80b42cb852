package org.tongqu.platform.trust.identity;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How strict the doors are. The defaults are the figures that assessors of 等级保护 level 3 ask for.
 *
 * @param idle a session ends when nothing was asked for so long
 * @param longest and in any case after so long
 * @param secureCookies cookies go over TLS only; {@code true} for production behind a TLS proxy
 */
@ConfigurationProperties("tongqu.identity")
public record IdentitySettings(
        @DefaultValue("30m") Duration idle,
        @DefaultValue("8h") Duration longest,
        @DefaultValue Tries tries,
        @DefaultValue Hash hash,
        @DefaultValue Staff staff,
        @DefaultValue("false") boolean secureCookies) {

    /** When a name or an address is locked, and for how long. */
    public record Tries(
            @DefaultValue("5") int perName,
            @DefaultValue("40") int perAddress,
            @DefaultValue("20") int registrationsPerAddress,
            @DefaultValue("15m") Duration lockedFor) {}

    /** The cost of one Argon2id hash, and how many may be computed at once (each needs its memory). */
    public record Hash(
            @DefaultValue("19456") int memoryKib,
            @DefaultValue("2") int iterations,
            @DefaultValue("2") int atOnce) {}

    /**
     * What is asked of the passwords of staff beyond those of citizens.
     *
     * @param passwordLives after so long it must be changed; {@code 0} where the operator follows those standards that
     *     advise against forced changes
     * @param oneTimePasswordLives a password given out for one use opens nothing after so long
     */
    public record Staff(
            @DefaultValue("90d") Duration passwordLives,
            @DefaultValue("5") int passwordsRemembered,
            @DefaultValue("72h") Duration oneTimePasswordLives) {

        /** Whether a password set then is too old for somebody who comes in now. */
        public boolean isTooOld(Instant setAt, Instant now) {
            return passwordLives.isPositive() && !now.isBefore(setAt.plus(passwordLives));
        }

        public boolean isGivenTooLongAgo(Instant setAt, Instant now) {
            return !now.isBefore(setAt.plus(oneTimePasswordLives));
        }
    }
}

package org.tongqu.platform.trust.identity;

import java.time.Instant;
import java.util.Optional;

/** The account of somebody of the directory, as far as an administrator may know it. */
public record StaffAccount(
        String staff,
        String signInName,
        Instant passwordSetAt,
        Optional<Instant> lastSignIn,
        Optional<Instant> lockedAt) {}

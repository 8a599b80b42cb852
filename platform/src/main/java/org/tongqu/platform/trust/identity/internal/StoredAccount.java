package org.tongqu.platform.trust.identity.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tongqu.platform.trust.identity.Door;

/**
 * An account as far as signing in needs it.
 *
 * @param isForOnce its password was given out and is to be changed before anything else
 */
record StoredAccount(
        String id,
        Door door,
        String name,
        @Nullable String staff,
        @Nullable String signInName,
        String password,
        Instant passwordSetAt,
        boolean isForOnce) {}

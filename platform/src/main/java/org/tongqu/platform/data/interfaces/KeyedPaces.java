package org.tongqu.platform.data.interfaces;

import org.springframework.stereotype.Component;
import org.tongqu.platform.data.interfaces.internal.KnownKeys;

/** Tells, from memory, who shows a key that opened something a moment ago from whoever tries keys; nothing is let through by it. */
@Component
public class KeyedPaces {

    private final KnownKeys known;

    KeyedPaces(KnownKeys known) {
        this.known = known;
    }

    public boolean isKnown(String token) {
        return known.isKnown(token, System.nanoTime());
    }
}

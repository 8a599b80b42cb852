package org.tongqu.platform.operate.store;

import java.util.Locale;

/** What people type, as a pattern for {@code LIKE}. */
public final class LikePattern {

    private LikePattern() {}

    /** Matches lower-case text in which the words occur just as typed; their {@code %} and {@code _} mean themselves. */
    public static String containing(String words) {
        return "%" + words.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}

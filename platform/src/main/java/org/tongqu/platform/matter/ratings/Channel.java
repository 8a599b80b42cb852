package org.tongqu.platform.matter.ratings;

import java.util.Locale;

/** By which door a rating came. */
public enum Channel {
    WEB,
    /** At a window of a hall, on the visitor's side of it. */
    WINDOW;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

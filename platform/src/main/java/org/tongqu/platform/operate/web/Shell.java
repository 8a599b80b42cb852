package org.tongqu.platform.operate.web;

import java.util.Locale;

/** The two faces of the house; each has its own menu, and its own name in the settings. */
public enum Shell {
    PORTAL,
    DESK;

    /** As it stands in {@code tongqu.site.names.portal}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

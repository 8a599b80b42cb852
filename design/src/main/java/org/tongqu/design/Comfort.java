package org.tongqu.design;

import java.util.Locale;

/**
 * How a person likes to read. Set by plain GET forms, kept in a cookie by whoever serves {@link #action}.
 *
 * @param action   the address that keeps a changed {@code theme} or {@code size} and returns to {@code back}
 * @param language the address that keeps a changed {@code lang} and returns to {@code back}
 */
public record Comfort(Theme theme, TextSize size, String action, String language) {

    /** {@code AUTO} follows the device. */
    public enum Theme {
        AUTO,
        LIGHT,
        DARK,
        CONTRAST;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads a cookie or a parameter; whatever is not known follows the device. */
        public static Theme of(String code) {
            for (var theme : values()) {
                if (theme.code().equals(code)) {
                    return theme;
                }
            }
            return AUTO;
        }
    }

    public enum TextSize {
        NORMAL,
        LARGE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads a cookie or a parameter; whatever is not known is normal. */
        public static TextSize of(String code) {
            return LARGE.code().equals(code) ? LARGE : NORMAL;
        }
    }

    public static Comfort usual() {
        return new Comfort(Theme.AUTO, TextSize.NORMAL, "/comfort", "/language");
    }
}

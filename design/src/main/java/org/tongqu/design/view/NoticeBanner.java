package org.tongqu.design.view;

import java.util.Locale;
import org.tongqu.design.Icon;

/** What just happened or what everybody must know; an empty text is not shown. */
public record NoticeBanner(Tone tone, String title, String text) {

    public enum Tone {
        INFO(Icon.INFO_CIRCLE),
        SUCCESS(Icon.CIRCLE_CHECK),
        WARNING(Icon.ALERT_TRIANGLE),
        ERROR(Icon.ALERT_TRIANGLE);

        private final Icon icon;

        Tone(Icon icon) {
            this.icon = icon;
        }

        public Icon icon() {
            return icon;
        }

        public String css() {
            return "notice notice-" + name().toLowerCase(Locale.ROOT);
        }

        /** Errors interrupt, everything else waits its turn. */
        public String role() {
            return this == ERROR ? "alert" : "status";
        }
    }

    public static NoticeBanner info(String title) {
        return new NoticeBanner(Tone.INFO, title, "");
    }

    public static NoticeBanner success(String title) {
        return new NoticeBanner(Tone.SUCCESS, title, "");
    }

    public static NoticeBanner warning(String title) {
        return new NoticeBanner(Tone.WARNING, title, "");
    }

    public static NoticeBanner error(String title) {
        return new NoticeBanner(Tone.ERROR, title, "");
    }

    public NoticeBanner saying(String newText) {
        return new NoticeBanner(tone, title, newText);
    }
}

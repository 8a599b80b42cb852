package org.tongqu.design.view;

import java.time.LocalDate;
import java.util.Locale;
import org.tongqu.design.Texts;

/** How a clock stands: shape, word and colour together, so that none is needed alone. */
public record Lamp(Light light, String words) {

    private static final int SOON_DAYS = 2;

    public enum Light {
        /** ● within the limit. */
        FINE,
        /** ▲ the limit is near. */
        SOON,
        /** ■ the limit has passed. */
        LATE,
        /** ◆ the clock stands still. */
        PAUSED,
        /** ○ finished; no clock runs. */
        DONE;

        public String css() {
            return "lamp lamp-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** With the usual word for the light. */
    public static Lamp of(Texts texts, Light light) {
        return new Lamp(light, texts.say("design.lamp." + light.name().toLowerCase(Locale.ROOT)));
    }

    /** Of a clock that ends with a day: late behind it, soon from two days before. */
    public static Lamp of(Texts texts, LocalDate due, LocalDate today) {
        if (today.isAfter(due)) {
            return of(texts, Light.LATE);
        }
        return of(texts, today.plusDays(SOON_DAYS).isBefore(due) ? Light.FINE : Light.SOON);
    }
}

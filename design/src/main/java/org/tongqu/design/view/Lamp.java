package org.tongqu.design.view;

import java.util.Locale;
import org.tongqu.design.Texts;

/** How a clock stands: shape, word and colour together, so that none is needed alone. */
public record Lamp(Light light, String words) {

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
}

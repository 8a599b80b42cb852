package org.tongqu.platform.front.desk.web;

import java.util.Locale;
import org.tongqu.design.Texts;
import org.tongqu.design.view.Lamp.Light;
import org.tongqu.platform.matter.casework.Lamp;

/** The lamp of a clock as the desk shows it. */
public final class Lamps {

    private Lamps() {}

    public static org.tongqu.design.view.Lamp shown(Texts texts, Lamp lamp) {
        return new org.tongqu.design.view.Lamp(light(lamp), word(texts, lamp));
    }

    public static String word(Texts texts, Lamp lamp) {
        return texts.say("desk.lamp." + lamp.name().toLowerCase(Locale.ROOT));
    }

    private static Light light(Lamp lamp) {
        return switch (lamp) {
            case GREEN -> Light.FINE;
            case YELLOW -> Light.SOON;
            case RED -> Light.LATE;
            case STOPPED -> Light.PAUSED;
            case NONE -> Light.DONE;
        };
    }
}

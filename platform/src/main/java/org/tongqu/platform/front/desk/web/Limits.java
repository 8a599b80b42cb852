package org.tongqu.platform.front.desk.web;

import java.util.Locale;
import org.tongqu.design.Texts;
import org.tongqu.kernel.time.Limit;

/** Limits as officers read them. */
public final class Limits {

    private Limits() {}

    public static String say(Texts texts, Limit limit) {
        return texts.say("desk.limit." + limit.unit().name().toLowerCase(Locale.ROOT), limit.amount());
    }
}

package org.tongqu.platform.front.portal.web.apply;

import org.tongqu.design.Texts;

/** What people call the register an answer came from. */
final class Registers {

    private Registers() {}

    /** @param source register and field, e.g. {@code population.name} */
    static String name(Texts texts, String source) {
        int dot = source.indexOf('.');
        var key = "portal.register." + (dot < 0 ? source : source.substring(0, dot));
        return texts.say(texts.knows(key) ? key : "portal.register.other");
    }
}

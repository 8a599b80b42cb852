package org.tongqu.platform.front.answers;

import org.tongqu.design.Texts;

/** What people call the register an answer came from. */
public final class Registers {

    private Registers() {}

    /** @param source register and field, e.g. {@code population.name} */
    public static String name(Texts texts, String source) {
        int dot = source.indexOf('.');
        var key = "answers.register." + (dot < 0 ? source : source.substring(0, dot));
        return texts.say(texts.knows(key) ? key : "answers.register.other");
    }
}

package org.tongqu.design.examples;

import org.tongqu.design.Texts;
import org.tongqu.design.form.Question;

/** What examples say: short for {@code texts.say("gallery.…")}. */
public final class Words {

    private Words() {}

    public static String say(Texts texts, String key) {
        return texts.say("gallery." + key);
    }

    /** A question whose name is its own on the gallery page. */
    public static Question ask(Texts texts, String name, String key) {
        return Question.of(texts, name, say(texts, key));
    }
}

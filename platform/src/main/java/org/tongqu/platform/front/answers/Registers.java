package org.tongqu.platform.front.answers;

import org.tongqu.design.Texts;
import org.tongqu.engines.forms.Provenance.FieldProvenance;
import org.tongqu.platform.operate.web.Said;

/** What people call the register an answer came from. */
public final class Registers {

    private Registers() {}

    /** @param source register and field, e.g. {@code population.name} */
    public static String name(Texts texts, String source) {
        int dot = source.indexOf('.');
        var key = "answers.register." + (dot < 0 ? source : source.substring(0, dot));
        return texts.say(texts.knows(key) ? key : "answers.register.other");
    }

    /** The register, with who told it where that is known. */
    public static String name(Texts texts, FieldProvenance known) {
        var name = name(texts, known.source());
        return known.teller()
                .map(teller -> texts.say("answers.register.told", name, Said.in(texts, teller)))
                .orElse(name);
    }
}

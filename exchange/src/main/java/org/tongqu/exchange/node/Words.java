package org.tongqu.exchange.node;

import java.util.List;
import org.tongqu.engines.texts.Sentences;
import org.tongqu.kernel.text.Language;

/** What a node says, in one language. */
record Words(Language language) {

    private static final Sentences SENTENCES = Sentences.in("texts/node");

    String say(String code, String... quoted) {
        return SENTENCES.say(language, code, List.of(quoted));
    }

    /** What went wrong; what the centre says under a code that this edition does not know is said as it is. */
    String trouble(String code, String detail) {
        return SENTENCES.find(language, "trouble." + code, List.of(detail)).orElseGet(() -> code + " " + detail);
    }

    /** What to do about it. */
    String remedy(String code) {
        return SENTENCES.find(language, "remedy." + code, List.of()).orElseGet(() -> say("remedy.other"));
    }

    /** In all languages, Chinese first. */
    static String both(String code, String... quoted) {
        return new Words(Language.ZH).say(code, quoted) + "\n" + new Words(Language.EN).say(code, quoted);
    }
}

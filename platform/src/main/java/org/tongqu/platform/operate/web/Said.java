package org.tongqu.platform.operate.web;

import java.util.Optional;
import org.tongqu.design.Texts;
import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.text.Language;

/** Says what packs and registers carry in both languages in the one the reader chose. */
public final class Said {

    private Said() {}

    public static String in(Texts texts, Label label) {
        return label.in(language(texts));
    }

    /** The reader's language as the engines call it. */
    public static Language language(Texts texts) {
        return texts.language() == org.tongqu.design.Language.EN ? Language.EN : Language.ZH;
    }

    /** Nothing is said where there is nothing to say. */
    public static String in(Texts texts, Optional<Label> label) {
        return in(texts, label, "");
    }

    /** @param otherwise what is said where there is no label, e.g. the code of something unknown */
    public static String in(Texts texts, Optional<Label> label, String otherwise) {
        return label.map(said -> in(texts, said)).orElse(otherwise);
    }
}

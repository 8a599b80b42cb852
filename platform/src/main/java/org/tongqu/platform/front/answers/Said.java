package org.tongqu.platform.front.answers;

import java.util.Optional;
import org.tongqu.design.Texts;
import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.text.Language;

/** Says what packs and registers carry in both languages in the one the reader chose. */
public final class Said {

    private Said() {}

    public static String in(Texts texts, Label label) {
        return label.in(texts.language() == org.tongqu.design.Language.EN ? Language.EN : Language.ZH);
    }

    /** Nothing is said where there is nothing to say. */
    public static String in(Texts texts, Optional<Label> label) {
        return label.map(said -> in(texts, said)).orElse("");
    }
}

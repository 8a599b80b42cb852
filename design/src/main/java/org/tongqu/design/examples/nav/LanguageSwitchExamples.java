package org.tongqu.design.examples.nav;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.nav.LanguageSwitch;

/** Examples of {@link LanguageSwitch}. */
public final class LanguageSwitchExamples implements Examples {

    @Override
    public String template() {
        return "nav/LanguageSwitch";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(Example.of(t, "usual", new LanguageSwitch(t.language(), "/language", "/gallery")));
    }
}

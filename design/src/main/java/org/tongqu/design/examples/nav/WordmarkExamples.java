package org.tongqu.design.examples.nav;

import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.nav.Wordmark;

/** Examples of {@link Wordmark}. */
public final class WordmarkExamples implements Examples {

    @Override
    public String template() {
        return "nav/Wordmark";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(
                Example.of(t, "usual", new Wordmark(say(t, "site"), "", "#home")),
                Example.of(t, "under", new Wordmark(say(t, "site"), say(t, "site.under"), "#home")));
    }
}

package org.tongqu.design.examples.form;

import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Icon;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.form.ButtonLink;

/** Examples of {@link ButtonLink}. */
public final class ButtonLinkExamples implements Examples {

    @Override
    public String template() {
        return "form/ButtonLink";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(
                Example.of(t, "main", ButtonLink.main(say(t, "start"), "#start")),
                Example.of(
                        t, "usual", ButtonLink.plain(say(t, "print"), "#print").with(Icon.PRINTER)),
                Example.of(t, "quiet", ButtonLink.quiet(say(t, "back"), "#back")));
    }
}

package org.tongqu.design.examples.view;

import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.view.PersonBadge;

/** Examples of {@link PersonBadge}. */
public final class PersonBadgeExamples implements Examples {

    @Override
    public String template() {
        return "view/PersonBadge";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(
                Example.of(t, "usual", new PersonBadge(say(t, "li"), say(t, "office.name"))),
                Example.of(t, "plain", new PersonBadge(say(t, "li"), "")));
    }
}

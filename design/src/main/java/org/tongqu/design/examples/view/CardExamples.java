package org.tongqu.design.examples.view;

import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.view.Card;

/** Examples of {@link Card}. */
public final class CardExamples implements Examples {

    @Override
    public String template() {
        return "view/Card";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(
                Example.of(t, "usual", new Card(say(t, "life"), "#life", say(t, "life.text"), "")),
                Example.of(t, "long", new Card(say(t, "firm.long"), "#long", "", say(t, "office.name"))));
    }
}

package org.tongqu.design.examples.view;

import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;

/** Examples of {@link KeyFacts}. */
public final class KeyFactsExamples implements Examples {

    @Override
    public String template() {
        return "view/KeyFacts";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(Example.of(
                t,
                "usual",
                new KeyFacts(List.of(
                        Fact.of(say(t, "firm"), say(t, "firm.long")),
                        Fact.of(say(t, "number"), "91999901MA00000019").noting(say(t, "register")),
                        Fact.of(say(t, "office"), say(t, "office.name")).leadingTo("#office")))));
    }
}

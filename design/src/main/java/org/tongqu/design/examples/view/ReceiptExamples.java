package org.tongqu.design.examples.view;

import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.Receipt;

/** Examples of {@link Receipt}. */
public final class ReceiptExamples implements Examples {

    @Override
    public String template() {
        return "view/Receipt";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(Example.of(
                t,
                "usual",
                new Receipt(
                        t,
                        say(t, "received"),
                        "2026-999901-000123",
                        List.of(
                                Fact.of(say(t, "matter"), say(t, "service")),
                                Fact.of(say(t, "office"), say(t, "office.name"))),
                        List.of(say(t, "then.1"), say(t, "then.2"), say(t, "then.3")))));
    }
}

package org.tongqu.design.examples.nav;

import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.nav.Tabs;

/** Examples of {@link Tabs}. */
public final class TabsExamples implements Examples {

    @Override
    public String template() {
        return "nav/Tabs";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(Example.of(
                t,
                "usual",
                new Tabs(
                        say(t, "inbox"),
                        List.of(
                                new Tabs.Tab("mine", say(t, "tab.mine"), "#mine", "12"),
                                new Tabs.Tab("office", say(t, "tab.office"), "#office", "148"),
                                new Tabs.Tab("done", say(t, "tab.done"), "#done", "")),
                        "office")));
    }
}

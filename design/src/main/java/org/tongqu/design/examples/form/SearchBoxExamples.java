package org.tongqu.design.examples.form;

import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.form.SearchBox;

/** Examples of {@link SearchBox}. */
public final class SearchBoxExamples implements Examples {

    @Override
    public String template() {
        return "form/SearchBox";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(
                Example.of(
                        t,
                        "usual",
                        new SearchBox(
                                t,
                                "#search",
                                say(t, "search"),
                                "",
                                List.of(
                                        new SearchBox.Popular(say(t, "service"), "#1"),
                                        new SearchBox.Popular(say(t, "service.2"), "#2")))),
                Example.of(t, "filled", new SearchBox(t, "#search", say(t, "search"), say(t, "service"), List.of())));
    }
}

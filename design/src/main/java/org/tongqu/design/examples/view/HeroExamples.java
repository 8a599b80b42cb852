package org.tongqu.design.examples.view;

import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.form.SearchBox;
import org.tongqu.design.view.Hero;

/** Examples of {@link Hero}. */
public final class HeroExamples implements Examples {

    @Override
    public String template() {
        return "view/Hero";
    }

    @Override
    public List<Example> in(Texts t) {
        var popular = List.of(
                new SearchBox.Popular(say(t, "service"), "#1"), new SearchBox.Popular(say(t, "service.2"), "#2"));
        var search = new SearchBox(t, "#search", say(t, "search.hint"), "", popular);
        return List.of(Example.of(t, "usual", new Hero(say(t, "search"), say(t, "lead"), search)));
    }
}

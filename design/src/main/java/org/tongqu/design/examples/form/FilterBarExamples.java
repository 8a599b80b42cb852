package org.tongqu.design.examples.form;

import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.form.FilterBar.Filter;
import org.tongqu.design.form.FormPage;

/** Examples of {@link FilterBar}. */
public final class FilterBarExamples implements Examples {

    @Override
    public String template() {
        return "form/FilterBar";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(Example.of(
                t,
                "usual",
                new FilterBar(t, "#list", filters(t), List.of(new FormPage.Hidden("sort", "due")), "#all")));
    }

    private static List<Filter> filters(Texts t) {
        return List.of(
                new Filter.Words("filter-words", say(t, "words"), ""),
                new Filter.OneOf(
                        "filter-lamp",
                        say(t, "clock"),
                        List.of(
                                Choice.of("late", t.say("design.lamp.late")),
                                Choice.of("soon", t.say("design.lamp.soon"))),
                        "late",
                        say(t, "all")),
                new Filter.Day("filter-from", say(t, "from"), "2026-11-01").asTyped(t, ""));
    }
}

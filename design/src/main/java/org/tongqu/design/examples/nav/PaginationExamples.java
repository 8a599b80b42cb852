package org.tongqu.design.examples.nav;

import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.nav.Pagination;

/** Examples of {@link Pagination}. */
public final class PaginationExamples implements Examples {

    @Override
    public String template() {
        return "nav/Pagination";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(
                Example.of(t, "usual", new Pagination(t, "#previous", "#next", say(t, "shown"))),
                Example.of(t, "done", new Pagination(t, "#previous", "", say(t, "shown"))));
    }
}

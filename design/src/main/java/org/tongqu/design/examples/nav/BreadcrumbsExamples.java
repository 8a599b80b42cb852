package org.tongqu.design.examples.nav;

import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;

/** Examples of {@link Breadcrumbs}. */
public final class BreadcrumbsExamples implements Examples {

    @Override
    public String template() {
        return "nav/Breadcrumbs";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(Example.of(
                t,
                "usual",
                Breadcrumbs.of(
                        new Crumb(say(t, "home"), "#home"),
                        new Crumb(say(t, "life"), "#life"),
                        new Crumb(say(t, "service"), ""))));
    }
}

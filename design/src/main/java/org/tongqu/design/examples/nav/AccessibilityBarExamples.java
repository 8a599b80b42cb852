package org.tongqu.design.examples.nav;

import java.util.List;
import org.tongqu.design.Comfort;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.nav.AccessibilityBar;

/** Examples of {@link AccessibilityBar}. */
public final class AccessibilityBarExamples implements Examples {

    @Override
    public String template() {
        return "nav/AccessibilityBar";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(Example.of(t, "usual", new AccessibilityBar(t, Comfort.usual(), "/gallery")));
    }
}

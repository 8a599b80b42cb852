package org.tongqu.design.examples.nav;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.nav.CommandHelp;

/** Examples of {@link CommandHelp}. */
public final class CommandHelpExamples implements Examples {

    @Override
    public String template() {
        return "nav/CommandHelp";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(Example.of(t, "usual", CommandHelp.ofDesk(t)));
    }
}

package org.tongqu.design.examples.view;

import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Icon;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.view.ServiceCard;

/** Examples of {@link ServiceCard}. */
public final class ServiceCardExamples implements Examples {

    @Override
    public String template() {
        return "view/ServiceCard";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(
                Example.of(
                        t,
                        "usual",
                        new ServiceCard(
                                Icon.BUILDING_STORE,
                                say(t, "service"),
                                "#service",
                                say(t, "service.text"),
                                say(t, "office.name"),
                                List.of(say(t, "tag.online"), say(t, "tag.days")))),
                Example.of(t, "plain", new ServiceCard(Icon.ID, say(t, "service.2"), "#service-2", "", "", List.of())));
    }
}

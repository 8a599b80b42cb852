package org.tongqu.platform.matter.hall.web;

import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongqu.design.Texts;
import org.tongqu.platform.matter.hall.HallPlan;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.operate.web.Said;

/** Which services of the catalogue a line of a hall takes. */
@Component
class LineServices {

    private final ServiceCatalogue catalogue;

    LineServices(ServiceCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Their names in one line; empty when the catalogue has none of them. */
    String of(Texts texts, HallPlan plan, HallPlan.Line line) {
        return catalogue.items().stream()
                .filter(item -> plan.findLineOf(kind(item.packId()))
                        .filter(line::equals)
                        .isPresent())
                .map(item -> Said.in(texts, item.title()))
                .collect(Collectors.joining(texts.say("hall.and")));
    }

    /** The line that takes the service in this hall, by its code; empty for a service nobody knows. */
    String lineOf(HallPlan plan, String packId) {
        return catalogue
                .findPack(packId)
                .flatMap(pack -> plan.findLineOf(pack.dispatch().organisationKind()))
                .map(HallPlan.Line::code)
                .orElse("");
    }

    private String kind(String packId) {
        return catalogue.pack(packId).dispatch().organisationKind();
    }
}

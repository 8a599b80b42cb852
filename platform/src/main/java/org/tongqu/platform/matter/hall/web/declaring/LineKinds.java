package org.tongqu.platform.matter.hall.web.declaring;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Choice;
import org.tongqu.platform.matter.hall.HallPlan;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;

/** Kinds of organisations whose services a line takes, by the name of the one that serves the hall's place. */
@Component
class LineKinds {

    private final ServiceCatalogue catalogue;
    private final Directory directory;

    LineKinds(ServiceCatalogue catalogue, Directory directory) {
        this.catalogue = catalogue;
        this.directory = directory;
    }

    /** Those whose services are in the catalogue, and those that some line of the hall takes already. */
    List<Choice> choices(Texts texts, HallPlan plan) {
        var kinds = new TreeSet<String>();
        catalogue
                .items()
                .forEach(item ->
                        kinds.add(catalogue.pack(item.packId()).dispatch().organisationKind()));
        plan.lines().forEach(line -> kinds.addAll(line.kinds()));
        return kinds.stream()
                .map(kind -> new Choice(kind, name(texts, plan, kind), services(texts, kind)))
                .toList();
    }

    String said(Texts texts, HallPlan plan, HallPlan.Line line) {
        return line.kinds().isEmpty()
                ? texts.say("hall.declare.kinds.all")
                : new TreeSet<>(line.kinds())
                        .stream()
                                .map(kind -> name(texts, plan, kind))
                                .collect(Collectors.joining(texts.say("hall.and")));
    }

    private String name(Texts texts, HallPlan plan, String kind) {
        return directory
                .findResponsible(kind, plan.hall().seat().division())
                .map(found -> Said.in(texts, found.name()))
                .orElse(kind);
    }

    private String services(Texts texts, String kind) {
        return catalogue.items().stream()
                .filter(item -> catalogue
                        .pack(item.packId())
                        .dispatch()
                        .organisationKind()
                        .equals(kind))
                .map(item -> Said.in(texts, item.title()))
                .collect(Collectors.joining(texts.say("hall.and")));
    }
}

package org.tongqu.platform.front.portal.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Choice;
import org.tongqu.engines.packs.Publication;
import org.tongqu.platform.matter.decisions.Published;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;

/** The public lists there are, from the packs, and who stands behind a line. */
@Component
public class PublicLists {

    private final ServiceCatalogue catalogue;
    private final Directory directory;

    PublicLists(ServiceCatalogue catalogue, Directory directory) {
        this.catalogue = catalogue;
        this.directory = directory;
    }

    public List<Choice> choices(Texts texts) {
        return all().stream()
                .map(list -> Choice.of(list.id(), Said.in(texts, list.title())))
                .toList();
    }

    public Optional<Publication> find(String id) {
        return all().stream().filter(list -> list.id().equals(id)).findFirst();
    }

    /** A list no pack keeps any more reads as its id; its lines stay public. */
    public String title(Texts texts, String id) {
        return find(id).map(list -> Said.in(texts, list.title())).orElse(id);
    }

    public String office(Texts texts, Published line) {
        return directory
                .findOrganisation(line.organisation())
                .map(organisation -> Said.in(texts, organisation.name()))
                .orElse("");
    }

    private List<Publication> all() {
        return catalogue.items().stream()
                .flatMap(item -> catalogue.pack(item.packId()).publications().stream())
                .toList();
    }
}

package org.tongqu.platform.front.portal.web.services;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tongqu.design.Icon;
import org.tongqu.design.Texts;
import org.tongqu.design.view.ServiceCard;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.platform.front.portal.web.Limits;
import org.tongqu.platform.matter.services.ItemSummary;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;

/** Draws a service as a card, and names who answers for it. */
@Component
public class ServiceCards {

    /** 服务对象 of GB/T 39046 for firms. */
    private static final String FIRMS = "2";

    private final ServiceCatalogue catalogue;
    private final Directory directory;
    private final DivisionCode city;

    ServiceCards(ServiceCatalogue catalogue, Directory directory, @Value("${tongqu.site.division}") String city) {
        this.catalogue = catalogue;
        this.directory = directory;
        this.city = new DivisionCode(city);
    }

    public ServiceCard card(Texts texts, ItemSummary item) {
        var pack = catalogue.pack(item.packId());
        var tags = new ArrayList<String>();
        tags.add(texts.say("portal.services.tag.promised", Limits.promised(texts, pack)));
        int visits = pack.item().visit().times();
        tags.add(
                visits == 0
                        ? texts.say("portal.services.tag.visits.0")
                        : texts.say("portal.services.tag.visits", visits));
        if (pack.item().fee().isFree()) {
            tags.add(texts.say("portal.services.tag.free"));
        }
        return new ServiceCard(
                item.objects().contains(FIRMS) ? Icon.BUILDING_STORE : Icon.USERS,
                Said.in(texts, item.title()),
                "/services/" + item.packId(),
                Said.in(texts, item.summary()),
                office(texts, item.owner()),
                List.copyOf(tags));
    }

    /** The city's organisation of this kind; a kind that nobody of the city has yet reads as itself. */
    public String office(Texts texts, String kind) {
        return directory
                .findResponsible(kind, city)
                .map(organisation -> Said.in(texts, organisation.name()))
                .orElse(kind);
    }
}

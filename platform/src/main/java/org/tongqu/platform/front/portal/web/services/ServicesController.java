package org.tongqu.platform.front.portal.web.services;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.form.FilterBar.Filter;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.EmptyState;
import org.tongqu.platform.matter.services.ItemSummary;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Said;

/** Finding a service by words, office and subject. */
@Controller
class ServicesController {

    private final ServiceCatalogue catalogue;
    private final ServiceCards cards;

    ServicesController(ServiceCatalogue catalogue, ServiceCards cards) {
        this.catalogue = catalogue;
        this.cards = cards;
    }

    @GetMapping("/services")
    Html services(
            PageFrame frame,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String event,
            @RequestParam(defaultValue = "") String visits,
            @RequestParam(defaultValue = "") String depth) {
        var texts = frame.texts();
        var found = catalogue.search(q).stream()
                .filter(item -> office.isEmpty() || item.owner().equals(office))
                .filter(item -> event.isEmpty()
                        || item.topics().stream().anyMatch(topic -> topic.zh().equals(event)))
                .filter(item -> ItemWords.fits(catalogue.pack(item.packId()), visits, depth))
                .map(item -> cards.card(texts, item))
                .toList();
        var title = texts.say("portal.services.title");
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("portal.place.home"), "/"), new Crumb(texts.say("portal.place.services"), ""));
        var hotline = frame.where().site().hotline();
        var empty = EmptyState.of(texts.say("portal.services.none"), texts.say("portal.services.none.text", hotline))
                .offering(ButtonLink.plain(texts.say("portal.services.reset"), "/services"));
        return Html.page(
                "front/portal/ServicesPage",
                new ServicesPage(
                        frame.titled(title).at("services", crumbs),
                        new FilterBar(
                                texts,
                                "/services",
                                Stream.concat(
                                                filters(texts, q, office, event),
                                                Stream.of(
                                                        ItemWords.byVisits(texts, visits),
                                                        ItemWords.byDepth(texts, depth)))
                                        .toList(),
                                List.of(),
                                "/services"),
                        texts.say("portal.services.found", found.size()),
                        found,
                        empty));
    }

    private Stream<Filter> filters(Texts texts, String q, String office, String event) {
        var items = catalogue.items();
        var offices = choices(items, item -> Stream.of(Choice.of(item.owner(), cards.office(texts, item.owner()))));
        var events = choices(
                items, item -> item.topics().stream().map(topic -> Choice.of(topic.zh(), Said.in(texts, topic))));
        return Stream.of(
                new Filter.Words("q", texts.say("portal.services.words"), q),
                new Filter.OneOf(
                        "office",
                        texts.say("portal.services.department"),
                        offices,
                        office,
                        texts.say("portal.services.all")),
                new Filter.OneOf(
                        "event",
                        texts.say("portal.services.event"),
                        events,
                        event,
                        texts.say("portal.services.event.all")));
    }

    private static List<Choice> choices(List<ItemSummary> items, Function<ItemSummary, Stream<Choice>> of) {
        return items.stream().flatMap(of).distinct().toList();
    }
}

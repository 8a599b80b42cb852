package org.tongqu.platform.front.portal.web.services;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.engines.packs.Pack;
import org.tongqu.platform.front.portal.web.Gone;
import org.tongqu.platform.front.portal.web.Limits;
import org.tongqu.platform.matter.items.ItemBook;
import org.tongqu.platform.matter.items.ItemTelling;
import org.tongqu.platform.matter.services.ItemSummary;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Said;

/** The page of a life event: which services it takes, in which order, and which papers. */
@Controller
class LifeEventController {

    private static final int MOST = 60;

    private final ServiceCatalogue catalogue;
    private final ItemSteps steps;
    private final ServiceCards cards;
    private final ItemBook book;

    LifeEventController(ServiceCatalogue catalogue, ItemSteps steps, ServiceCards cards, ItemBook book) {
        this.book = book;
        this.catalogue = catalogue;
        this.steps = steps;
        this.cards = cards;
    }

    @GetMapping("/life/{event}")
    Html event(PageFrame frame, @PathVariable String event) {
        var texts = frame.texts();
        var packs = catalogue.items().stream()
                .filter(item -> item.events().containsKey(event))
                .sorted(Comparator.comparing((ItemSummary item) -> item.events().get(event))
                        .thenComparing(ItemSummary::packId))
                .map(item -> catalogue.pack(item.packId()))
                .toList();
        var key = "portal.event." + event;
        if (!texts.knows(key)) {
            throw Gone.notFound();
        }
        var parts = new ArrayList<LifeEventPage.Part>();
        for (var pack : packs) {
            parts.add(part(texts, pack, parts.size() + 1));
        }
        var title = texts.say(key);
        var others = book.under(event, MOST);
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("portal.place.home"), "/"),
                new Crumb(texts.say("portal.place.services"), "/services"),
                new Crumb(title, ""));
        return Html.page(
                "front/portal/LifeEventPage",
                new LifeEventPage(
                        frame.titled(title).at("services", crumbs),
                        title,
                        parts.isEmpty()
                                ? texts.say("portal.life.lead.none")
                                : texts.say("portal.life.lead", parts.size()),
                        parts,
                        others.isEmpty() && !parts.isEmpty()
                                ? Optional.empty()
                                : Optional.of(ItemTelling.table(
                                        texts,
                                        texts.say("portal.life.others"),
                                        ItemController.ITEMS,
                                        others,
                                        EmptyState.of(
                                                texts.say("portal.items.empty"),
                                                texts.say("portal.items.empty.text"))))));
    }

    private LifeEventPage.Part part(Texts texts, Pack pack, int place) {
        var visits = pack.item().visit().times();
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(texts.say("portal.guide.office"), cards.office(texts, pack.owner())));
        facts.add(Fact.of(texts.say("portal.guide.promised"), Limits.promised(texts, pack)));
        facts.add(Fact.of(
                texts.say("portal.guide.visits"),
                visits == 0 ? texts.say("portal.guide.visits.0") : texts.say("portal.guide.visits.n", visits)));
        facts.addAll(ItemWords.fees(texts, pack));
        var title = Said.in(texts, pack.title());
        return new LifeEventPage.Part(
                "part-" + place,
                texts.say("portal.life.part", place, title),
                "/services/" + pack.id(),
                Said.in(texts, pack.summary()),
                new KeyFacts(facts),
                steps.table(texts, pack, texts.say("portal.life.items", title)),
                GuideScreen.materials(texts, pack),
                ButtonLink.plain(texts.say("portal.life.start", title), "/apply/" + pack.id()));
    }
}

package org.tongqu.platform.front.portal.web.home;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.SearchBox;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.view.Card;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.StatTiles;
import org.tongqu.design.view.StatTiles.Tile;
import org.tongqu.design.view.StepList;
import org.tongqu.platform.front.portal.web.PublicLists;
import org.tongqu.platform.front.portal.web.home.HomeFacts.Facts;
import org.tongqu.platform.front.portal.web.mine.StoryLines;
import org.tongqu.platform.front.portal.web.services.ServiceCards;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.matter.decisions.Published;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.identity.SignedIn;

/** The front door. */
@Controller
class HomeController {

    private static final int MOST_MATTERS = 3;
    private static final int MOST_SERVICES = 6;
    private static final int MOST_RESULTS = 6;

    private final HomeFacts facts;
    private final LifeEvents events;
    private final ServiceCards cards;
    private final PublicLists lists;
    private final Casework casework;
    private final StoryLines lines;

    HomeController(
            HomeFacts facts,
            LifeEvents events,
            ServiceCards cards,
            PublicLists lists,
            Casework casework,
            StoryLines lines) {
        this.facts = facts;
        this.events = events;
        this.cards = cards;
        this.lists = lists;
        this.casework = casework;
        this.lines = lines;
    }

    @GetMapping("/")
    Html home(PageFrame frame, @AuthenticationPrincipal @Nullable SignedIn who) {
        var texts = frame.texts();
        var known = facts.now();
        var title = texts.say("portal.home.title");
        return Html.page(
                "front/portal/HomePage",
                new HomePage(
                        frame.titled(title).at("", Breadcrumbs.none()),
                        search(texts, known),
                        who instanceof SignedIn.Citizen citizen ? Optional.of(mine(texts, citizen)) : Optional.empty(),
                        events.doors(texts, known.items()),
                        used(texts, known),
                        latest(texts, known),
                        new HomePage.Promise(figures(texts, known), promises(texts)),
                        contacts(texts, frame.where().site().hotline())));
    }

    private static SearchBox search(Texts texts, Facts known) {
        var popular = known.items().stream()
                .limit(3)
                .map(item -> new SearchBox.Popular(Said.in(texts, item.title()), "/services/" + item.packId()))
                .toList();
        return new SearchBox(texts, "/services", texts.say("portal.home.search"), "", popular);
    }

    private HomePage.Mine mine(Texts texts, SignedIn.Citizen who) {
        var all = casework.casesOf(who);
        var matters = all.stream()
                .limit(MOST_MATTERS)
                .map(view -> new HomePage.Matter(
                        view.head().title(),
                        "/my/cases/" + view.head().receipt(),
                        lines.state(texts, view),
                        lines.until(texts, view),
                        lines.lamp(texts, view)))
                .toList();
        var empty = EmptyState.of(texts.say("portal.home.mine.empty"), texts.say("portal.home.mine.empty.text"))
                .offering(ButtonLink.plain(texts.say("portal.home.mine.start"), "/services"));
        return new HomePage.Mine(matters, texts.say("portal.home.mine.all", all.size()), empty);
    }

    private HomePage.Used used(Texts texts, Facts known) {
        return new HomePage.Used(
                known.items().stream()
                        .limit(MOST_SERVICES)
                        .map(item -> cards.card(texts, item))
                        .toList(),
                texts.say("portal.home.used.all", known.items().size()),
                EmptyState.of(texts.say("portal.home.used.empty"), texts.say("portal.home.used.empty.text")));
    }

    private HomePage.Latest latest(Texts texts, Facts known) {
        return new HomePage.Latest(
                known.latest().stream()
                        .limit(MOST_RESULTS)
                        .map(line -> published(texts, line))
                        .toList(),
                EmptyState.of(texts.say("portal.home.results.empty"), texts.say("portal.home.results.empty.text")));
    }

    private HomePage.Published published(Texts texts, Published line) {
        return new HomePage.Published(
                line.title(),
                "/results/" + line.id(),
                lists.title(texts, line.list()),
                lists.office(texts, line),
                texts.day(line.at().atZone(Texts.ZONE).toLocalDate()));
    }

    private static StatTiles figures(Texts texts, Facts known) {
        var onTime = known.onTime();
        return new StatTiles(
                texts,
                List.of(
                        new Tile(
                                texts.say("portal.home.figure.handled"),
                                texts.number(onTime.population()),
                                texts.say("portal.home.figure.handled.unit"),
                                "/openness",
                                "",
                                texts.say("portal.home.figure.handled.formula")),
                        Openness.onTime(texts, onTime, "/openness"),
                        new Tile(
                                texts.say("portal.home.figure.items"),
                                texts.number(known.items().size()),
                                texts.say("portal.home.figure.items.unit"),
                                "/services",
                                "",
                                texts.say("portal.home.figure.items.formula"))));
    }

    private static StepList promises(Texts texts) {
        return new StepList(Stream.of("1", "2", "3", "4")
                .map(number -> "portal.home.promise." + number)
                .map(key -> new StepList.Step(texts.say(key), texts.say(key + ".text")))
                .toList());
    }

    private static List<Card> contacts(Texts texts, String hotline) {
        return List.of(
                new Card(
                        texts.say("portal.home.contact.hotline") + " " + hotline,
                        "tel:" + hotline,
                        texts.say("portal.home.contact.hotline.text"),
                        ""),
                new Card(
                        texts.say("portal.home.contact.hall"),
                        "/services",
                        texts.say("portal.home.contact.hall.text"),
                        ""),
                new Card(
                        texts.say("portal.home.contact.help"),
                        "/help",
                        texts.say("portal.home.contact.help.text"),
                        ""));
    }
}

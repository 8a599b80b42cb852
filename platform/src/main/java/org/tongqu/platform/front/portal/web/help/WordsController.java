package org.tongqu.platform.front.portal.web.help;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongqu.design.PageFrame;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.platform.front.portal.web.help.WordsPage.Part;
import org.tongqu.platform.operate.start.Mode;
import org.tongqu.platform.operate.web.Html;

/** Help, about this site, accessibility. */
@Controller
class WordsController {

    private static final String TEMPLATE = "front/portal/WordsPage";

    private final Mode mode;

    WordsController(Mode mode) {
        this.mode = mode;
    }

    @GetMapping("/help")
    Html help(PageFrame frame) {
        var hotline = frame.where().site().hotline();
        var topics = List.of("apply", "keep", "correct", "limit", "licence", "complain", "privacy");
        return page(
                frame,
                "help",
                "help",
                topics.stream()
                        .map(topic -> part(frame, "portal.help." + topic, hotline))
                        .toList());
    }

    @GetMapping("/about")
    Html about(PageFrame frame) {
        var topics = mode == Mode.DEMO ? List.of("what", "how", "open", "demo") : List.of("what", "how", "open");
        return page(
                frame,
                "about",
                "",
                topics.stream()
                        .map(topic -> part(frame, "portal.about." + topic, ""))
                        .toList());
    }

    @GetMapping("/accessibility")
    Html accessibility(PageFrame frame) {
        var hotline = frame.where().site().hotline();
        var done = part(frame, "portal.access.done", "");
        var standard = new Part(
                "standard",
                frame.texts().say("portal.access.standard.title"),
                frame.texts().say("portal.access.standard"),
                List.of());
        return page(frame, "access", "", List.of(done, standard, part(frame, "portal.access.problem", hotline)));
    }

    private static Html page(PageFrame frame, String stem, String place, List<Part> parts) {
        var texts = frame.texts();
        var site = frame.where().site();
        var title = texts.say("portal." + stem + ".title");
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("portal.place.home"), "/"), new Crumb(title, ""));
        var lead = texts.say("portal." + stem + ".lead", site.name(), site.sponsor());
        return Html.page(TEMPLATE, new WordsPage(frame.titled(title).at(place, crumbs), title, lead, parts));
    }

    /** One heading with its text, or with its numbered steps {@code key.1}, {@code key.2} … where it has such. */
    private static Part part(PageFrame frame, String key, String hotline) {
        var texts = frame.texts();
        var steps = IntStream.rangeClosed(1, 9)
                .mapToObj(step -> key + "." + step)
                .filter(texts::knows)
                .map(texts::say)
                .toList();
        var text = texts.knows(key + ".text") ? texts.say(key + ".text", hotline) : "";
        return new Part(key.substring(key.lastIndexOf('.') + 1), texts.say(key), text, steps);
    }
}

package org.tongqu.platform.front.portal.web.services;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.engines.forms.Control;
import org.tongqu.engines.forms.Field;
import org.tongqu.engines.forms.FormPage;
import org.tongqu.engines.packs.Pack;
import org.tongqu.platform.front.portal.web.Gone;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Said;

/** The guide of one service, and its form on paper. */
@Controller
class GuideController {

    /** How many rows stand on paper where the same is asked of several. */
    private static final int PAPER_ROWS = 3;

    private final ServiceCatalogue catalogue;
    private final GuideScreen screen;
    private final ServiceCards cards;

    GuideController(ServiceCatalogue catalogue, GuideScreen screen, ServiceCards cards) {
        this.catalogue = catalogue;
        this.screen = screen;
        this.cards = cards;
    }

    @GetMapping("/services/{owner}/{service}")
    Html guide(PageFrame frame, @PathVariable String owner, @PathVariable String service) {
        return Html.page("front/portal/GuidePage", screen.page(frame, find(owner, service)));
    }

    @GetMapping("/services/{owner}/{service}/form")
    Html paper(PageFrame frame, @PathVariable String owner, @PathVariable String service) {
        var texts = frame.texts();
        var pack = find(owner, service);
        var title = Said.in(texts, pack.title());
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("portal.place.services"), "/services"),
                new Crumb(title, "/services/" + pack.id()),
                new Crumb(texts.say("portal.guide.form.title"), ""));
        var titled = frame.titled(texts.say("portal.guide.form.title")).at("services", crumbs);
        return Html.page(
                "front/portal/BlankFormPage",
                new BlankFormPage(titled, title, cards.office(texts, pack.owner()), parts(texts, pack)));
    }

    private Pack find(String owner, String service) {
        return catalogue.findPack(owner + "/" + service).orElseThrow(Gone::notFound);
    }

    private static List<BlankFormPage.Part> parts(Texts texts, Pack pack) {
        var parts = new ArrayList<BlankFormPage.Part>();
        for (var page : pack.form().pages()) {
            var lines = Stream.concat(
                            page.fields().stream().map(field -> line(texts, field)),
                            page.materials().stream()
                                    .map(ask -> new BlankFormPage.Line(
                                            Said.in(texts, ask.title()),
                                            Said.in(texts, ask.hint()),
                                            List.of(texts.say("portal.guide.form.attached")))))
                    .toList();
            parts.add(new BlankFormPage.Part(
                    Said.in(texts, page.title()),
                    note(texts, page),
                    lines,
                    page.group().isPresent() ? PAPER_ROWS : 1));
        }
        return parts;
    }

    private static String note(Texts texts, FormPage page) {
        return page.when().isPresent() ? texts.say("portal.guide.form.when") : "";
    }

    /** Few choices are ticked, many are written. */
    private static BlankFormPage.Line line(Texts texts, Field field) {
        var choices = field.control() == Control.YES_NO
                ? List.of(texts.say("portal.draft.yes"), texts.say("portal.draft.no"))
                : field.choices().size() > 8
                        ? List.<String>of()
                        : field.choices().stream()
                                .map(choice -> Said.in(texts, choice.label()))
                                .toList();
        var unit = Said.in(texts, field.unit());
        var label = Said.in(texts, field.label()) + (unit.isEmpty() ? "" : "（" + unit + "）");
        return new BlankFormPage.Line(label, Said.in(texts, field.hint()), choices);
    }
}

package org.tongqu.platform.matter.items.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.Choice;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.nav.Trail;
import org.tongqu.design.view.EmptyState;
import org.tongqu.platform.matter.items.BasicCatalogue;
import org.tongqu.platform.matter.items.BasicCatalogue.Claimed;
import org.tongqu.platform.matter.items.BasicTelling;
import org.tongqu.platform.matter.items.BookItem.Wanted;
import org.tongqu.platform.matter.items.ItemBook;
import org.tongqu.platform.matter.items.ItemTelling;
import org.tongqu.platform.operate.sheets.SheetForm;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.trust.identity.SignedIn;

/** The basic catalogue on the desk: which items there are, who carries them out, and where it is handed in as a table. */
@Controller
class BasicController {

    static final String LIST = BookController.LIST + "/basic";

    private static final int PAGE = 30;
    private static final int OFFICES = 200;
    private static final String NOBODY = "nobody";

    private final BasicCatalogue catalogue;
    private final ItemBook book;

    BasicController(BasicCatalogue catalogue, ItemBook book) {
        this.catalogue = catalogue;
        this.book = book;
    }

    private static Claimed claimed(String whose) {
        return whose.equals(NOBODY) ? Claimed.NOBODY : Claimed.ALL;
    }

    @GetMapping(LIST)
    Html list(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String whose,
            @RequestParam(required = false) @Nullable String after) {
        var texts = frame.texts();
        var trail = Trail.of(after);
        var found = catalogue.list(q.strip(), claimed(whose), trail.start(), PAGE);
        return Html.page(
                "matter/items/ItemsPage",
                new ItemsPage(
                        frame.titled(texts.say("items.basic.heading"))
                                .at(
                                        BookController.PLACE,
                                        Breadcrumbs.of(
                                                new Crumb(texts.say("items.heading"), BookController.LIST),
                                                new Crumb(texts.say("items.basic.heading"), ""))),
                        texts.say("items.basic.heading"),
                        texts.say("items.basic.lead"),
                        ways(texts, officer, q, whose),
                        new Ways(LIST, q, whose)
                                .filters(
                                        texts,
                                        texts.say("items.basic.whose"),
                                        Choice.of(NOBODY, texts.say("items.basic.whose.nobody"))),
                        BasicTelling.table(
                                texts,
                                LIST + "/",
                                found.rows(),
                                catalogue.offices(found.rows()),
                                EmptyState.of(texts.say("portal.items.empty"), texts.say("items.basic.empty.text"))),
                        new Ways(LIST, q, whose).pages(texts, trail, found)));
    }

    private List<ButtonLink> ways(Texts texts, SignedIn.Officer officer, String q, String whose) {
        return new Ways(LIST, q, whose)
                .links(
                        texts,
                        catalogue.mayKeep(officer)
                                ? Optional.of(ButtonLink.main(texts.say("items.basic.take"), TakeController.BASIC))
                                : Optional.empty(),
                        Optional.empty());
    }

    @GetMapping(LIST + "/export.{kind:xlsx|csv}")
    ResponseEntity<StreamingResponseBody> export(
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String whose) {
        var form = SheetForm.of(kind);
        return form.file("basic-items", out -> catalogue.write(q.strip(), claimed(whose), form, out));
    }

    @GetMapping(LIST + "/{code:[0-9A-Z]{12}}")
    Html one(PageFrame frame, @PathVariable String code, @RequestParam(defaultValue = "0") int version) {
        var texts = frame.texts();
        var offices = ItemTelling.table(
                texts,
                texts.say("items.basic.offices"),
                BookController.LIST + "/",
                book.list(new Wanted(code, ""), Optional.empty(), OFFICES).rows(),
                EmptyState.of(texts.say("items.basic.none"), texts.say("items.basic.none.text")));
        return VersionsTelling.page(
                frame,
                List.of(
                        new Crumb(texts.say("items.heading"), BookController.LIST),
                        new Crumb(texts.say("items.basic.heading"), LIST)),
                book.versions(code),
                new VersionsTelling.Shown(LIST + "/" + code, version, Optional.of(offices)));
    }
}

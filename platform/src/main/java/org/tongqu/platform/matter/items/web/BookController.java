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
import org.tongqu.platform.matter.items.BookItem.Wanted;
import org.tongqu.platform.matter.items.ItemBook;
import org.tongqu.platform.matter.items.ItemTelling;
import org.tongqu.platform.operate.sheets.SheetForm;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.trust.identity.SignedIn;

/** The book of items on the desk: the list, each item with its versions, and all of it as a table. */
@Controller
class BookController {

    static final String LIST = "/desk/items";
    static final String PLACE = "items";
    private static final int PAGE = 30;

    private final ItemBook book;

    BookController(ItemBook book) {
        this.book = book;
    }

    private static Wanted wanted(SignedIn.Officer officer, String q, String whose) {
        return new Wanted(q.strip(), whose.equals("own") ? officer.organisation() : "");
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
        var found = book.list(wanted(officer, q, whose), trail.start(), PAGE);
        return Html.page(
                "matter/items/ItemsPage",
                new ItemsPage(
                        frame.titled(texts.say("items.heading")).at(PLACE, Breadcrumbs.none()),
                        texts.say("items.heading"),
                        texts.say("items.lead"),
                        ways(texts, officer, q, whose),
                        new Ways(LIST, q, whose)
                                .filters(
                                        texts,
                                        texts.say("items.whose"),
                                        Choice.of("own", texts.say("items.whose.own"))),
                        ItemTelling.table(
                                texts,
                                texts.say("items.heading"),
                                LIST + "/",
                                found.rows(),
                                EmptyState.of(texts.say("portal.items.empty"), texts.say("items.empty.text"))),
                        new Ways(LIST, q, whose).pages(texts, trail, found)));
    }

    private List<ButtonLink> ways(Texts texts, SignedIn.Officer officer, String q, String whose) {
        return new Ways(LIST, q, whose)
                .links(
                        texts,
                        book.mayKeep(officer)
                                ? Optional.of(ButtonLink.main(texts.say("items.take"), TakeController.TAKE))
                                : Optional.empty(),
                        Optional.of(ButtonLink.plain(texts.say("items.basic.heading"), BasicController.LIST)));
    }

    /** What the list shows, and what the services say, in the columns of the national list. */
    @GetMapping(LIST + "/export.{kind:xlsx|csv}")
    ResponseEntity<StreamingResponseBody> export(
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String whose) {
        var form = SheetForm.of(kind);
        var wanted = wanted(officer, q, whose);
        return form.file("items", out -> book.write(wanted, form, out));
    }

    @GetMapping(LIST + "/{code:[0-9A-Z]{31,33}}")
    Html one(PageFrame frame, @PathVariable String code, @RequestParam(defaultValue = "0") int version) {
        var texts = frame.texts();
        return VersionsTelling.page(
                frame,
                List.of(new Crumb(texts.say("items.heading"), LIST)),
                book.versions(code),
                new VersionsTelling.Shown(LIST + "/" + code, version, Optional.empty()));
    }
}

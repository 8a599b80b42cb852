package org.tongqu.platform.matter.items.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.tongqu.design.PageFrame;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.platform.matter.items.BasicCatalogue;
import org.tongqu.platform.matter.items.ItemBook;
import org.tongqu.platform.operate.sheets.HandIn;
import org.tongqu.platform.operate.sheets.SheetForm;
import org.tongqu.platform.operate.sheets.Taken;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.trust.identity.SignedIn;

/** Where an office hands in its items, and the keeper of the basic catalogue that, as a table. */
@Controller
class TakeController {

    static final String TAKE = BookController.LIST + "/take";
    static final String BASIC = BasicController.LIST + "/take";

    private static final HandIn DOOR = new HandIn("items.take", TAKE, BookController.LIST + "/template");
    private static final HandIn BASIC_DOOR = new HandIn("items.basic.take", BASIC, BasicController.LIST + "/template");

    private final ItemBook book;
    private final BasicCatalogue catalogue;

    TakeController(ItemBook book, BasicCatalogue catalogue) {
        this.book = book;
        this.catalogue = catalogue;
    }

    @GetMapping(TAKE)
    Html ask(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(defaultValue = "0") int made,
            @RequestParam(defaultValue = "0") int changed,
            @RequestParam(defaultValue = "0") int same) {
        only(book.mayKeep(officer));
        return DOOR.page(framed(frame, DOOR), new Taken(made, changed, same));
    }

    @GetMapping(BASIC)
    Html askForBasic(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(defaultValue = "0") int made,
            @RequestParam(defaultValue = "0") int changed,
            @RequestParam(defaultValue = "0") int same) {
        only(catalogue.mayKeep(officer));
        return BASIC_DOOR.page(framed(frame, BASIC_DOOR), new Taken(made, changed, same));
    }

    private static void only(boolean may) {
        if (!may) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    @PostMapping(TAKE)
    Object take(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        return TakeAnswer.of(DOOR, framed(frame, DOOR), file, bytes -> book.take(officer, bytes));
    }

    @PostMapping(BASIC)
    Object takeBasic(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        return TakeAnswer.of(BASIC_DOOR, framed(frame, BASIC_DOOR), file, bytes -> catalogue.take(officer, bytes));
    }

    private static PageFrame framed(PageFrame frame, HandIn door) {
        var texts = frame.texts();
        var heading = texts.say(door.words());
        return frame.titled(heading)
                .at(
                        BookController.PLACE,
                        Breadcrumbs.of(
                                new Crumb(texts.say("items.heading"), BookController.LIST), new Crumb(heading, "")));
    }

    @GetMapping(BookController.LIST + "/template.{kind:xlsx|csv}")
    ResponseEntity<StreamingResponseBody> template(@PathVariable String kind) {
        var form = SheetForm.of(kind);
        return form.file("items-template", out -> book.writeEmpty(form, out));
    }

    @GetMapping(BasicController.LIST + "/template.{kind:xlsx|csv}")
    ResponseEntity<StreamingResponseBody> basicTemplate(@PathVariable String kind) {
        var form = SheetForm.of(kind);
        return form.file("basic-items-template", out -> catalogue.writeEmpty(form, out));
    }
}

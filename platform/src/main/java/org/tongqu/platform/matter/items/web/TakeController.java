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
import org.tongqu.platform.matter.items.ItemBook;
import org.tongqu.platform.operate.sheets.HandIn;
import org.tongqu.platform.operate.sheets.SheetForm;
import org.tongqu.platform.operate.sheets.Taken;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.trust.identity.SignedIn;

/** Where an office hands in its items as a table. */
@Controller
class TakeController {

    static final String TAKE = BookController.LIST + "/take";
    private static final HandIn DOOR = new HandIn("items.take", TAKE, BookController.LIST + "/template");

    private final ItemBook book;

    TakeController(ItemBook book) {
        this.book = book;
    }

    @GetMapping(TAKE)
    Html ask(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(defaultValue = "0") int made,
            @RequestParam(defaultValue = "0") int changed,
            @RequestParam(defaultValue = "0") int same) {
        if (!book.mayKeep(officer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return DOOR.page(framed(frame), new Taken(made, changed, same));
    }

    @PostMapping(TAKE)
    Object take(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        return TakeAnswer.of(DOOR, framed(frame), file, bytes -> book.take(officer, bytes));
    }

    private static PageFrame framed(PageFrame frame) {
        var texts = frame.texts();
        return frame.titled(texts.say("items.take"))
                .at(
                        BookController.PLACE,
                        Breadcrumbs.of(
                                new Crumb(texts.say("items.heading"), BookController.LIST),
                                new Crumb(texts.say("items.take"), "")));
    }

    @GetMapping(BookController.LIST + "/template.{kind:xlsx|csv}")
    ResponseEntity<StreamingResponseBody> template(@PathVariable String kind) {
        var form = SheetForm.of(kind);
        return form.file("items-template", out -> book.writeEmpty(form, out));
    }
}

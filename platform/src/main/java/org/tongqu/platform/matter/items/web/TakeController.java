package org.tongqu.platform.matter.items.web;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
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
import org.tongqu.design.Texts;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.items.BookRefusal;
import org.tongqu.platform.matter.items.BookRefusal.Fault;
import org.tongqu.platform.matter.items.ItemBook;
import org.tongqu.platform.matter.items.ItemTelling;
import org.tongqu.platform.operate.sheets.HandIn;
import org.tongqu.platform.operate.sheets.SheetForm;
import org.tongqu.platform.operate.sheets.Taken;
import org.tongqu.platform.operate.sheets.Unreadable;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.trust.identity.SignedIn;

/** Where an office hands in its items as a table. */
@Controller
class TakeController {

    static final String TAKE = BookController.LIST + "/take";
    private static final HandIn DOOR = new HandIn("items.take", TAKE, BookController.LIST + "/template");

    private static final int SHOWN = 60;

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
        if (file == null || file.isEmpty()) {
            return DOOR.unreadable(framed(frame), Unreadable.EMPTY).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (book.take(officer, file.getBytes())) {
            case Outcome.Done<Taken, BookRefusal>(var taken) -> DOOR.leave(taken);
            case Outcome.Refused<Taken, BookRefusal>(var refusal) ->
                refused(frame, refusal).with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static Html refused(PageFrame frame, BookRefusal refusal) {
        var texts = frame.texts();
        return switch (refusal) {
            case BookRefusal.MayNot(var why) -> throw new ResponseStatusException(HttpStatus.FORBIDDEN, why.toString());
            case BookRefusal.NotRead(var why) -> DOOR.unreadable(framed(frame), why);
            case BookRefusal.Faulty(var faults, var more) ->
                DOOR.faulty(framed(frame), faults.size() + more, table(texts, faults));
        };
    }

    private static DataTable table(Texts texts, List<Fault> faults) {
        return new DataTable(
                texts,
                texts.say("items.faults", faults.size()),
                Stream.of("row", "column", "found", "why")
                        .map(name -> Column.of(texts.say("items.fault." + name)))
                        .toList(),
                faults.stream().map(fault -> row(texts, fault)).toList(),
                EmptyState.of(texts.say("portal.items.empty"), ""),
                "");
    }

    private static Row row(Texts texts, Fault fault) {
        var found = fault.found().length() > SHOWN ? fault.found().substring(0, SHOWN) + "…" : fault.found();
        return Row.of(
                new Cell.Words(String.valueOf(fault.row())),
                new Cell.TwoLines(
                        fault.column(), fault.column().isEmpty() ? "" : ItemTelling.column(texts, fault.column())),
                new Cell.Words(found),
                new Cell.Words(texts.say("items.wrong." + fault.kind())));
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

package org.tongqu.platform.matter.publicity.web;

import java.io.IOException;
import java.util.List;
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
import org.tongqu.platform.matter.publicity.Penalties;
import org.tongqu.platform.matter.publicity.PenaltyTable;
import org.tongqu.platform.matter.publicity.TakeRefusal;
import org.tongqu.platform.operate.sheets.FaultLine;
import org.tongqu.platform.operate.sheets.HandIn;
import org.tongqu.platform.operate.sheets.SheetForm;
import org.tongqu.platform.operate.sheets.Taken;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.trust.identity.SignedIn;

/** Where an office hands in its penalty decisions as a table with the national columns. */
@Controller
class TakeController {

    static final String TAKE = DeskController.LIST + "/take";
    private static final HandIn DOOR = new HandIn("publicity.take", TAKE, DeskController.LIST + "/template");

    private final Penalties penalties;
    private final PenaltyTable table;

    TakeController(Penalties penalties, PenaltyTable table) {
        this.penalties = penalties;
        this.table = table;
    }

    @GetMapping(TAKE)
    Html ask(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(defaultValue = "0") int made,
            @RequestParam(defaultValue = "0") int changed,
            @RequestParam(defaultValue = "0") int same) {
        if (!penalties.mayRegister(officer)) {
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
        return DOOR.answer(framed(frame), file, sent -> table.take(officer, sent), why -> refused(framed(frame), why));
    }

    private static Html refused(PageFrame frame, TakeRefusal refusal) {
        return switch (refusal) {
            case TakeRefusal.MayNot(var why) -> throw new ResponseStatusException(HttpStatus.FORBIDDEN, why.toString());
            case TakeRefusal.NotRead(var why) -> DOOR.unreadable(frame, why);
            case TakeRefusal.Faulty(var faults, var more) ->
                DOOR.faulty(frame, faults.size() + more, table(frame.texts(), faults));
        };
    }

    private static PageFrame framed(PageFrame frame) {
        var texts = frame.texts();
        var heading = texts.say("publicity.take");
        return frame.titled(heading)
                .at(
                        "publicity",
                        Breadcrumbs.of(
                                new Crumb(texts.say("publicity.desk.heading"), DeskController.LIST),
                                new Crumb(heading, "")));
    }

    private static DataTable table(Texts texts, List<TakeRefusal.Fault> faults) {
        return FaultLine.table(
                texts,
                "publicity",
                faults.stream()
                        .map(fault -> new FaultLine(
                                fault.row(),
                                new Cell.TwoLines(fault.column(), fault.code()),
                                fault.found(),
                                texts.say("publicity.wrong." + fault.kind())))
                        .toList());
    }

    @GetMapping(DeskController.LIST + "/template.{kind:xlsx|csv}")
    ResponseEntity<StreamingResponseBody> template(@PathVariable String kind) {
        var form = SheetForm.of(kind);
        return form.file("penalties-template", out -> table.writeEmpty(form, out));
    }
}

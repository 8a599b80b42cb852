package org.tongqu.platform.data.catalog.web;

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
import org.tongqu.platform.data.catalog.CatalogRefusal;
import org.tongqu.platform.data.catalog.CatalogSheets;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.catalog.Fault;
import org.tongqu.platform.data.catalog.SheetRefusal;
import org.tongqu.platform.data.catalog.SheetRefusal.SheetFault;
import org.tongqu.platform.operate.sheets.FaultLine;
import org.tongqu.platform.operate.sheets.HandIn;
import org.tongqu.platform.operate.sheets.SheetForm;
import org.tongqu.platform.operate.sheets.Taken;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.trust.identity.SignedIn;

/** The catalogue as a table: handed out as the list shows it, handed in as drafts. */
@Controller
class SheetController {

    static final String IMPORT = Words.LIST + "/import";
    private static final HandIn DOOR = new HandIn("catalog.import", IMPORT, Words.LIST + "/template");

    private final CatalogSheets sheets;

    SheetController(CatalogSheets sheets) {
        this.sheets = sheets;
    }

    @GetMapping(IMPORT)
    Html ask(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(defaultValue = "0") int made,
            @RequestParam(defaultValue = "0") int changed,
            @RequestParam(defaultValue = "0") int same) {
        if (!officer.has(Compiling.OFFICER) && !officer.has(Compiling.CHIEF)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return DOOR.page(framed(frame), new Taken(made, changed, same));
    }

    @PostMapping(IMPORT)
    Object take(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        return DOOR.answer(framed(frame), file, sent -> sheets.take(officer, sent), why -> refused(frame, why));
    }

    private static Html refused(PageFrame frame, SheetRefusal refusal) {
        var texts = frame.texts();
        return switch (refusal) {
            case SheetRefusal.MayNot(var why) ->
                DOOR.refused(framed(frame), CatalogRefusals.say(texts, new CatalogRefusal.MayNot(why)));
            case SheetRefusal.Unfit(var reason) -> DOOR.unreadable(framed(frame), reason);
            case SheetRefusal.Faulty(var faults, var more) ->
                DOOR.faulty(framed(frame), faults.size() + more, table(texts, faults));
        };
    }

    private static DataTable table(Texts texts, List<SheetFault> faults) {
        return new DataTable(
                texts,
                texts.say("catalog.import.faults", faults.size()),
                Stream.of("sheet", "row", "part", "reason")
                        .map(name -> Column.of(texts.say("catalog.import.column." + name)))
                        .toList(),
                faults.stream().map(fault -> row(texts, fault)).toList(),
                EmptyState.of(texts.say("catalog.empty"), ""),
                "");
    }

    private static Row row(Texts texts, SheetFault fault) {
        var heading = "catalog.sheet." + fault.part();
        return Row.of(
                new Cell.Words(fault.sheet().isEmpty() ? texts.say("catalog.import.sheet.one") : fault.sheet()),
                new Cell.Words(String.valueOf(fault.row())),
                new Cell.TwoLines(
                        fault.column().isEmpty()
                                ? texts.say("catalog.import.column.none")
                                : texts.say("catalog.import.column.letter", fault.column()),
                        texts.knows(heading) ? texts.say(heading) : ""),
                new Cell.Words(Words.fault(
                        texts, new Fault(fault.part(), 0, fault.kind(), FaultLine.shortened(fault.found())))));
    }

    private static PageFrame framed(PageFrame frame) {
        var texts = frame.texts();
        var heading = texts.say("catalog.import");
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("catalog.heading"), Words.LIST), new Crumb(heading, ""));
        return frame.titled(heading).at("catalog", crumbs);
    }

    @GetMapping(Words.LIST + "/template.{kind:xlsx|csv}")
    ResponseEntity<StreamingResponseBody> template(PageFrame frame, @PathVariable String kind) {
        var form = SheetForm.of(kind);
        var language = frame.texts().language();
        return form.file("catalog-template", out -> sheets.writeEmpty(form, language, out));
    }

    /** What the list shows under these filters, all of it. */
    @GetMapping(Words.LIST + "/export.{kind:xlsx|csv}")
    ResponseEntity<StreamingResponseBody> export(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String kind,
            CatalogQuery query) {
        var form = SheetForm.of(kind);
        var language = frame.texts().language();
        return form.file("catalog", out -> sheets.write(officer, query.filter(), form, language, out));
    }
}

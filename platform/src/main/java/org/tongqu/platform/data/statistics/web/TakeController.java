package org.tongqu.platform.data.statistics.web;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.platform.data.statistics.Reporting;
import org.tongqu.platform.data.statistics.StatisticsRefusal;
import org.tongqu.platform.data.statistics.StatisticsRefusal.Fault;
import org.tongqu.platform.data.statistics.Tables;
import org.tongqu.platform.operate.sheets.FaultLine;
import org.tongqu.platform.operate.sheets.HandIn;
import org.tongqu.platform.operate.sheets.Taken;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.trust.identity.SignedIn;

/** Where the office hands in a table of figures. */
@Controller
class TakeController {

    static final String TAKE = Words.DESK + "/take";

    private final Tables tables;
    private final Reporting reporting;

    TakeController(Tables tables, Reporting reporting) {
        this.tables = tables;
        this.reporting = reporting;
    }

    /** The template is that of the month that ended last. */
    private HandIn door() {
        return new HandIn(
                "statistics.take",
                TAKE,
                Words.DESK + "/template/" + reporting.ended().getFirst().id());
    }

    @GetMapping(TAKE)
    Html ask(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(defaultValue = "0") int made,
            @RequestParam(defaultValue = "0") int changed,
            @RequestParam(defaultValue = "0") int same) {
        if (!reporting.mayReport(officer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return door().page(framed(frame), new Taken(made, changed, same));
    }

    @PostMapping(TAKE)
    Object take(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        return door().answer(
                        framed(frame), file, sent -> tables.take(officer, sent), why -> refused(framed(frame), why));
    }

    private Html refused(PageFrame frame, StatisticsRefusal refusal) {
        return switch (refusal) {
            case StatisticsRefusal.NotRead(var why) -> door().unreadable(frame, why);
            case StatisticsRefusal.Faulty(var faults, var more) ->
                door().faulty(frame, faults.size() + more, table(frame.texts(), faults));
            default -> throw new ResponseStatusException(HttpStatus.FORBIDDEN, refusal.toString());
        };
    }

    private static PageFrame framed(PageFrame frame) {
        var texts = frame.texts();
        var heading = texts.say("statistics.take");
        return frame.titled(heading)
                .at(
                        ReportingController.PLACE,
                        Breadcrumbs.of(
                                new Crumb(texts.say("statistics.desk.heading"), Words.DESK), new Crumb(heading, "")));
    }

    private static DataTable table(Texts texts, List<Fault> faults) {
        return FaultLine.table(
                texts,
                "statistics",
                faults.stream()
                        .map(fault -> new FaultLine(
                                fault.row(),
                                new Cell.Words(fault.column()),
                                fault.found(),
                                texts.say("statistics.wrong." + fault.kind())))
                        .toList());
    }
}

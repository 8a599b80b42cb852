package org.tongqu.platform.data.corrections.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Trail;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.catalog.SharingPlace;
import org.tongqu.platform.data.corrections.Correction;
import org.tongqu.platform.data.corrections.Corrections;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** The list of corrections: what we reported, and what was reported to us. */
@Controller
class CorrectionsController {

    private static final int PAGE = 50;

    private final Corrections corrections;
    private final Directory directory;
    private final Clock clock;

    CorrectionsController(Corrections corrections, Directory directory, Clock clock) {
        this.corrections = corrections;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping(Words.LIST)
    Html list(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(required = false) @Nullable String after) {
        if (!SharingPlace.isConcerned(officer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var texts = frame.texts();
        var trail = Trail.of(after);
        var rows = corrections.list(officer, trail.start().orElse(""), PAGE);
        var next = Trail.next(rows, PAGE, Correction::id);
        return Html.page(
                "data/corrections/CorrectionsPage",
                new CorrectionsPage(
                        frame.titled(texts.say("corrections.heading")).at("corrections", Breadcrumbs.none()),
                        table(texts, rows),
                        ListAddress.of(Words.LIST)
                                .pages(texts, trail, next, texts.say("corrections.shown", rows.size()))));
    }

    private DataTable table(Texts texts, List<Correction> rows) {
        var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        return new DataTable(
                texts,
                texts.say("corrections.heading"),
                Stream.of("clock", "id", "consumer", "provider", "due", "state")
                        .map(name -> Column.of(texts.say("corrections.column." + name)))
                        .toList(),
                rows.stream().map(row -> row(texts, row, today)).toList(),
                EmptyState.of(texts.say("corrections.empty"), texts.say("corrections.empty.text")),
                "");
    }

    private Row row(Texts texts, Correction row, LocalDate today) {
        var href = Words.LIST + "/" + row.id();
        return Row.opening(
                href,
                new Cell.Lit(Words.lamp(texts, row, today)),
                new Cell.Opens(row.id(), href),
                new Cell.TwoLines(
                        Words.office(texts, directory, row.origin().consumer()),
                        row.origin().agreement()),
                new Cell.TwoLines(
                        Words.office(texts, directory, row.origin().provider()),
                        row.origin().resource() + " " + row.told().item()),
                new Cell.Words(row.due().map(due -> texts.day(due.day())).orElse("")),
                new Cell.Words(Words.state(texts, row)));
    }
}

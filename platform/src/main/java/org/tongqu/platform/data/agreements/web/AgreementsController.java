package org.tongqu.platform.data.agreements.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.agreements.Agreement;
import org.tongqu.platform.data.agreements.AgreementPage;
import org.tongqu.platform.data.agreements.Agreements;
import org.tongqu.platform.data.agreements.Shelf;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ShelvedQuery;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** The lists of agreements: what we asked for, what was asked of us, what is before the data authority. */
@Controller
class AgreementsController {

    private final Agreements agreements;
    private final Directory directory;
    private final Clock clock;

    AgreementsController(Agreements agreements, Directory directory, Clock clock) {
        this.agreements = agreements;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping(Words.LIST)
    Html list(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, ShelvedQuery asked) {
        var texts = frame.texts();
        var query = new AgreementsQuery(asked);
        var filter = query.filter();
        var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        var page = agreements.list(
                officer,
                filter,
                today,
                new Agreements.Page(asked.trail().start().orElse(""), AgreementsQuery.PAGE));
        return Html.page(
                "data/agreements/AgreementsPage",
                new AgreementsPage(
                        frame.titled(texts.say("agreements.heading")).at("agreements", Breadcrumbs.none()),
                        Words.PARTS.tabs(texts, asked, filter.shelf(), Shelf.values(), page::count),
                        Words.PARTS.filters(texts, asked, filter.shelf(), Agreement.State.values(), filter.state()),
                        table(texts, query, page, today),
                        Words.PARTS.pages(
                                texts,
                                asked,
                                page.next(),
                                page.count(filter.shelf()),
                                page.rows().size())));
    }

    private DataTable table(Texts texts, AgreementsQuery query, AgreementPage page, LocalDate today) {
        var shelf = query.chosen();
        var other = shelf == Shelf.ASKED_BY_US ? "provider" : shelf == Shelf.ASKED_OF_US ? "consumer" : "parties";
        var columns = Stream.of("clock", "resource", other, "purpose", "due", "state")
                .map(name -> Column.of(texts.say("agreements.column." + name)))
                .toList();
        var empty = EmptyState.of(texts.say("agreements.empty"), texts.say("agreements.empty.text"))
                .offering(ButtonLink.plain(texts.say("agreements.empty.action"), "/desk/catalog"));
        return new DataTable(
                texts,
                Words.of(texts, "shelf", shelf),
                columns,
                page.rows().stream().map(row -> row(texts, shelf, row, today)).toList(),
                empty,
                "");
    }

    private Row row(Texts texts, Shelf shelf, Agreement row, LocalDate today) {
        var href = Words.LIST + "/" + row.id();
        var consumer = Words.office(texts, directory, row.parties().consumer());
        var provider = Words.office(texts, directory, row.parties().provider());
        var parties = switch (shelf) {
            case ASKED_BY_US -> new Cell.TwoLines(provider, row.id());
            case ASKED_OF_US -> new Cell.TwoLines(consumer, row.id());
            case BEFORE_AUTHORITY -> new Cell.TwoLines(texts.say("agreements.parties", consumer, provider), row.id());
        };
        return Row.opening(
                href,
                new Cell.Lit(Words.lamp(texts, row, today)),
                new Cell.Opens(row.subject().name(), href),
                parties,
                new Cell.Words(Words.of(texts, "purpose", row.terms().purpose())),
                new Cell.Words(row.dueOn().map(texts::day).orElse("")),
                new Cell.TwoLines(
                        Words.of(texts, "state", row.on(today)),
                        texts.say("agreements.until", texts.day(row.terms().ends()))));
    }
}

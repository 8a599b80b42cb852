package org.tongqu.platform.data.agreements.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.form.FilterBar.Filter;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.nav.Tabs;
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
    Html list(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, AgreementsQuery query) {
        var texts = frame.texts();
        var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        var page = agreements.list(
                officer,
                query.filter(),
                today,
                new Agreements.Page(query.trail().start().orElse(""), AgreementsQuery.PAGE));
        return Html.page(
                "data/agreements/AgreementsPage",
                new AgreementsPage(
                        frame.titled(texts.say("agreements.heading")).at("agreements", Breadcrumbs.none()),
                        tabs(texts, query, page),
                        filters(texts, query),
                        table(texts, query, page, today),
                        pages(texts, query, page)));
    }

    private static Tabs tabs(Texts texts, AgreementsQuery query, AgreementPage page) {
        var tabs = Arrays.stream(Shelf.values())
                .map(shelf -> new Tabs.Tab(
                        shelf.code(),
                        Words.of(texts, "shelf", shelf),
                        query.on(shelf).address(),
                        texts.number(page.count(shelf))))
                .toList();
        return new Tabs(texts.say("agreements.heading"), tabs, query.chosen().code());
    }

    private static FilterBar filters(Texts texts, AgreementsQuery query) {
        var filter = query.filter();
        return new FilterBar(
                texts,
                Words.LIST,
                List.of(
                        new Filter.Words("q", texts.say("agreements.filter.words"), filter.words()),
                        new Filter.OneOf(
                                "state",
                                texts.say("agreements.filter.state"),
                                Words.choices(texts, "state", Agreement.State.values()),
                                filter.state().map(Agreement.State::code).orElse(""),
                                texts.say("agreements.all"))),
                List.of(new FormPage.Hidden("shelf", query.chosen().code())),
                Words.LIST + "?shelf=" + query.chosen().code());
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

    private static Pagination pages(Texts texts, AgreementsQuery query, AgreementPage page) {
        return Pagination.of(
                texts,
                query.trail(),
                page.next(),
                trail -> query.after(trail).address(),
                texts.say(
                        "agreements.shown",
                        texts.number(page.count(query.chosen())),
                        texts.number(page.rows().size())));
    }
}

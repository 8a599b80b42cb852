package org.tongqu.platform.data.demands.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongqu.design.Icon;
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
import org.tongqu.platform.data.demands.Demand;
import org.tongqu.platform.data.demands.DemandPage;
import org.tongqu.platform.data.demands.DemandPage.Shelf;
import org.tongqu.platform.data.demands.Demands;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ShelvedQuery;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** The demand list: all of it, what we miss, what we are to answer, what is to be assigned. */
@Controller
class DemandsController {

    private final Demands demands;
    private final Directory directory;
    private final Clock clock;

    DemandsController(Demands demands, Directory directory, Clock clock) {
        this.demands = demands;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping(Words.LIST)
    Html list(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, ShelvedQuery asked) {
        var texts = frame.texts();
        var query = new DemandsQuery(asked);
        var filter = query.filter();
        var page = demands.list(officer, filter, asked.trail().start().orElse(""), DemandsQuery.PAGE);
        List<ButtonLink> ways = DemandPlaces.mayAsk(officer)
                ? List.of(ButtonLink.plain(texts.say("demands.new"), Words.NEW).with(Icon.PLUS))
                : List.of();
        return Html.page(
                "data/demands/DemandsPage",
                new DemandsPage(
                        frame.titled(texts.say("demands.heading")).at("demands", Breadcrumbs.none()),
                        ways,
                        Words.PARTS.tabs(texts, asked, filter.shelf(), Shelf.values(), page::count),
                        Words.PARTS.filters(texts, asked, filter.shelf(), Demand.State.values(), filter.state()),
                        table(texts, query, page),
                        Words.PARTS.pages(
                                texts,
                                asked,
                                page.next(),
                                page.count(filter.shelf()),
                                page.rows().size())));
    }

    private DataTable table(Texts texts, DemandsQuery query, DemandPage page) {
        var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        var columns = Stream.of("clock", "title", "asker", "assigned", "frequency", "due", "state")
                .map(name -> Column.of(texts.say("demands.column." + name)))
                .toList();
        var empty = EmptyState.of(texts.say("demands.empty"), texts.say("demands.empty.text"))
                .offering(ButtonLink.plain(texts.say("demands.empty.action"), "/desk/catalog"));
        return new DataTable(
                texts,
                Words.of(texts, "shelf", query.chosen()),
                columns,
                page.rows().stream().map(row -> row(texts, row, today)).toList(),
                empty,
                "");
    }

    private Row row(Texts texts, Demand row, LocalDate today) {
        var href = Words.LIST + "/" + row.id();
        return Row.opening(
                href,
                new Cell.Lit(Words.lamp(texts, row, today)),
                new Cell.Opens(row.wanted().title(), href),
                new Cell.TwoLines(Words.office(texts, directory, row.asked().organisation()), row.id()),
                new Cell.Words(row.assigned()
                        .map(code -> Words.office(texts, directory, code))
                        .orElseGet(() -> texts.say("demands.assigned.not"))),
                new Cell.Words(Words.cycle(texts, row)),
                new Cell.Words(row.dueOn().map(texts::day).orElse("")),
                new Cell.Words(Words.of(texts, "state", row.state())));
    }
}

package org.tongqu.platform.front.portal.web.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.form.FilterBar.Filter;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.nav.Trail;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.platform.front.portal.web.Addresses;
import org.tongqu.platform.front.portal.web.Gone;
import org.tongqu.platform.front.portal.web.PublicLists;
import org.tongqu.platform.matter.decisions.Decisions;
import org.tongqu.platform.matter.decisions.PublicList;
import org.tongqu.platform.matter.decisions.Published;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Said;

/** What was decided, for everybody to read. */
@Controller
class ResultsController {

    private final Decisions decisions;
    private final PublicLists lists;
    private final Addresses addresses;

    ResultsController(Decisions decisions, PublicLists lists, Addresses addresses) {
        this.decisions = decisions;
        this.lists = lists;
        this.addresses = addresses;
    }

    /** What a reader asked for, as it stands in the address. */
    private record Asked(String q, String list, String division) {

        PublicList.Search search() {
            return new PublicList.Search(given(list), q.strip(), given(division));
        }

        private static Optional<String> given(String value) {
            return value.isEmpty() ? Optional.empty() : Optional.of(value);
        }

        String address(String after) {
            var address = UriComponentsBuilder.fromPath("/results");
            if (!q.isBlank()) {
                address.queryParam("q", q);
            }
            given(list).ifPresent(id -> address.queryParam("list", id));
            given(division).ifPresent(code -> address.queryParam("division", code));
            if (!after.isEmpty()) {
                address.queryParam("after", after);
            }
            return address.encode().build().toUriString();
        }
    }

    @GetMapping("/results")
    Html results(
            PageFrame frame,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") String division,
            @RequestParam(defaultValue = "") String after) {
        var texts = frame.texts();
        var asked = new Asked(q, list, division);
        var trail = Trail.of(after);
        var found = decisions.published(asked.search(), trail.start());
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("portal.place.home"), "/"), new Crumb(texts.say("portal.place.results"), ""));
        var pages = Pagination.of(texts, trail, found.next(), asked::address, total(texts, found));
        return Html.page(
                "front/portal/ResultsPage",
                new ResultsPage(
                        frame.titled(texts.say("portal.results.title")).at("results", crumbs),
                        filter(texts, asked),
                        table(texts, found.lines()),
                        pages));
    }

    @GetMapping("/results/{id}")
    Html result(PageFrame frame, @PathVariable String id) {
        var texts = frame.texts();
        var line = decisions.findPublished(id).orElseThrow(Gone::notFound);
        var facts = new ArrayList<Fact>();
        line.entries().forEach(entry -> facts.add(Fact.of(Said.in(texts, entry.heading()), entry.value())));
        facts.add(Fact.of(texts.say("portal.results.list"), lists.title(texts, line.list())));
        facts.add(Fact.of(texts.say("portal.result.office"), lists.office(texts, line)));
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("portal.place.home"), "/"),
                new Crumb(texts.say("portal.place.results"), "/results"),
                new Crumb(line.title(), ""));
        var published = texts.say("portal.result.published", texts.moment(line.at()));
        return Html.page(
                "front/portal/ResultPage",
                new ResultPage(
                        frame.titled(line.title()).at("results", crumbs),
                        line.title(),
                        published,
                        new KeyFacts(facts)));
    }

    private static String total(Texts texts, PublicList found) {
        var many = found.total() >= PublicList.COUNTED ? "portal.results.many" : "portal.results.total";
        return texts.say(many, texts.number(found.total()), found.lines().size());
    }

    private FilterBar filter(Texts texts, Asked asked) {
        return new FilterBar(
                texts,
                "/results",
                List.of(
                        new Filter.Words("q", texts.say("portal.results.words"), asked.q()),
                        new Filter.OneOf(
                                "list",
                                texts.say("portal.results.list"),
                                lists.choices(texts),
                                asked.list(),
                                texts.say("portal.results.list.all")),
                        new Filter.OneOf(
                                "division",
                                texts.say("portal.results.division"),
                                addresses.districts(),
                                asked.division(),
                                texts.say("portal.results.division.all"))),
                List.of(),
                "/results");
    }

    private DataTable table(Texts texts, List<Published> lines) {
        var columns = List.of(
                Column.of(texts.say("portal.results.what")),
                Column.of(texts.say("portal.results.list")),
                Column.of(texts.say("portal.results.office")),
                Column.of(texts.say("portal.results.when")));
        var rows = lines.stream()
                .map(line -> Row.opening(
                        "/results/" + line.id(),
                        new Cell.Opens(line.title(), "/results/" + line.id()),
                        new Cell.Words(lists.title(texts, line.list())),
                        new Cell.Words(lists.office(texts, line)),
                        new Cell.Words(texts.day(line.at().atZone(Texts.ZONE).toLocalDate()))))
                .toList();
        var empty = EmptyState.of(texts.say("portal.results.empty"), texts.say("portal.results.empty.text"))
                .offering(ButtonLink.plain(texts.say("portal.results.reset"), "/results"));
        return new DataTable(texts, texts.say("portal.results.caption"), columns, rows, empty, "");
    }
}

package org.tongqu.platform.front.desk.web.watch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.form.FilterBar.Filter;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.platform.matter.supervision.FindingPage;
import org.tongqu.platform.matter.supervision.FindingRow;
import org.tongqu.platform.matter.supervision.Findings;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** What rules found, the evidence behind each, and the rules themselves. */
@Controller
class FindingsController {

    private static final String ADDRESS = "/desk/supervision/findings";

    private final Findings findings;
    private final Directory directory;
    private final Clock clock;

    FindingsController(Findings findings, Directory directory, Clock clock) {
        this.findings = findings;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping(ADDRESS)
    Html findings(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, FindingQuery query) {
        var texts = frame.texts();
        var today = LocalDate.now(clock.withZone(Texts.ZONE));
        var page = findings.page(officer, query.filter(today), query.trail().start());
        var heading = texts.say("supervision.findings");
        return Html.page(
                "front/desk/FindingsPage",
                new FindingsPage(
                        frame.titled(heading).at("findings", ClocksController.crumbs(texts, heading)),
                        RuleWords.lamps(texts, query, page.counts()),
                        filters(texts, query, today),
                        table(texts, page),
                        Pagination.of(
                                texts,
                                query.trail(),
                                page.next(),
                                trail -> query.after(trail).rows(),
                                texts.say(
                                        "supervision.findings.shown",
                                        texts.number(page.rows().size()))),
                        ButtonLink.quiet(texts.say("supervision.rules.open"), "/desk/supervision/rules")));
    }

    @GetMapping(ADDRESS + "/{id}")
    Html evidence(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, @PathVariable String id) {
        var found = findings.evidence(officer, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Html.page("front/desk/FindingEvidencePage", new FindingTelling(frame, officer, found, directory).page());
    }

    @GetMapping("/desk/supervision/rules")
    Html rules(PageFrame frame) {
        var texts = frame.texts();
        var heading = texts.say("supervision.rules");
        return Html.page(
                "front/desk/RulesPage",
                new RulesPage(
                        frame.titled(heading).at("findings", ClocksController.crumbs(texts, heading)),
                        findings.rules().stream()
                                .map(rule -> RuleWords.rule(texts, rule))
                                .toList()));
    }

    private FilterBar filters(Texts texts, FindingQuery query, LocalDate today) {
        var all = texts.say("desk.watch.all");
        var filters = new ArrayList<Filter>();
        filters.add(new Filter.OneOf(
                "organisation",
                texts.say("desk.watch.filter.organisation"),
                directory.organisations().stream()
                        .map(organisation -> Choice.of(organisation.code(), Said.in(texts, organisation.name())))
                        .toList(),
                ListAddress.asked(query.organisation()).orElse(""),
                all));
        filters.add(new Filter.OneOf(
                "rule",
                texts.say("supervision.finding.rule"),
                findings.rules().stream()
                        .map(rule -> Choice.of(
                                rule.head().name(), Said.in(texts, rule.head().label())))
                        .toList(),
                ListAddress.asked(query.rule()).orElse(""),
                all));
        var days = query.days();
        filters.add(new Filter.Day(
                        "since",
                        texts.say("desk.watch.filter.since"),
                        days.first(today).toString())
                .asTyped(texts, query.since()));
        filters.add(new Filter.Day(
                        "until",
                        texts.say("desk.watch.filter.until"),
                        days.last(today).toString())
                .asTyped(texts, query.until()));
        var kept = query.chosenLevel()
                .map(level -> List.of(new FormPage.Hidden("level", level.name().toLowerCase(Locale.ROOT))))
                .orElse(List.of());
        return new FilterBar(texts, ADDRESS, filters, kept, ADDRESS);
    }

    private DataTable table(Texts texts, FindingPage page) {
        var columns = Stream.of(
                        "desk.inbox.column.lamp",
                        "desk.inbox.column.matter",
                        "supervision.finding.rule",
                        "desk.watch.column.organisation",
                        "supervision.finding.at")
                .map(key -> Column.of(texts.say(key)))
                .toList();
        return new DataTable(
                texts,
                texts.say("supervision.findings.caption"),
                columns,
                page.rows().stream().map(row -> row(texts, row)).toList(),
                EmptyState.of(texts.say("supervision.findings.none"), texts.say("supervision.findings.none.text")),
                "");
    }

    private Row row(Texts texts, FindingRow row) {
        var href = ADDRESS + "/" + row.id();
        var office = directory.findOrganisation(row.organisation()).map(organisation -> organisation.name());
        return Row.opening(
                href,
                new Cell.Lit(RuleWords.lamp(texts, row)),
                new Cell.Opens(row.matter().title(), href),
                new Cell.TwoLines(Said.in(texts, row.label()), row.matter().receipt()),
                new Cell.Words(Said.in(texts, office)),
                new Cell.Words(texts.moment(row.foundAt())));
    }
}

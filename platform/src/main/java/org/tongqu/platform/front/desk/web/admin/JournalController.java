package org.tongqu.platform.front.desk.web.admin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.form.FilterBar.Filter;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.FormPage.Send;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.trust.access.AccessRefusal;
import org.tongqu.platform.trust.access.Audit;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Recorded;
import org.tongqu.platform.trust.journal.Verdict;

/** The security auditor's page: what was done, and whether the record of it is whole. */
@Controller
class JournalController {

    private final Audit audit;
    private final Clock clock;

    JournalController(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping(JournalQuery.PAGE)
    Html journal(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, JournalQuery query) {
        return page(frame, officer, query);
    }

    /** Where the language is changed on a page that answered. */
    @GetMapping(JournalQuery.PAGE + "/verify")
    String again() {
        return "redirect:" + JournalQuery.PAGE;
    }

    @PostMapping(JournalQuery.PAGE + "/verify")
    Html verify(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, JournalQuery query) {
        var texts = frame.texts();
        var banner = switch (allowed(audit.verify(officer))) {
            case Verdict.Whole(var links, var unsealed, var head) ->
                NoticeBanner.success(texts.say("desk.journal.whole"))
                        .saying(texts.say(
                                "desk.journal.whole.text", texts.number(links), texts.number(unsealed), head));
            case Verdict.Broken(var link, var entry, var fault) ->
                NoticeBanner.error(texts.say("desk.journal.broken"))
                        .saying(texts.say(
                                "desk.journal.broken." + fault.name().toLowerCase(Locale.ROOT),
                                String.valueOf(link),
                                String.valueOf(entry)));
        };
        return page(frame.noticing(List.of(banner)), officer, query);
    }

    private static <T> T allowed(Outcome<T, AccessRefusal> outcome) {
        return switch (outcome) {
            case Outcome.Done<T, AccessRefusal>(var value) -> value;
            case Outcome.Refused<T, AccessRefusal> refused -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        };
    }

    private Html page(PageFrame frame, SignedIn.Officer officer, JournalQuery query) {
        var texts = frame.texts();
        var today = LocalDate.now(clock.withZone(Texts.ZONE));
        var found = allowed(audit.entries(officer, query.search(today), query.start()));
        var heading = texts.say("desk.journal.heading");
        var proof = new FormPage(
                texts,
                "",
                "",
                Send.to(JournalQuery.PAGE + "/verify", frame.csrf()),
                List.of(),
                List.of(Button.main(texts.say("desk.journal.verify"))));
        return Html.page(
                "front/desk/JournalPage",
                new JournalPage(
                        frame.titled(heading).at("journal", Breadcrumbs.none()),
                        proof,
                        filters(texts, query, today),
                        table(texts, found.rows()),
                        pages(texts, query, found)));
    }

    private static FilterBar filters(Texts texts, JournalQuery query, LocalDate today) {
        return new FilterBar(
                texts,
                JournalQuery.PAGE,
                List.of(
                        new Filter.Words(
                                "who",
                                texts.say("desk.journal.filter.who"),
                                ListAddress.asked(query.who()).orElse("")),
                        new Filter.Words(
                                "verb",
                                texts.say("desk.journal.filter.verb"),
                                ListAddress.asked(query.verb()).orElse("")),
                        new Filter.Words(
                                "subject",
                                texts.say("desk.journal.filter.subject"),
                                ListAddress.asked(query.subject()).orElse("")),
                        new Filter.Day(
                                        "since",
                                        texts.say("desk.journal.filter.since"),
                                        query.first(today).toString())
                                .asTyped(texts, query.since()),
                        new Filter.Day(
                                        "until",
                                        texts.say("desk.journal.filter.until"),
                                        query.last(today).toString())
                                .asTyped(texts, query.until())),
                List.of(),
                JournalQuery.PAGE);
    }

    private static DataTable table(Texts texts, List<Recorded> rows) {
        var columns = List.of("at", "who", "verb", "subject", "why", "link").stream()
                .map(name -> DataTable.Column.of(texts.say("desk.journal.column." + name)))
                .toList();
        var empty = EmptyState.of(texts.say("desk.journal.empty.title"), texts.say("desk.journal.empty.text"));
        return new DataTable(
                texts,
                texts.say("desk.journal.heading"),
                columns,
                rows.stream().map(row -> row(texts, row)).toList(),
                empty,
                "");
    }

    private static Row row(Texts texts, Recorded recorded) {
        var entry = recorded.entry();
        var words = new JournalWords(texts);
        return Row.of(
                new Cell.Words(texts.moment(entry.at())),
                new Cell.TwoLines(entry.who().name(), entry.who().id()),
                new Cell.Listed(words.verb(entry), words.details(entry)),
                new Cell.TwoLines(words.kind(entry), entry.subject().id()),
                new Cell.Words(entry.why().orElse("")),
                new Cell.Words(recorded.link().map(texts::number).orElseGet(() -> texts.say("desk.journal.unsealed"))));
    }

    private static Pagination pages(Texts texts, JournalQuery query, Audit.Page found) {
        return Pagination.of(
                texts,
                query.trail(),
                found.next().map(String::valueOf),
                query::before,
                texts.say("desk.clocks.shown", texts.number(found.rows().size())));
    }
}

package org.tongqu.platform.data.checks.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.agreements.Purpose;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.checks.Application;
import org.tongqu.platform.data.checks.Application.Consent;
import org.tongqu.platform.data.checks.CheckAnswer;
import org.tongqu.platform.data.checks.CheckRefusal;
import org.tongqu.platform.data.checks.Checks;
import org.tongqu.platform.data.checks.PlannedCheck;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.identity.SignedIn;

/** Checks at the counter. An answer is shown at once and has no address: nothing about anybody stands in one. */
@Controller
class ChecksController {

    static final String LIST = "/desk/checks";

    private static final String PLACE = "checks";

    private final Checks checks;
    private final Telling telling;

    ChecksController(Checks checks, Telling telling) {
        this.checks = checks;
        this.telling = telling;
    }

    @GetMapping(LIST)
    Html list(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer) {
        var texts = frame.texts();
        var rows =
                checks.all(officer).stream().map(planned -> row(texts, planned)).toList();
        return Html.page(
                "data/checks/ChecksPage",
                new ChecksPage(
                        frame.titled(texts.say("checks.heading")).at(PLACE, Breadcrumbs.none()),
                        new DataTable(
                                texts,
                                texts.say("checks.heading"),
                                Stream.of("check", "questions", "basis")
                                        .map(name -> Column.of(texts.say("checks.column." + name)))
                                        .toList(),
                                rows,
                                EmptyState.of(texts.say("checks.empty"), texts.say("checks.empty.text")),
                                "")));
    }

    private static Row row(Texts texts, PlannedCheck planned) {
        return Row.opening(
                address(planned),
                new Cell.Opens(title(texts, planned), address(planned)),
                new Cell.Words(questions(texts, planned)),
                new Cell.Words(Said.in(texts, planned.check().words().basis())));
    }

    private static String questions(Texts texts, PlannedCheck planned) {
        return planned.check().queries().stream()
                .map(query -> Said.in(texts, query.title()))
                .collect(Collectors.joining(texts.say("checks.and")));
    }

    private static String title(Texts texts, PlannedCheck planned) {
        return Said.in(texts, planned.check().words().title());
    }

    private static String address(PlannedCheck planned) {
        return LIST + "/" + planned.code();
    }

    @GetMapping(LIST + "/{code}")
    Html one(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, @PathVariable String code) {
        return asking(frame, find(officer, code), Map.of(), Map.of());
    }

    private PlannedCheck find(SignedIn.Officer officer, String code) {
        return checks.find(officer, code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping(LIST + "/{code}")
    Html ask(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String code,
            @RequestParam Map<String, String> sent) {
        var planned = find(officer, code);
        return switch (checks.ask(officer, planned, application(sent))) {
            case Outcome.Done<CheckAnswer, CheckRefusal>(var answer) -> answered(frame, planned, sent, answer);
            case Outcome.Refused<CheckAnswer, CheckRefusal>(var refusal) -> refused(frame, planned, sent, refusal);
        };
    }

    private static Application application(Map<String, String> sent) {
        return new Application(
                sent.getOrDefault("numbers", ""),
                sent.getOrDefault("matter", ""),
                Coded.find(Purpose.class, sent.getOrDefault("purpose", "")),
                sent.containsKey("consent") ? Consent.GIVEN : Consent.NOT_SAID);
    }

    private static Html refused(PageFrame frame, PlannedCheck planned, Map<String, String> sent, CheckRefusal refusal) {
        var texts = frame.texts();
        return switch (refusal) {
            case CheckRefusal.MayNot no -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case CheckRefusal.TooOften(var perMinute) ->
                asking(
                                frame.noticing(List.of(NoticeBanner.error(
                                        texts.say("checks.wrong.too-often", texts.number(perMinute))))),
                                planned,
                                sent,
                                Map.of())
                        .with(HttpStatus.TOO_MANY_REQUESTS);
            case CheckRefusal.Wrong(var faults) ->
                asking(frame, planned, sent, Questions.wrong(texts, faults)).with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static Html asking(
            PageFrame frame, PlannedCheck planned, Map<String, String> sent, Map<String, String> wrong) {
        var texts = frame.texts();
        return page(
                frame,
                planned,
                new KeyFacts(about(texts, planned)),
                List.of(),
                Optional.of(Questions.form(frame, address(planned), sent, wrong)));
    }

    private Html answered(PageFrame frame, PlannedCheck planned, Map<String, String> sent, CheckAnswer answer) {
        var texts = frame.texts();
        var facts = Stream.concat(
                        Stream.of(
                                Fact.of(texts.say("checks.fact.matter"), sent.getOrDefault("matter", "")),
                                Fact.of(
                                        texts.say("checks.fact.purpose"),
                                        texts.say("agreements.purpose." + sent.getOrDefault("purpose", ""))),
                                Fact.of(texts.say("checks.fact.at"), texts.moment(answer.at()))),
                        about(texts, planned).stream())
                .toList();
        return page(frame, planned, new KeyFacts(facts), telling.people(texts, answer), Optional.empty());
    }

    private static List<Fact> about(Texts texts, PlannedCheck planned) {
        return List.of(
                Fact.of(texts.say("checks.column.questions"), questions(texts, planned)),
                Fact.of(
                        texts.say("checks.column.basis"),
                        Said.in(texts, planned.check().words().basis())));
    }

    private static Html page(
            PageFrame frame,
            PlannedCheck planned,
            KeyFacts facts,
            List<CheckPage.Person> people,
            Optional<FormPage> form) {
        var texts = frame.texts();
        var title = title(texts, planned);
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("checks.heading"), LIST), new Crumb(title, ""));
        return Html.page(
                "data/checks/CheckPage",
                new CheckPage(
                        frame.titled(title).at(PLACE, crumbs),
                        new CheckPage.Heading(
                                title, Said.in(texts, planned.check().words().meaning()), address(planned)),
                        facts,
                        people,
                        form));
    }
}

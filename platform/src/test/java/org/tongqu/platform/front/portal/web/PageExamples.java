package org.tongqu.platform.front.portal.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongqu.design.Comfort;
import org.tongqu.design.Csrf;
import org.tongqu.design.Icon;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Site;
import org.tongqu.design.Texts;
import org.tongqu.design.Visitor;
import org.tongqu.design.Whereabouts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.CheckAnswers;
import org.tongqu.design.form.Checkboxes;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.ErrorSummary;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.SearchBox;
import org.tongqu.design.form.TextField;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.Card;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Lamp.Light;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.design.view.ProgressBar;
import org.tongqu.design.view.QrCode;
import org.tongqu.design.view.Receipt;
import org.tongqu.design.view.ServiceCard;
import org.tongqu.design.view.StatTiles;
import org.tongqu.design.view.StepList;
import org.tongqu.design.view.Timeline;
import org.tongqu.platform.front.portal.web.apply.AskPage;
import org.tongqu.platform.front.portal.web.apply.CheckPage;
import org.tongqu.platform.front.portal.web.apply.ReceiptPage;
import org.tongqu.platform.front.portal.web.apply.RowsPage;
import org.tongqu.platform.front.portal.web.home.HomePage;
import org.tongqu.platform.front.portal.web.licences.CheckedPage;
import org.tongqu.platform.front.portal.web.licences.LicencePage;
import org.tongqu.platform.front.portal.web.mine.CasePage;
import org.tongqu.platform.front.portal.web.mine.Mending;
import org.tongqu.platform.front.portal.web.progress.ProgressPage;
import org.tongqu.platform.front.portal.web.services.BlankFormPage;

/** Pages with everything a page must stand; what a person typed is the given word everywhere. */
final class PageExamples {

    private final Texts texts;
    private final String typed;

    PageExamples(Texts texts, String typed) {
        this.texts = texts;
        this.typed = typed;
    }

    /** Every page by its template. */
    Map<String, Page> all() {
        var pages = new LinkedHashMap<String, Page>();
        pages.put("HomePage", home());
        pages.put("AskPage", ask());
        pages.put("RowsPage", rows());
        pages.put("CheckPage", check());
        pages.put("ReceiptPage", receipt());
        pages.put("CasePage", story());
        pages.put("CheckedPage", checked());
        pages.put("LicencePage", licence());
        pages.put("ProgressPage", progress());
        pages.put("BlankFormPage", paper());
        return pages;
    }

    private PageFrame frame(String title) {
        var site = new Site("云州市政务服务", "云州市人民政府办公室", "12345", "/", List.of(new Site.FootLink("网站标识码 9999000001", "")));
        var places = List.of("services", "my", "results", "progress", "check", "help").stream()
                .map(place -> Whereabouts.Place.of(place, texts.say("portal.place." + place), "/" + place, Icon.HOME))
                .toList();
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("portal.place.home"), "/"), new Crumb(title, ""));
        var where = new Whereabouts(site, "/", places, "my", crumbs);
        var visitor =
                Visitor.known(new Visitor.Person(typed, ""), new Csrf("_csrf", "0123456789"), "/sign-out", "/account");
        return new PageFrame(texts, title, visitor, Comfort.usual(), where, List.of());
    }

    private HomePage home() {
        var service = new ServiceCard(
                Icon.BUILDING_STORE, typed, "/services/x/y", typed, typed, List.of(texts.say("portal.guide.fee.free")));
        var doors = List.of(
                new HomePage.Event(
                        Icon.BUILDING_STORE,
                        texts.say("portal.event.establishment"),
                        texts.say("portal.home.event.count", 1),
                        "/services"),
                new HomePage.Event(
                        Icon.TOOLS, texts.say("portal.event.operation"), texts.say("portal.home.event.none"), ""));
        var matter = new HomePage.Matter(
                typed,
                "/my/cases/1",
                texts.say("portal.state.waiting"),
                texts.say("portal.case.until", "11-25"),
                Optional.of(Lamp.of(texts, Light.SOON)));
        var figures = new StatTiles(
                texts,
                List.of(new StatTiles.Tile(
                        texts.say("portal.home.figure.ontime"),
                        "98.6",
                        "%",
                        "/results",
                        "",
                        texts.say("portal.home.figure.ontime.formula", 12, 13))));
        return new HomePage(
                frame("").at("", Breadcrumbs.none()),
                new SearchBox(
                        texts,
                        "/services",
                        texts.say("portal.home.search"),
                        "",
                        List.of(new SearchBox.Popular(typed, "/services/x/y"))),
                Optional.of(new HomePage.Mine(
                        List.of(matter), texts.say("portal.home.mine.all", 3), EmptyState.of("", ""))),
                List.of(
                        new HomePage.Events(
                                "life", texts.say("portal.home.life"), texts.say("portal.home.life.lead"), doors),
                        new HomePage.Events(
                                "firm", texts.say("portal.home.firm"), texts.say("portal.home.firm.lead"), doors)),
                new HomePage.Used(
                        List.of(service, service), texts.say("portal.home.used.all", 2), EmptyState.of("", "")),
                new HomePage.Latest(
                        List.of(new HomePage.Published(typed, "/results/1", typed, typed, "2026-11-20")),
                        EmptyState.of("", "")),
                new HomePage.Promise(
                        figures,
                        new StepList(List.of(new StepList.Step(
                                texts.say("portal.home.promise.1"), texts.say("portal.home.promise.1.text"))))),
                List.of(new Card(
                        texts.say("portal.home.contact.hotline"),
                        "tel:12345",
                        "12345",
                        texts.say("portal.home.contact.hotline.text"))));
    }

    private FormPage.Send send() {
        return FormPage.Send.to("/drafts/1/name", new Csrf("_csrf", "0123456789"));
    }

    private AskPage ask() {
        var name = Question.of(texts, "legalRepresentative.name", typed)
                .hint(typed)
                .knownFrom(typed, "2026-11-01")
                .wrong(typed);
        var form = FormPage.of(
                        texts,
                        typed,
                        send(),
                        List.of(TextField.of(name, typed)),
                        Button.main(texts.say("portal.draft.save")).sending("then", "next"))
                .lead(typed)
                .also(Button.plain(texts.say("portal.draft.back")).sending("then", "back"))
                .also(Button.quiet(texts.say("portal.draft.leave")).sending("then", "leave"));
        var bar = new ProgressBar(texts.say("portal.draft.progress"), 3, 12, texts.say("portal.draft.step", 3, 12));
        return new AskPage(
                frame(typed),
                Optional.of(bar),
                form,
                List.of(ButtonLink.quiet(texts.say("portal.draft.expert"), "/drafts/1/all")));
    }

    private RowsPage rows() {
        var bar = new ProgressBar(texts.say("portal.draft.progress"), 8, 12, texts.say("portal.draft.step", 8, 12));
        var row = new RowsPage.Row(typed, List.of(typed, typed), "/drafts/1/shareholders/0", "0", typed);
        return new RowsPage(
                frame(typed),
                bar,
                new RowsPage.Heading(typed, typed),
                new ErrorSummary(texts, List.of(new ErrorSummary.Problem("f-rows", typed))),
                List.of(row, row),
                Optional.of(ButtonLink.plain(texts.say("portal.draft.add", typed), "/drafts/1/shareholders/2")),
                FormPage.of(texts, "", send(), List.of(), Button.main(texts.say("portal.draft.save"))));
    }

    private CheckAnswers answers() {
        var answer = new CheckAnswers.Answer(typed, typed, typed, "/drafts/1/name");
        return new CheckAnswers(
                texts,
                List.of(new CheckAnswers.Group(typed, List.of(answer, new CheckAnswers.Answer(typed, "", "", "")))));
    }

    private CheckPage check() {
        var declaration = new Checkboxes(
                Question.of(texts, "declared", texts.say("portal.check.declaration"))
                        .wrong(typed),
                List.of(Choice.of("yes", texts.say("portal.check.declare"))),
                Set.of());
        return new CheckPage(
                frame(typed),
                new CheckPage.Heading(typed, typed),
                new CheckPage.Problems(
                        texts.say("portal.check.missing", 1), List.of(new CheckPage.Problem(typed, "/drafts/1/name"))),
                answers(),
                FormPage.of(
                        texts,
                        "",
                        send().along("token", typed),
                        List.of(declaration),
                        Button.main(texts.say("portal.check.submit"))));
    }

    private ReceiptPage receipt() {
        var facts = List.of(
                Fact.of(texts.say("portal.receipt.service"), typed),
                Fact.of(texts.say("portal.receipt.office"), typed));
        var receipt = new Receipt(
                texts, texts.say("portal.receipt.heading"), "999901-2026-000123-K", facts, List.of(typed, typed));
        return new ReceiptPage(
                frame(typed), receipt, ButtonLink.main(texts.say("portal.receipt.follow"), "/my/cases/1"));
    }

    private Timeline line() {
        return new Timeline(
                texts,
                List.of(
                        Timeline.Step.done(texts.say("portal.case.submitted"), typed, "2026-11-20"),
                        Timeline.Step.now(
                                        typed,
                                        typed,
                                        texts.say("portal.case.until", "2026-11-25"),
                                        Lamp.of(texts, Light.FINE))
                                .saying(typed),
                        Timeline.Step.ahead(typed, typed, "")));
    }

    private CasePage story() {
        var decision = new KeyFacts(List.of(Fact.of(texts.say("portal.case.decision.reason"), typed)));
        return new CasePage(
                frame(typed),
                new CasePage.Heading(
                        typed,
                        texts.say("portal.case.receipt", "999901-2026-000123-K"),
                        typed,
                        List.of(new CasePage.Clock(typed, typed, Lamp.of(texts, Light.LATE))),
                        Optional.of(new Mending.ToMend(typed, List.of(typed), typed))),
                line(),
                line(),
                List.of(
                        ButtonLink.main(texts.say("portal.case.correct.now"), "/my/cases/1/correct"),
                        ButtonLink.quiet(texts.say("portal.case.withdraw"), "/my/cases/1/withdraw")),
                Optional.empty(),
                new CasePage.Outcome(
                        Optional.of(decision),
                        texts.say("portal.case.remedy"),
                        Optional.of(ButtonLink.plain(texts.say("portal.case.licence.open"), "/my/licences/1")),
                        new KeyFacts(List.of())),
                answers());
    }

    private CheckedPage checked() {
        return new CheckedPage(
                frame(typed),
                Optional.of(
                        NoticeBanner.success(texts.say("portal.licence.valid")).saying(typed)),
                typed,
                Optional.of(new KeyFacts(List.of(Fact.of(texts.say("portal.licence.holder"), typed)))),
                Optional.of(FormPage.of(
                        texts,
                        texts.say("portal.licence.check.title"),
                        send(),
                        List.of(TextField.of(
                                Question.of(texts, "code", texts.say("portal.licence.check.field")), typed)),
                        Button.main(texts.say("portal.licence.check.go")))));
    }

    private LicencePage licence() {
        var modules = new boolean[29][29];
        for (int i = 0; i < 29; i++) {
            modules[i][(i * 7) % 29] = true;
        }
        return new LicencePage(
                frame(typed),
                Optional.empty(),
                new LicencePage.Sheet(
                        typed,
                        typed,
                        new KeyFacts(List.of(Fact.of(typed, typed), Fact.of(typed, typed))),
                        new LicencePage.Issue(typed, "2026-11-20"),
                        QrCode.of(modules, texts.say("portal.licence.scan"), "/check/abc"),
                        texts.say("portal.licence.code", "abc")));
    }

    private ProgressPage progress() {
        var rate = FormPage.of(texts, "", send(), List.of(), Button.plain(typed));
        var found = new ProgressPage.Found(typed, texts.say("portal.case.receipt", "1"), typed, line(), rate);
        return new ProgressPage(
                frame(typed), Optional.of(found), FormPage.of(texts, "", send(), List.of(), Button.main("")));
    }

    private BlankFormPage paper() {
        var line = new BlankFormPage.Line(typed, typed, List.of(typed, typed));
        return new BlankFormPage(
                frame(typed), typed, typed, List.of(new BlankFormPage.Part(typed, typed, List.of(line, line), 2)));
    }
}

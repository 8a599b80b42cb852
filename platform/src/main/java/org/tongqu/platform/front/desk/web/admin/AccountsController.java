package org.tongqu.platform.front.desk.web.admin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.platform.front.desk.web.DeskBanners;
import org.tongqu.platform.front.desk.web.admin.AccountPages.Typed;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Administrator;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.People;
import org.tongqu.platform.trust.directory.Staff;
import org.tongqu.platform.trust.identity.LockRefusal;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.identity.StaffAccount;
import org.tongqu.platform.trust.identity.StaffAccounts;

/** The system administrator's page: who can sign in. */
@Controller
class AccountsController {

    private static final String LIST = AccountPages.LIST;

    private final Gate gate;
    private final Directory directory;
    private final StaffAccounts accounts;
    private final AccountPages pages;
    private final DeskBanners banners;

    AccountsController(
            Gate gate, Directory directory, StaffAccounts accounts, AccountPages pages, DeskBanners banners) {
        this.gate = gate;
        this.directory = directory;
        this.accounts = accounts;
        this.pages = pages;
        this.banners = banners;
    }

    @GetMapping(LIST)
    Html list(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, PeopleQuery query) {
        gate.open(officer, Administrator.SYSTEM);
        var texts = frame.texts();
        var people = directory.people(query.filter(), query.trail().start().orElse(""), PeopleQuery.PAGE);
        var parts = new PeopleLists(texts, query, LIST);
        var heading = texts.say("desk.accounts.heading");
        return Html.page(
                AdminListPage.TEMPLATE,
                new AdminListPage(
                                banners.on(frame, officer).titled(heading).at("accounts", Breadcrumbs.none()),
                                heading,
                                texts.say("desk.accounts.lead"),
                                parts.filters(directory, List.of()),
                                table(texts, parts, people),
                                parts.pages(people))
                        .adding(ButtonLink.plain(texts.say("desk.accounts.new"), AccountOpeningController.NEW)));
    }

    private DataTable table(Texts texts, PeopleLists parts, People people) {
        var known = accounts.of(people.rows().stream().map(Staff::id).toList());
        return new DataTable(
                texts,
                texts.say("desk.accounts.heading"),
                parts.columns("name", "organisation", "sign-in-name", "last", "state"),
                people.rows().stream().map(person -> row(texts, person, known)).toList(),
                parts.empty(),
                "");
    }

    private Row row(Texts texts, Staff person, Map<String, StaffAccount> known) {
        var account = Optional.ofNullable(known.get(person.id()));
        var href = LIST + "/" + person.id();
        return Row.opening(
                href,
                new Cell.Opens(person.name(), href),
                new Cell.TwoLines(office(texts, person), person.id()),
                new Cell.Words(account.map(StaffAccount::signInName).orElse("")),
                new Cell.Words(account.flatMap(StaffAccount::lastSignIn)
                        .map(texts::moment)
                        .orElse("")),
                new Cell.Words(texts.say("desk.accounts.state." + AccountPages.state(account))));
    }

    private String office(Texts texts, Staff person) {
        return Said.in(texts, directory.findOrganisation(person.organisation()).map(office -> office.name()));
    }

    @GetMapping(LIST + "/{staff}")
    Html person(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String staff,
            @RequestParam(defaultValue = "") String said) {
        gate.open(officer, Administrator.SYSTEM);
        var texts = frame.texts();
        var notices = texts.knows("desk.accounts.said." + said)
                ? List.of(NoticeBanner.success(texts.say("desk.accounts.said." + said)))
                : List.<NoticeBanner>of();
        return pages.page(frame.noticing(notices), staff, Typed.NOTHING);
    }

    @PostMapping(LIST + "/{staff}")
    Object change(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String staff,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String why) {
        return act.equals("unlock")
                ? answer(frame, staff, "unlocked", accounts.unlock(officer, staff, why))
                : answer(frame, staff, "locked", accounts.lock(officer, staff, why));
    }

    private Object answer(PageFrame frame, String staff, String said, Optional<LockRefusal> refusal) {
        var texts = frame.texts();
        return switch (refusal.orElse(null)) {
            case null -> "redirect:" + LIST + "/" + staff + "?said=" + said;
            case LockRefusal.NotTheSystemAdministrator no -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case LockRefusal.NoAccount none -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case LockRefusal.OfOneself self -> refused(frame, staff, texts.say("desk.accounts.refused.self"));
            case LockRefusal.SoAlready already -> refused(frame, staff, texts.say("desk.accounts.refused.already"));
            case LockRefusal.ReasonMissing missing ->
                pages.page(frame, staff, Typed.NOTHING.wrong("why", texts.say("desk.admin.why.missing")))
                        .with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Html refused(PageFrame frame, String staff, String words) {
        return pages.page(frame.noticing(List.of(NoticeBanner.error(words))), staff, Typed.NOTHING)
                .with(HttpStatus.UNPROCESSABLE_CONTENT);
    }
}

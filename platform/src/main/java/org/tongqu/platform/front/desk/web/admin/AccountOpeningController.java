package org.tongqu.platform.front.desk.web.admin;

import java.util.List;
import java.util.Map;
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
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.FormPage.Send;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.Select;
import org.tongqu.design.form.TextField;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.front.desk.web.admin.AccountPages.Typed;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Administrator;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Organisation;
import org.tongqu.platform.trust.identity.NewStaff;
import org.tongqu.platform.trust.identity.OneTimePassword;
import org.tongqu.platform.trust.identity.OpeningRefusal;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.identity.StaffAccounts;

/**
 * Gives out accounts and passwords. The password stands on the page that answers the form, and on no other; a role is
 * not given here.
 */
@Controller
class AccountOpeningController {

    static final String NEW = "/desk/admin/new-account";
    private static final int LONGEST = 50;

    private final Gate gate;
    private final Directory directory;
    private final StaffAccounts accounts;
    private final AccountPages pages;

    AccountOpeningController(Gate gate, Directory directory, StaffAccounts accounts, AccountPages pages) {
        this.gate = gate;
        this.directory = directory;
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping(NEW)
    Html ask(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(defaultValue = "") String organisation) {
        gate.open(officer, Administrator.SYSTEM);
        return form(frame, organisation, Typed.NOTHING);
    }

    @PostMapping(NEW)
    Html hire(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam Map<String, String> sent) {
        gate.open(officer, Administrator.SYSTEM);
        var typed = new Typed(sent, Map.of());
        var person = new NewStaff(
                typed.value("number"),
                typed.value("name"),
                typed.value("organisation"),
                typed.value("post"),
                typed.value("signInName"));
        return switch (accounts.hire(officer, person, typed.value("because"))) {
            case Outcome.Done<OneTimePassword, OpeningRefusal>(var given) -> pages.given(frame, person.number(), given);
            case Outcome.Refused<OneTimePassword, OpeningRefusal>(var why) ->
                form(refused(frame, why), person.organisation(), wrong(frame.texts(), typed, why))
                        .with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping(AccountPages.LIST + "/{staff}/open")
    Html open(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String staff,
            @RequestParam Map<String, String> sent) {
        var typed = new Typed(sent, Map.of());
        return answer(
                frame, staff, typed, accounts.open(officer, staff, typed.value("signInName"), typed.value("because")));
    }

    @PostMapping(AccountPages.LIST + "/{staff}/password")
    Html password(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String staff,
            @RequestParam Map<String, String> sent) {
        var typed = new Typed(sent, Map.of());
        return answer(frame, staff, typed, accounts.resetPassword(officer, staff, typed.value("because")));
    }

    private Html answer(PageFrame frame, String staff, Typed typed, Outcome<OneTimePassword, OpeningRefusal> outcome) {
        return switch (outcome) {
            case Outcome.Done<OneTimePassword, OpeningRefusal>(var given) -> pages.given(frame, staff, given);
            case Outcome.Refused<OneTimePassword, OpeningRefusal>(var why) ->
                pages.page(refused(frame, why), staff, wrong(frame.texts(), typed, why))
                        .with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** What is wrong at no field is said above. */
    private static PageFrame refused(PageFrame frame, OpeningRefusal why) {
        return switch (why) {
            case OpeningRefusal.NotTheSystemAdministrator no -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case OpeningRefusal.OfOneself self -> saying(frame, "desk.accounts.refused.own-password");
            case OpeningRefusal.OfAnotherAdministrator other -> saying(frame, "desk.accounts.refused.administrator");
            case OpeningRefusal.NoSuchPerson nobody -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case OpeningRefusal.HasAccount has -> saying(frame, "desk.accounts.refused.already");
            case OpeningRefusal.NumberTaken taken -> frame;
            case OpeningRefusal.NumberUnfit unfit -> frame;
            case OpeningRefusal.PersonNameUnfit unfit -> frame;
            case OpeningRefusal.NoSuchPost no -> frame;
            case OpeningRefusal.SignInNameTaken taken -> frame;
            case OpeningRefusal.SignInNameUnfit unfit -> frame;
            case OpeningRefusal.ReasonMissing missing -> frame;
        };
    }

    private static PageFrame saying(PageFrame frame, String key) {
        return frame.noticing(List.of(NoticeBanner.error(frame.texts().say(key))));
    }

    private static Typed wrong(Texts texts, Typed typed, OpeningRefusal why) {
        return switch (why) {
            case OpeningRefusal.NotTheSystemAdministrator no -> typed;
            case OpeningRefusal.OfOneself self -> typed;
            case OpeningRefusal.OfAnotherAdministrator other -> typed;
            case OpeningRefusal.NoSuchPerson nobody -> typed;
            case OpeningRefusal.HasAccount has -> typed;
            case OpeningRefusal.NumberTaken taken ->
                typed.wrong("number", texts.say("desk.accounts.refused.number-taken"));
            case OpeningRefusal.NumberUnfit unfit -> typed.wrong("number", texts.say("desk.accounts.number.hint"));
            case OpeningRefusal.PersonNameUnfit unfit -> typed.wrong("name", texts.say("desk.accounts.refused.name"));
            case OpeningRefusal.NoSuchPost no -> typed.wrong("post", texts.say("desk.accounts.post.choose"));
            case OpeningRefusal.SignInNameTaken taken ->
                typed.wrong("signInName", texts.say("desk.accounts.refused.sign-in-name-taken"));
            case OpeningRefusal.SignInNameUnfit unfit ->
                typed.wrong("signInName", texts.say("desk.accounts.sign-in-name.hint"));
            case OpeningRefusal.ReasonMissing missing -> typed.wrong("because", texts.say("desk.admin.why.missing"));
        };
    }

    private Html form(PageFrame frame, String organisation, Typed typed) {
        var texts = frame.texts();
        var heading = texts.say("desk.accounts.new");
        var office = directory.findOrganisation(organisation);
        var filter = new FilterBar.Filter.OneOf(
                "organisation",
                texts.say("desk.admin.filter.organisation"),
                directory.organisations().stream()
                        .map(some -> Choice.of(some.code(), Said.in(texts, some.name())))
                        .toList(),
                organisation,
                texts.say("desk.accounts.organisation.choose"));
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("desk.accounts.heading"), AccountPages.LIST), new Crumb(heading, ""));
        return Html.page(
                NewAccountPage.TEMPLATE,
                new NewAccountPage(
                        frame.titled(heading).at("accounts", crumbs),
                        heading,
                        texts.say("desk.accounts.new.lead"),
                        new FilterBar(texts, NEW, List.of(filter), List.of(), NEW),
                        office.map(at -> questions(frame, at, typed))));
    }

    private FormPage questions(PageFrame frame, Organisation office, Typed typed) {
        var texts = frame.texts();
        var posts = directory.posts(office.code()).stream()
                .map(post -> Choice.of(post.code(), Said.in(texts, post.name())))
                .toList();
        List<Field> fields = List.of(
                new Select(
                        Question.of(texts, "post", texts.say("desk.accounts.post"))
                                .wrong(typed.wrongAt("post")),
                        posts,
                        typed.value("post"),
                        texts.say("desk.accounts.post.choose")),
                words(texts, typed, "name", ""),
                words(texts, typed, "number", texts.say("desk.accounts.number.hint")),
                AccountPages.signInName(texts, typed),
                AccountPages.why(texts, typed, "because"));
        return FormPage.of(
                texts,
                "",
                Send.to(NEW, frame.csrf()).along("organisation", office.code()),
                fields,
                Button.main(texts.say("desk.accounts.open")));
    }

    private static Field words(Texts texts, Typed typed, String name, String hint) {
        return TextField.of(
                        Question.of(texts, name, texts.say("desk.accounts." + name))
                                .hint(hint)
                                .wrong(typed.wrongAt(name)),
                        typed.value(name))
                .upTo(LONGEST);
    }
}

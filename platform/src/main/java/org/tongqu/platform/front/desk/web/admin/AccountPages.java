package org.tongqu.platform.front.desk.web.admin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.FormPage.Send;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.TextField;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Staff;
import org.tongqu.platform.trust.identity.OneTimePassword;
import org.tongqu.platform.trust.identity.StaffAccount;
import org.tongqu.platform.trust.identity.StaffAccounts;

/** The page of one person's account, as every act on it leads back to it. */
@Component
class AccountPages {

    static final String LIST = "/desk/admin/accounts";
    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_NAME = 32;

    private final Directory directory;
    private final StaffAccounts accounts;

    AccountPages(Directory directory, StaffAccounts accounts) {
        this.directory = directory;
        this.accounts = accounts;
    }

    Html page(PageFrame frame, String staff, Typed typed) {
        var texts = frame.texts();
        var person = directory.findStaff(staff).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var account = Optional.ofNullable(accounts.of(List.of(staff)).get(staff));
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("desk.accounts.heading"), LIST), new Crumb(person.name(), ""));
        var acts = account.map(it -> List.of(
                        act(frame, person, it.lockedAt().isPresent() ? "unlock" : "lock", typed),
                        give(frame, person, "password", List.of(why(texts, typed, "because")))))
                .orElseGet(() -> List.of(
                        give(frame, person, "open", List.of(signInName(texts, typed), why(texts, typed, "because")))));
        return Html.page(
                AdminPersonPage.TEMPLATE,
                new AdminPersonPage(
                        frame.titled(person.name()).at("accounts", crumbs),
                        person.name(),
                        new KeyFacts(facts(texts, person, account)),
                        acts));
    }

    private List<Fact> facts(Texts texts, Staff person, Optional<StaffAccount> account) {
        var none = texts.say("desk.accounts.state.none");
        return List.of(
                Fact.of(texts.say("desk.admin.column.organisation"), office(texts, person)),
                Fact.of(texts.say("desk.admin.column.id"), person.id()),
                Fact.of(
                        texts.say("desk.admin.column.sign-in-name"),
                        account.map(StaffAccount::signInName).orElse(none)),
                Fact.of(
                        texts.say("desk.admin.column.last"),
                        account.flatMap(StaffAccount::lastSignIn)
                                .map(texts::moment)
                                .orElse(none)),
                Fact.of(
                        texts.say("desk.admin.column.password"),
                        account.map(it -> texts.moment(it.passwordSetAt())).orElse(none)),
                Fact.of(
                        texts.say("desk.admin.column.state"),
                        account.flatMap(StaffAccount::lockedAt)
                                .map(since -> texts.say("desk.accounts.locked-since", texts.moment(since)))
                                .orElseGet(() -> texts.say("desk.accounts.state." + state(account)))));
    }

    private static AdminPersonPage.Act act(PageFrame frame, Staff person, String verb, Typed typed) {
        var texts = frame.texts();
        var press = texts.say("desk.accounts." + verb);
        var form = FormPage.of(
                        texts,
                        "",
                        Send.to(LIST + "/" + person.id(), frame.csrf()).along("act", verb),
                        List.of(why(texts, typed, "why")),
                        verb.equals("lock") ? Button.grave(press) : Button.main(press))
                .lead(texts.say("desk.accounts." + verb + ".lead"));
        return new AdminPersonPage.Act(verb, press, form);
    }

    /** An account, or another password: what is given out is shown on the page that answers. */
    private static AdminPersonPage.Act give(PageFrame frame, Staff person, String verb, List<Field> fields) {
        var texts = frame.texts();
        var press = texts.say("desk.accounts." + verb);
        var form = FormPage.of(
                        texts,
                        "",
                        Send.to(LIST + "/" + person.id() + "/" + verb, frame.csrf()),
                        fields,
                        Button.plain(press))
                .lead(texts.say("desk.accounts." + verb + ".lead"));
        return new AdminPersonPage.Act(verb, press, form);
    }

    static Field signInName(Texts texts, Typed typed) {
        return TextField.of(
                        Question.of(texts, "signInName", texts.say("desk.admin.column.sign-in-name"))
                                .hint(texts.say("desk.accounts.sign-in-name.hint"))
                                .wrong(typed.wrongAt("signInName")),
                        typed.value("signInName"))
                .upTo(LONGEST_NAME);
    }

    /** @param name not the same twice on one page */
    static Field why(Texts texts, Typed typed, String name) {
        return TextField.of(
                        Question.of(texts, name, texts.say("desk.admin.why"))
                                .hint(texts.say("desk.admin.why.hint"))
                                .wrong(typed.wrongAt(name)),
                        typed.value(name))
                .upTo(LONGEST_REASON);
    }

    /** The page with the password, which no other page shows again. */
    Html given(PageFrame frame, String staff, OneTimePassword given) {
        var texts = frame.texts();
        var person = directory.staff(staff);
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("desk.accounts.heading"), LIST), new Crumb(person.name(), LIST + "/" + staff));
        var facts = new KeyFacts(List.of(
                Fact.of(texts.say("desk.admin.column.organisation"), office(texts, person)),
                Fact.of(texts.say("desk.admin.column.sign-in-name"), given.signInName()),
                Fact.of(texts.say("desk.accounts.once"), given.password())
                        .noting(texts.say("desk.accounts.once.note"))));
        var notice =
                NoticeBanner.warning(texts.say("desk.accounts.given")).saying(texts.say("desk.accounts.given.text"));
        return Html.page(
                AdminPersonPage.TEMPLATE,
                new AdminPersonPage(
                        frame.titled(person.name()).at("accounts", crumbs).noticing(List.of(notice)),
                        person.name(),
                        facts,
                        List.of()));
    }

    private String office(Texts texts, Staff person) {
        return Said.in(texts, directory.findOrganisation(person.organisation()).map(office -> office.name()));
    }

    static String state(Optional<StaffAccount> account) {
        return account.map(it -> it.lockedAt().isPresent() ? "locked" : "open").orElse("none");
    }

    /** What was typed and what is wrong with it, by the names of the fields. */
    record Typed(Map<String, String> values, Map<String, String> wrong) {

        static final Typed NOTHING = new Typed(Map.of(), Map.of());

        String value(String field) {
            return values.getOrDefault(field, "");
        }

        String wrongAt(String field) {
            return wrong.getOrDefault(field, "");
        }

        Typed wrong(String field, String words) {
            return new Typed(values, Map.of(field, words));
        }
    }
}

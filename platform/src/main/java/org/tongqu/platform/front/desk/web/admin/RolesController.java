package org.tongqu.platform.front.desk.web.admin;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.FormPage.Send;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.Select;
import org.tongqu.design.form.TextField;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.access.GrantRefusal;
import org.tongqu.platform.trust.access.Role;
import org.tongqu.platform.trust.access.RoleGrants;
import org.tongqu.platform.trust.access.RoleGrants.Change;
import org.tongqu.platform.trust.directory.Administrator;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.RoleRefusal;
import org.tongqu.platform.trust.directory.Staff;
import org.tongqu.platform.trust.identity.SignedIn;

/** The security administrator's page: who holds which role. */
@Controller
class RolesController {

    private static final String LIST = "/desk/admin/roles";
    private static final int LONGEST_REASON = 200;

    private final Gate gate;
    private final Directory directory;
    private final Access access;
    private final RoleGrants grants;

    RolesController(Gate gate, Directory directory, Access access, RoleGrants grants) {
        this.gate = gate;
        this.directory = directory;
        this.access = access;
        this.grants = grants;
    }

    @GetMapping(LIST)
    Html list(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, PeopleQuery query) {
        gate.open(officer, Administrator.SECURITY);
        var texts = frame.texts();
        var people = directory.people(query.filter(), query.trail().start().orElse(""), PeopleQuery.PAGE);
        var parts = new PeopleLists(texts, query, LIST);
        var heading = texts.say("desk.roles.heading");
        var table = new DataTable(
                texts,
                heading,
                parts.columns("name", "organisation", "roles"),
                people.rows().stream().map(person -> row(texts, person)).toList(),
                parts.empty(),
                "");
        return Html.page(
                AdminListPage.TEMPLATE,
                new AdminListPage(
                        frame.titled(heading).at("roles", Breadcrumbs.none()),
                        heading,
                        texts.say("desk.roles.lead"),
                        parts.filters(directory, access.roles()),
                        table,
                        parts.pages(people)));
    }

    private Row row(Texts texts, Staff person) {
        var href = LIST + "/" + person.id();
        return Row.opening(
                href,
                new Cell.Opens(person.name(), href),
                new Cell.TwoLines(office(texts, person), person.id()),
                new Cell.Words(named(texts, person.roles())));
    }

    private String office(Texts texts, Staff person) {
        return Said.in(texts, directory.findOrganisation(person.organisation()).map(office -> office.name()));
    }

    /** A role that no pack declares any more is named by its code. */
    private String named(Texts texts, Collection<String> codes) {
        var known = access.roles().stream().collect(Collectors.toMap(Role::code, role -> Said.in(texts, role.title())));
        return codes.stream()
                .sorted()
                .map(code -> known.getOrDefault(code, code))
                .collect(Collectors.joining(texts.say("desk.roles.and")));
    }

    @GetMapping(LIST + "/{staff}")
    Html person(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String staff,
            @RequestParam(defaultValue = "") String said) {
        gate.open(officer, Administrator.SECURITY);
        var texts = frame.texts();
        var notices = texts.knows("desk.roles.said." + said)
                ? List.of(NoticeBanner.success(texts.say("desk.roles.said." + said)))
                : List.<NoticeBanner>of();
        return page(frame.noticing(notices), staff);
    }

    @PostMapping(LIST + "/{staff}")
    Object change(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String staff,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String why) {
        var change = new Change(staff, role, why);
        return act.equals("revoke")
                ? answer(frame, change, "revoked", grants.revoke(officer, change))
                : answer(frame, change, "granted", grants.grant(officer, change));
    }

    private Object answer(PageFrame frame, Change change, String said, Optional<GrantRefusal> refusal) {
        return switch (refusal.orElse(null)) {
            case null -> "redirect:" + LIST + "/" + change.staff() + "?said=" + said;
            case GrantRefusal.NotTheSecurityAdministrator no -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case GrantRefusal why -> {
                var banner = NoticeBanner.error(words(frame.texts(), change, why));
                yield page(frame.noticing(List.of(banner)), change.staff()).with(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    private String words(Texts texts, Change change, GrantRefusal refusal) {
        return switch (refusal) {
            case GrantRefusal.NotTheSecurityAdministrator no -> "";
            case GrantRefusal.OfOneself self -> texts.say("desk.roles.refused.self");
            case GrantRefusal.UnknownRole unknown -> texts.say("desk.roles.refused.unknown");
            case GrantRefusal.ReasonMissing missing -> texts.say("desk.admin.why.missing");
            case GrantRefusal.ByDirectory(var why) ->
                switch (why) {
                    case RoleRefusal.UnknownPerson unknown -> texts.say("desk.roles.refused.nobody");
                    case RoleRefusal.HeldAlready held -> texts.say("desk.roles.refused.held");
                    case RoleRefusal.NotHeld not -> texts.say("desk.roles.refused.not-held");
                    case RoleRefusal.HeldApart(var held) ->
                        texts.say("desk.roles.refused.apart", named(texts, held), named(texts, List.of(change.role())));
                };
        };
    }

    private Html page(PageFrame frame, String staff) {
        var texts = frame.texts();
        var person = directory.findStaff(staff).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("desk.roles.heading"), LIST), new Crumb(person.name(), ""));
        var none = texts.say("desk.roles.none");
        var facts = List.of(
                Fact.of(texts.say("desk.admin.column.organisation"), office(texts, person)),
                Fact.of(texts.say("desk.admin.column.id"), person.id()),
                Fact.of(
                        texts.say("desk.admin.column.roles"),
                        person.roles().isEmpty() ? none : named(texts, person.roles())));
        return Html.page(
                AdminPersonPage.TEMPLATE,
                new AdminPersonPage(
                        frame.titled(person.name()).at("roles", crumbs),
                        person.name(),
                        new KeyFacts(facts),
                        List.of(act(frame, person))));
    }

    private AdminPersonPage.Act act(PageFrame frame, Staff person) {
        var texts = frame.texts();
        var choices = access.roles().stream()
                .map(role -> Choice.of(role.code(), Said.in(texts, role.title())))
                .toList();
        List<Field> fields = List.of(
                new Select(
                        Question.of(texts, "role", texts.say("desk.roles.role")),
                        choices,
                        "",
                        texts.say("desk.roles.choose")),
                TextField.of(
                                Question.of(texts, "why", texts.say("desk.admin.why"))
                                        .hint(texts.say("desk.admin.why.hint")),
                                "")
                        .upTo(LONGEST_REASON));
        var form = FormPage.of(
                        texts,
                        "",
                        Send.to(LIST + "/" + person.id(), frame.csrf()),
                        fields,
                        Button.main(texts.say("desk.roles.grant")).sending("act", "grant"))
                .lead(texts.say("desk.roles.change.lead"))
                .also(Button.grave(texts.say("desk.roles.revoke")).sending("act", "revoke"));
        return new AdminPersonPage.Act("change", texts.say("desk.roles.change"), form);
    }
}

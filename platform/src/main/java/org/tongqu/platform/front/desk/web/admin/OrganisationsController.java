package org.tongqu.platform.front.desk.web.admin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.form.FilterBar.Filter;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Administrator;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Division;
import org.tongqu.platform.trust.directory.Organisation;
import org.tongqu.platform.trust.identity.SignedIn;

/** The organisations and how many work for each. */
@Controller
class OrganisationsController {

    private static final String LIST = "/desk/admin/organisations";

    private final Gate gate;
    private final Directory directory;

    OrganisationsController(Gate gate, Directory directory) {
        this.gate = gate;
        this.directory = directory;
    }

    @GetMapping(LIST)
    Html list(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(required = false) @Nullable String name) {
        gate.open(officer, Administrator.SYSTEM);
        var texts = frame.texts();
        var words = ListAddress.asked(name).orElse("");
        var all = directory.organisations();
        var found = all.stream()
                .filter(office -> Said.in(texts, office.name()).contains(words)
                        || office.code().equals(words))
                .toList();
        var heading = texts.say("desk.organisations.heading");
        var filter = new Filter.Words("name", texts.say("desk.organisations.filter"), words);
        return Html.page(
                AdminListPage.TEMPLATE,
                new AdminListPage(
                        frame.titled(heading).at("organisations", Breadcrumbs.none()),
                        heading,
                        texts.say("desk.organisations.lead"),
                        new FilterBar(texts, LIST, List.of(filter), List.of(), LIST),
                        table(texts, found),
                        new Pagination(
                                texts,
                                "",
                                "",
                                texts.say("desk.admin.shown", texts.number(all.size()), texts.number(found.size())))));
    }

    private DataTable table(Texts texts, List<Organisation> offices) {
        var sizes = directory.sizes();
        var columns = List.of(
                Column.of(texts.say("desk.organisations.column.name")),
                Column.of(texts.say("desk.organisations.column.division")),
                Column.of(texts.say("desk.organisations.column.phone")),
                Column.figures(texts.say("desk.organisations.column.people")));
        return new DataTable(
                texts,
                texts.say("desk.organisations.heading"),
                columns,
                offices.stream().map(office -> row(texts, office, sizes)).toList(),
                new PeopleLists(texts, PeopleQuery.of(""), LIST).empty(),
                "");
    }

    private Row row(Texts texts, Organisation office, Map<String, Integer> sizes) {
        var people = PeopleQuery.of(office.code()).address("/desk/admin/accounts");
        var place =
                directory.findDivision(office.division()).map(Division::name).orElse("");
        return Row.opening(
                people,
                new Cell.TwoLines(Said.in(texts, office.name()), office.code()),
                new Cell.Words(place),
                new Cell.Words(office.contact().phone()),
                new Cell.FigureLink(texts.number(sizes.getOrDefault(office.code(), 0)), people));
    }
}

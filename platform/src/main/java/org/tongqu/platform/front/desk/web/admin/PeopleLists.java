package org.tongqu.platform.front.desk.web.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.form.FilterBar.Filter;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.EmptyState;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.access.Role;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.People;

/** What the lists of accounts and of roles have in common. */
record PeopleLists(Texts texts, PeopleQuery query, String page) {

    FilterBar filters(Directory directory, List<Role> roles) {
        var all = texts.say("desk.admin.filter.all");
        var asked = query.filter();
        var filters = new ArrayList<Filter>();
        filters.add(new Filter.Words(
                "name", texts.say("desk.admin.filter.name"), asked.name().orElse("")));
        filters.add(new Filter.OneOf(
                "organisation",
                texts.say("desk.admin.filter.organisation"),
                directory.organisations().stream()
                        .map(office -> Choice.of(office.code(), Said.in(texts, office.name())))
                        .toList(),
                asked.organisation().orElse(""),
                all));
        if (!roles.isEmpty()) {
            filters.add(new Filter.OneOf(
                    "role",
                    texts.say("desk.admin.filter.role"),
                    roles.stream()
                            .map(role -> Choice.of(role.code(), Said.in(texts, role.title())))
                            .toList(),
                    asked.role().orElse(""),
                    all));
        }
        return new FilterBar(texts, page, filters, List.of(), page);
    }

    List<Column> columns(String... names) {
        return Stream.of(names)
                .map(name -> Column.of(texts.say("desk.admin.column." + name)))
                .toList();
    }

    EmptyState empty() {
        return EmptyState.of(texts.say("desk.admin.empty.title"), texts.say("desk.admin.empty.text"));
    }

    Pagination pages(People people) {
        return Pagination.of(
                texts,
                query.trail(),
                people.next(),
                trail -> query.after(trail).address(page),
                texts.say(
                        "desk.admin.shown",
                        texts.number(people.all()),
                        texts.number(people.rows().size())));
    }
}

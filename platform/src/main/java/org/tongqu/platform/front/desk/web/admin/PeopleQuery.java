package org.tongqu.platform.front.desk.web.admin;

import org.jspecify.annotations.Nullable;
import org.tongqu.design.nav.Trail;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.trust.directory.People;

/** The address of a list of people in words. */
record PeopleQuery(
        @Nullable String organisation,
        @Nullable String role,
        @Nullable String name,
        @Nullable String after) {

    static final int PAGE = 50;

    static PeopleQuery of(String organisation) {
        return new PeopleQuery(organisation, null, null, null);
    }

    People.Filter filter() {
        return new People.Filter(ListAddress.asked(organisation), ListAddress.asked(role), ListAddress.asked(name));
    }

    Trail trail() {
        return Trail.of(after);
    }

    PeopleQuery after(String trail) {
        return new PeopleQuery(organisation, role, name, trail);
    }

    String address(String page) {
        return ListAddress.of(page)
                .with("organisation", organisation)
                .with("role", role)
                .with("name", name)
                .with("after", after)
                .toString();
    }
}

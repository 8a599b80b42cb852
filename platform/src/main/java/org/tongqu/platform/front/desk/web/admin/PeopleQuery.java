package org.tongqu.platform.front.desk.web.admin;

import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import org.tongqu.design.nav.Trail;
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
        return new People.Filter(text(organisation), text(role), text(name));
    }

    Trail trail() {
        return Trail.of(after);
    }

    PeopleQuery after(String trail) {
        return new PeopleQuery(organisation, role, name, trail);
    }

    String address(String page) {
        var parts = new ArrayList<String>();
        add(parts, "organisation", organisation);
        add(parts, "role", role);
        add(parts, "name", name);
        add(parts, "after", after);
        return parts.isEmpty() ? page : page + "?" + String.join("&", parts);
    }

    static void add(ArrayList<String> parts, String name, @Nullable String value) {
        text(value).ifPresent(said -> parts.add(name + "=" + UriUtils.encode(said, "UTF-8")));
    }

    static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(said -> !said.isEmpty());
    }
}

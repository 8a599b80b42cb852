package org.tongqu.platform.data.agreements.web;

import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import org.tongqu.design.nav.Trail;
import org.tongqu.platform.data.agreements.Agreement.State;
import org.tongqu.platform.data.agreements.Shelf;
import org.tongqu.platform.data.agreements.Shelf.Filter;
import org.tongqu.platform.data.catalog.Coded;

/** The address of a list of agreements in words. */
record AgreementsQuery(
        @Nullable String shelf,
        @Nullable String q,
        @Nullable String state,
        @Nullable String after) {

    static final int PAGE = 50;

    Shelf chosen() {
        return text(shelf).flatMap(code -> Coded.find(Shelf.class, code)).orElse(Shelf.ASKED_BY_US);
    }

    Filter filter() {
        return new Filter(chosen(), text(q).orElse(""), text(state).flatMap(code -> Coded.find(State.class, code)));
    }

    Trail trail() {
        return Trail.of(after);
    }

    AgreementsQuery after(String trail) {
        return new AgreementsQuery(shelf, q, state, trail);
    }

    AgreementsQuery on(Shelf other) {
        return new AgreementsQuery(other.code(), q, state, null);
    }

    String address() {
        var parts = new ArrayList<String>();
        add(parts, "shelf", shelf);
        add(parts, "q", q);
        add(parts, "state", state);
        add(parts, "after", after);
        return parts.isEmpty() ? Words.LIST : Words.LIST + "?" + String.join("&", parts);
    }

    private static void add(ArrayList<String> parts, String name, @Nullable String value) {
        text(value).ifPresent(said -> parts.add(name + "=" + UriUtils.encode(said, "UTF-8")));
    }

    private static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(said -> !said.isEmpty());
    }
}

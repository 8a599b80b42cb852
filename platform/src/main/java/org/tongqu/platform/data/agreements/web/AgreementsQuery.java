package org.tongqu.platform.data.agreements.web;

import org.jspecify.annotations.Nullable;
import org.tongqu.design.nav.Trail;
import org.tongqu.platform.data.agreements.Agreement.State;
import org.tongqu.platform.data.agreements.Shelf;
import org.tongqu.platform.data.agreements.Shelf.Filter;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.operate.web.ListAddress;

/** The address of a list of agreements in words. */
record AgreementsQuery(
        @Nullable String shelf,
        @Nullable String q,
        @Nullable String state,
        @Nullable String after) {

    static final int PAGE = 50;

    Shelf chosen() {
        return ListAddress.asked(shelf)
                .flatMap(code -> Coded.find(Shelf.class, code))
                .orElse(Shelf.ASKED_BY_US);
    }

    Filter filter() {
        return new Filter(
                chosen(),
                ListAddress.asked(q).orElse(""),
                ListAddress.asked(state).flatMap(code -> Coded.find(State.class, code)));
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
        return ListAddress.of(Words.LIST)
                .with("shelf", shelf)
                .with("q", q)
                .with("state", state)
                .with("after", after)
                .toString();
    }
}

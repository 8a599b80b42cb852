package org.tongqu.platform.data.demands.web;

import org.jspecify.annotations.Nullable;
import org.tongqu.design.nav.Trail;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.demands.Demand.State;
import org.tongqu.platform.data.demands.DemandPage.Filter;
import org.tongqu.platform.data.demands.DemandPage.Shelf;
import org.tongqu.platform.operate.web.ListAddress;

/** The address of a list of demands in words. */
record DemandsQuery(
        @Nullable String shelf,
        @Nullable String q,
        @Nullable String state,
        @Nullable String after) {

    static final int PAGE = 50;

    Shelf chosen() {
        return ListAddress.asked(shelf)
                .flatMap(code -> Coded.find(Shelf.class, code))
                .orElse(Shelf.ALL);
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

    DemandsQuery after(String trail) {
        return new DemandsQuery(shelf, q, state, trail);
    }

    DemandsQuery on(Shelf other) {
        return new DemandsQuery(other.code(), q, state, null);
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

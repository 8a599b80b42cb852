package org.tongqu.platform.data.demands.web;

import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.demands.Demand.State;
import org.tongqu.platform.data.demands.DemandPage.Filter;
import org.tongqu.platform.data.demands.DemandPage.Shelf;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.operate.web.ShelvedQuery;

/** What is asked of the list of demands. */
record DemandsQuery(ShelvedQuery asked) {

    static final int PAGE = 50;

    Shelf chosen() {
        return ListAddress.asked(asked.shelf())
                .flatMap(code -> Coded.find(Shelf.class, code))
                .orElse(Shelf.ALL);
    }

    Filter filter() {
        return new Filter(
                chosen(),
                asked.words(),
                ListAddress.asked(asked.state()).flatMap(code -> Coded.find(State.class, code)));
    }
}

package org.tongqu.platform.data.agreements.web;

import org.tongqu.platform.data.agreements.Agreement.State;
import org.tongqu.platform.data.agreements.Shelf;
import org.tongqu.platform.data.agreements.Shelf.Filter;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.operate.web.ShelvedQuery;

/** What is asked of the list of agreements. */
record AgreementsQuery(ShelvedQuery asked) {

    static final int PAGE = 50;

    Shelf chosen() {
        return ListAddress.asked(asked.shelf())
                .flatMap(code -> Coded.find(Shelf.class, code))
                .orElse(Shelf.ASKED_BY_US);
    }

    Filter filter() {
        return new Filter(
                chosen(),
                asked.words(),
                ListAddress.asked(asked.state()).flatMap(code -> Coded.find(State.class, code)));
    }
}

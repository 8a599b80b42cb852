package org.tongqu.platform.data.exchange;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.platform.data.catalog.Catalog;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.data.exchange.internal.quality.QualityStore;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.identity.SignedIn;

/** The three figures of resources day by day, and departments beside each other. */
@Service
public class Qualities {

    private final QualityStore store;
    private final Catalog catalog;
    private final Access access;

    Qualities(QualityStore store, Catalog catalog, Access access) {
        this.store = store;
        this.catalog = catalog;
        this.access = access;
    }

    /** Writes down how the day stands so far, in the place of what was written of it before. */
    @Transactional
    public int keep(LocalDate day) {
        return store.keep(day, catalog.punctuality(store.resources()));
    }

    /** Of one resource of which the officer may see a flow, the oldest day first. */
    @Transactional(readOnly = true)
    public List<QualityDay> trend(SignedIn.Officer who, ResourceCode resource, LocalDate since) {
        return store.trend(access.scope(who), resource, since);
    }

    /** Departments whose flows the officer may see, by their scores in these days. */
    @Transactional(readOnly = true)
    public List<QualityDay.Placed> ranking(SignedIn.Officer who, LocalDate from, LocalDate until) {
        return store.ranking(access.scope(who), from, until);
    }
}

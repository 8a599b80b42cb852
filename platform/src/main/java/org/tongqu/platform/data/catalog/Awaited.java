package org.tongqu.platform.data.catalog;

import java.time.Instant;

/**
 * By when a resource that is published is to come again.
 *
 * @param organisation code of whose it is
 */
public record Awaited(ResourceCode resource, String name, String organisation, Term term) {

    public Delivery.Freshness freshness(Instant now) {
        return Delivery.Freshness.of(term.warnAt(), term.dueAt(), now);
    }

    /**
     * Since when and until when.
     *
     * @param keptSince the first of the deliveries that came in time one after the other; another one after a break
     * @param since when it came last
     * @param warnAt from when on it is nearly too late
     * @param dueAt the first instant that is too late
     */
    public record Term(Instant keptSince, Instant since, Instant warnAt, Instant dueAt) {}
}

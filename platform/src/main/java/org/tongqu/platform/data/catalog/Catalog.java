package org.tongqu.platform.data.catalog;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.platform.data.catalog.Edition.State;
import org.tongqu.platform.data.catalog.Listing.Filter;
import org.tongqu.platform.data.catalog.internal.DeliveryStore;
import org.tongqu.platform.data.catalog.internal.EditionStore;
import org.tongqu.platform.data.catalog.internal.ListStore;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.identity.SignedIn;

/**
 * Reading the catalogue. What is published or was, every officer may read; what is being worked on, those who may see its
 * department; what is open, everybody.
 */
@Service
public class Catalog {

    private final EditionStore editions;
    private final ListStore lists;
    private final DeliveryStore deliveries;
    private final Access access;

    Catalog(EditionStore editions, ListStore lists, DeliveryStore deliveries, Access access) {
        this.editions = editions;
        this.lists = lists;
        this.deliveries = deliveries;
        this.access = access;
    }

    /** Those that fit, by code, after the one with this code; empty for the first page. */
    @Transactional(readOnly = true)
    public Listing list(SignedIn.Officer who, Filter filter, String after, int limit) {
        var scope = access.scope(who);
        return cut(lists.rows(filter, scope, after, limit + 1), new EnumMap<>(lists.counts(filter, scope)), limit);
    }

    /** What society may have. */
    @Transactional(readOnly = true)
    public Listing open(String words, String after, int limit) {
        var counts = new EnumMap<Listing.Shelf, Long>(Listing.Shelf.class);
        counts.put(Listing.Shelf.PUBLISHED, lists.countOpen(words));
        return cut(lists.open(words, after, limit + 1), counts, limit);
    }

    private static Listing cut(List<Listing.Row> rows, EnumMap<Listing.Shelf, Long> counts, int limit) {
        var more = rows.size() > limit;
        var shown = more ? rows.subList(0, limit) : rows;
        return new Listing(
                shown, counts, more ? Optional.of(shown.getLast().code().value()) : Optional.empty());
    }

    /** All editions the officer may read, the newest first; none when there is no such resource for them. */
    @Transactional(readOnly = true)
    public List<Edition> editions(SignedIn.Officer who, ResourceCode code) {
        var all = editions.editions(code);
        if (all.isEmpty() || access.scope(who).sees(all.getFirst().resource().organisation())) {
            return all;
        }
        return all.stream().filter(Catalog::isForEverybody).toList();
    }

    /** The newest edition of each of these, whatever becomes of it; for a department's own resources alone. */
    @Transactional(readOnly = true)
    public Map<ResourceCode, Edition> newest(SignedIn.Officer who, Collection<ResourceCode> codes) {
        return editions.newest(codes).stream()
                .filter(edition -> edition.resource().organisation().equals(who.organisation()))
                .collect(Collectors.toMap(edition -> edition.resource().code(), edition -> edition));
    }

    private static boolean isForEverybody(Edition edition) {
        return switch (edition.state()) {
            case PUBLISHED, SUPERSEDED, RETIRED -> true;
            case DRAFT, REVIEW, CHECK -> false;
        };
    }

    /** The edition that counts now, for whoever wants to use the resource. */
    @Transactional(readOnly = true)
    public Optional<Edition> findPublished(ResourceCode code) {
        return editions.published(code);
    }

    /** The numbers of the editions that count now, without resources of which none is published; one small question. */
    public Map<ResourceCode, Integer> publishedNumbers(Set<ResourceCode> codes) {
        return editions.publishedNumbers(codes);
    }

    /** The same, when society may have it. */
    @Transactional(readOnly = true)
    public Optional<Edition> findOpen(ResourceCode code) {
        return findPublished(code)
                .filter(edition -> edition.description().opening().kind() != Description.Openness.CLOSED);
    }

    /** The resource that is the source of truth for a standard element, e.g. {@code person.name}. */
    @Transactional(readOnly = true)
    public Optional<ResourceCode> findSource(String element) {
        return editions.source(element);
    }

    /** What last came of the resource, as {@link Upkeep} was told. */
    @Transactional(readOnly = true)
    public Optional<Delivery> lastDelivery(Edition edition) {
        return deliveries.find(edition.resource().id());
    }

    /** All resources that are to come again, for whoever watches that they do. */
    @Transactional(readOnly = true)
    public List<Awaited> awaited() {
        return deliveries.awaited();
    }

    /** Which resources of departments the officer may see are late, or nearly so. */
    @Transactional(readOnly = true)
    public Overdue overdue(SignedIn.Officer who, Instant now, int most) {
        return deliveries.overdue(access.scope(who), now, most);
    }

    /** How often those of the resources that are published came within their cycle. */
    @Transactional(readOnly = true)
    public List<Punctuality> punctuality(List<ResourceCode> resources) {
        return deliveries.punctuality(resources);
    }

    /** The edition on which there is work to do, if any. */
    public static Optional<Edition> inWork(List<Edition> editions) {
        return editions.stream()
                .filter(edition -> edition.state() == State.DRAFT
                        || edition.state() == State.REVIEW
                        || edition.state() == State.CHECK)
                .findFirst();
    }

    /** The one that counts: the published, else the newest. */
    public static Edition current(List<Edition> editions) {
        return editions.stream()
                .filter(edition -> edition.state() == State.PUBLISHED)
                .findFirst()
                .orElseGet(editions::getFirst);
    }
}

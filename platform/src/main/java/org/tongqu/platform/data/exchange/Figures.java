package org.tongqu.platform.data.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.platform.data.catalog.Catalog;
import org.tongqu.platform.data.catalog.Punctuality;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.data.exchange.internal.FigureStore;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.identity.SignedIn;

/** How timely, accurate and complete what flows is, over the flows of which an officer may see one side. */
@Service
public class Figures {

    /** Rows and runs of so many days are looked at, today among them. */
    public static final int DAYS = 30;

    private final FigureStore store;
    private final Catalog catalog;
    private final Access access;

    Figures(FigureStore store, Catalog catalog, Access access) {
        this.store = store;
        this.catalog = catalog;
        this.access = access;
    }

    /** Of each resource that flows, by its code. */
    @Transactional(readOnly = true)
    public List<ItemFigures> all(SignedIn.Officer who, LocalDate today) {
        return timed(store.items(access.scope(who), today.minusDays(DAYS), Optional.empty()));
    }

    /** Of one resource; nothing when the officer sees no flow of it. */
    @Transactional(readOnly = true)
    public Optional<ItemFigures> find(SignedIn.Officer who, ResourceCode resource, LocalDate today) {
        return timed(store.items(access.scope(who), today.minusDays(DAYS), Optional.of(resource))).stream()
                .findFirst();
    }

    /** What the figures of the resource were counted of. @param most runs */
    @Transactional(readOnly = true)
    public Optional<ItemFigures.Behind> open(SignedIn.Officer who, ResourceCode resource, LocalDate today, int most) {
        var scope = access.scope(who);
        var since = today.minusDays(DAYS);
        return find(who, resource, today)
                .map(figures -> new ItemFigures.Behind(
                        figures,
                        store.flows(scope, since, resource),
                        store.columns(scope, resource),
                        store.runs(scope, since, resource, most)));
    }

    private List<ItemFigures> timed(List<ItemFigures> items) {
        Map<ResourceCode, Punctuality> came =
                catalog.punctuality(items.stream().map(ItemFigures::resource).toList()).stream()
                        .collect(Collectors.toMap(Punctuality::resource, Function.identity()));
        return items.stream()
                .map(item -> new ItemFigures(
                        item.resource(), Optional.ofNullable(came.get(item.resource())), item.moved(), item.filled()))
                .toList();
    }
}

package org.tongqu.platform.data.catalog;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.platform.data.catalog.internal.DeliveryStore;
import org.tongqu.platform.data.catalog.internal.DeliveryStore.Standing;
import org.tongqu.platform.data.catalog.internal.EditionStore;
import org.tongqu.platform.data.catalog.internal.Masks;

/** What came of the resources: whoever moves data says so after each run, and the catalogue shows how fresh they are. */
@Service
public class Upkeep {

    private static final int SAMPLE = 5;

    private final DeliveryStore deliveries;
    private final EditionStore editions;

    private final ApplicationEventPublisher events;

    Upkeep(DeliveryStore deliveries, EditionStore editions, ApplicationEventPublisher events) {
        this.deliveries = deliveries;
        this.editions = editions;
        this.events = events;
    }

    /**
     * Keeps what came, unless something later was told already. Of the sample only items of the published edition are
     * kept, masked by their sensitivity before they reach the store.
     */
    @Transactional
    public void delivered(ResourceCode code, Delivery delivery) {
        editions.published(code).ifPresent(edition -> {
            var resource = edition.resource().id();
            var before = deliveries.lock(resource);
            if (before.filter(last -> !last.at().isBefore(delivery.at())).isPresent()) {
                return;
            }
            var inTime = before.flatMap(Standing::dueAt)
                    .filter(due -> !delivery.at().isBefore(due))
                    .isEmpty();
            var keptSince =
                    before.filter(last -> inTime).map(Standing::keptSince).orElse(delivery.at());
            var now = Standing.of(delivery, keptSince, edition.description().cycle());
            var sample = delivery.sample().stream()
                    .limit(SAMPLE)
                    .map(row -> masked(row, edition.items()))
                    .toList();
            deliveries.keep(resource, delivery.with(sample), now);
            tell(edition, before, now, delivery.at());
        });
    }

    /** From now on this edition says how often it comes. */
    void described(Edition published, Instant at) {
        deliveries.lock(published.resource().id()).ifPresent(before -> {
            var last = new Delivery(before.at(), 0, 0, List.of());
            var now = Standing.of(
                    last, before.keptSince(), published.description().cycle());
            deliveries.await(published.resource().id(), now.warnAt(), now.dueAt());
            tell(published, Optional.of(before), now, at);
        });
    }

    /** It is awaited no longer. */
    void ended(Edition retired, Instant at) {
        deliveries.lock(retired.resource().id()).ifPresent(before -> {
            var now = new Standing(before.at(), before.keptSince(), Optional.empty(), Optional.empty());
            deliveries.await(retired.resource().id(), now.warnAt(), now.dueAt());
            tell(retired, Optional.of(before), now, at);
        });
    }

    private void tell(Edition edition, Optional<Standing> before, Standing now, Instant at) {
        events.publishEvent(new UpkeepMoved(before.flatMap(last -> awaited(edition, last)), awaited(edition, now), at));
    }

    private static Optional<Awaited> awaited(Edition edition, Standing standing) {
        return standing.dueAt()
                .map(due -> new Awaited(
                        edition.code(),
                        edition.description().name(),
                        edition.resource().organisation(),
                        new Awaited.Term(
                                standing.keptSince(),
                                standing.at(),
                                standing.warnAt().orElse(due),
                                due)));
    }

    private static Map<String, String> masked(Map<String, String> row, List<Item> items) {
        var masked = new HashMap<String, String>();
        for (var item : items) {
            var value = row.get(item.field());
            if (value != null) {
                masked.put(item.field(), Masks.of(item.sensitivity(), value));
            }
        }
        return masked;
    }
}

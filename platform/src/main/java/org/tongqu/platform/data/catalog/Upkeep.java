package org.tongqu.platform.data.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.platform.data.catalog.internal.DeliveryStore;
import org.tongqu.platform.data.catalog.internal.EditionStore;
import org.tongqu.platform.data.catalog.internal.Masks;

/** What came of the resources: whoever moves data says so after each run, and the catalogue shows how fresh they are. */
@Service
public class Upkeep {

    private static final int SAMPLE = 5;

    private final DeliveryStore deliveries;
    private final EditionStore editions;

    Upkeep(DeliveryStore deliveries, EditionStore editions) {
        this.deliveries = deliveries;
        this.editions = editions;
    }

    /**
     * Keeps what came, unless something later was told already. Of the sample only items of the published edition are
     * kept, masked by their sensitivity before they reach the store.
     */
    @Transactional
    public void delivered(ResourceCode code, Delivery delivery) {
        editions.published(code).ifPresent(edition -> {
            var sample = delivery.sample().stream()
                    .limit(SAMPLE)
                    .map(row -> masked(row, edition.items()))
                    .toList();
            deliveries.keep(edition.resource().id(), delivery.with(sample));
        });
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

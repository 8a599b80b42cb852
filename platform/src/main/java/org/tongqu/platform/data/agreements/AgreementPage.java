package org.tongqu.platform.data.agreements;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Some agreements without their items, the newest first.
 *
 * @param counts how many fit on each shelf, by the words of the list itself
 * @param next after which id the next rows begin; empty at the end
 */
public record AgreementPage(List<Agreement> rows, Map<Shelf, Long> counts, Optional<String> next) {

    public AgreementPage {
        rows = List.copyOf(rows);
        counts = Map.copyOf(counts);
    }

    public long count(Shelf shelf) {
        return counts.getOrDefault(shelf, 0L);
    }
}

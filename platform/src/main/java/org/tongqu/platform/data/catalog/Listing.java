package org.tongqu.platform.data.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Some editions of the catalogue, by code.
 *
 * @param counts how many fit in each shelf, by the filter of the list itself
 * @param next after which code the next rows begin; empty at the end
 */
public record Listing(List<Row> rows, Map<Shelf, Long> counts, Optional<String> next) {

    public Listing {
        rows = List.copyOf(rows);
        counts = Map.copyOf(counts);
    }

    /** @param items how many items it has */
    public record Row(
            ResourceCode code,
            String name,
            String organisation,
            Edition.State state,
            Description.SharingType sharing,
            Description.Openness opening,
            Description.Cycle cycle,
            int items,
            Optional<LocalDate> publishedOn) {}

    /** What stands together. */
    public enum Shelf implements Coded {
        /** What can be asked for. */
        PUBLISHED,
        /** Being compiled, reviewed or checked; seen by those who may see its department. */
        IN_WORK,
        /** Taken out. */
        RETIRED
    }

    /**
     * What to list; what is empty does not narrow.
     *
     * @param words any of what is said of a resource
     * @param group the class or group of the code
     */
    public record Filter(
            Shelf shelf,
            String words,
            Optional<String> organisation,
            Optional<Description.SharingType> sharing,
            Optional<String> group) {}

    public long count(Shelf shelf) {
        return counts.getOrDefault(shelf, 0L);
    }
}

package org.tongqu.platform.data.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A resource as it was, is or shall be described.
 *
 * @param number counts the editions of a resource from 1
 * @param note why it was sent back, or why it was taken out; empty else
 */
public record Edition(
        Head resource,
        int number,
        State state,
        Description description,
        List<Item> items,
        Hand compiler,
        Instant changedAt,
        Optional<LocalDate> publishedOn,
        String note) {

    public Edition {
        items = List.copyOf(items);
    }

    /**
     * What never changes.
     *
     * @param organisation code of the owner
     */
    public record Head(UUID id, ResourceCode code, String organisation) {}

    /** Who compiled it, by staff id and by name. */
    public record Hand(String id, String name) {}

    public enum State implements Coded {
        /** Being compiled, or sent back. */
        DRAFT,
        /** Before the data lead of its department. */
        REVIEW,
        /** Before the data authority. */
        CHECK,
        PUBLISHED,
        /** A later edition was published. */
        SUPERSEDED,
        RETIRED
    }

    public ResourceCode code() {
        return resource.code();
    }

    public Draft draft() {
        return new Draft(code().category(), description, items);
    }
}

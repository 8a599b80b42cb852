package org.tongqu.platform.data.catalog;

import java.util.List;

/** Resources that are nearly too late, or stale, the longest overdue first. */
public record Overdue(List<Awaited> first, Counts counts) {

    public Overdue {
        first = List.copyOf(first);
    }

    /** @param noted all of them @param stale those of them that are too late */
    public record Counts(long noted, long stale) {}
}

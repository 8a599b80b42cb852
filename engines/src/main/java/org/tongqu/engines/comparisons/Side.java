package org.tongqu.engines.comparisons;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One delivery in a comparison.
 *
 * @param flow that brings it
 * @param key columns by which it is laid beside the other, in the same order there
 * @param where only rows that fulfil all of these
 * @param latest of several rows of one key the one with the greatest value in this column counts; without it the one that
 *     is last by the flow's own key
 * @param shown columns that a finding shows
 */
public record Side(String flow, List<String> key, List<Condition> where, Optional<String> latest, List<String> shown) {

    public Side {
        key = List.copyOf(key);
        where = List.copyOf(where);
        shown = List.copyOf(shown);
    }

    /** All columns it names. */
    public Set<String> columns() {
        Set<String> all = new LinkedHashSet<>(key);
        where.forEach(condition -> all.add(condition.column()));
        latest.ifPresent(all::add);
        all.addAll(shown);
        return all;
    }
}

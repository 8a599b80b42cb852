package org.tongqu.engines.comparisons;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tongqu.engines.comparisons.ComparisonJob.Pair;

/**
 * The golden records of a register as a side of a comparison, known by the register's own identifier.
 *
 * @param register its code
 * @param where only records that fulfil all of these, by attributes that are not sealed
 * @param shown attributes that a finding shows
 */
public record RegisterSide(String register, List<Condition> where, List<String> shown) {

    public RegisterSide {
        where = List.copyOf(where);
        shown = List.copyOf(shown);
    }

    /** All attributes that a job reads of it. */
    public Set<String> attributes(ComparisonJob job) {
        Set<String> all = new LinkedHashSet<>(told(job));
        where.forEach(condition -> all.add(condition.column()));
        return all;
    }

    /** Attributes that a finding tells. */
    public List<String> told(ComparisonJob job) {
        return Stream.of(job.pairs().stream().map(Pair::against), job.answer().from().stream(), shown.stream())
                .flatMap(names -> names)
                .distinct()
                .toList();
    }
}

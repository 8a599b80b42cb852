package org.tongqu.engines.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.kernel.text.Label;

/**
 * By what is scored, in the order in which it is shown.
 *
 * @param edition as its author calls this version
 * @param least how many weighted indicators must have a value for a subject to be ranked; one where a kind is not named
 */
public record Scheme(
        String edition, Label title, Label basis, List<Indicator> indicators, Map<SubjectKind, Integer> least) {

    public Scheme {
        least = Map.copyOf(least);
        indicators = List.copyOf(indicators);
    }

    public Optional<Indicator> find(String name) {
        return indicators.stream()
                .filter(indicator -> indicator.name().equals(name))
                .findFirst();
    }

    public int least(SubjectKind kind) {
        return least.getOrDefault(kind, 1);
    }

    /** Whether so much of a subject was scored that its total stands beside those of others. */
    public boolean ranks(SubjectKind kind, Sheet sheet) {
        return sheet.counted() >= least(kind);
    }

    public List<Indicator> of(SubjectKind kind) {
        return indicators.stream()
                .filter(indicator -> indicator.of().contains(kind))
                .toList();
    }
}

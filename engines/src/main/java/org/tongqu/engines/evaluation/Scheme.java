package org.tongqu.engines.evaluation;

import java.util.List;
import java.util.Optional;
import org.tongqu.kernel.text.Label;

/**
 * By what is scored, in the order in which it is shown.
 *
 * @param edition as its author calls this version
 */
public record Scheme(String edition, Label title, Label basis, List<Indicator> indicators) {

    public Scheme {
        indicators = List.copyOf(indicators);
    }

    public Optional<Indicator> find(String name) {
        return indicators.stream()
                .filter(indicator -> indicator.name().equals(name))
                .findFirst();
    }

    public List<Indicator> of(SubjectKind kind) {
        return indicators.stream()
                .filter(indicator -> indicator.of().contains(kind))
                .toList();
    }
}

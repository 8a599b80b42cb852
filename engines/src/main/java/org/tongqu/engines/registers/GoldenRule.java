package org.tongqu.engines.registers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongqu.engines.registers.Decided.Said;
import org.tongqu.engines.registers.Register.RegisterSource;

/**
 * Makes one record from what the sources say, field by field:
 *
 * <ol>
 *   <li>Of each source its last statement about the field counts.
 *   <li>Believed is the first source in the attribute's order whose value is at most {@code yields-after} days older
 *       than the newest. Where the attribute says nothing of days, the order alone decides.
 *   <li>What a matter decided here goes before, as long as whoever is believed otherwise speaks of no later day.
 * </ol>
 *
 * The rule looks at no clock: a record changes only when something is said.
 */
public final class GoldenRule {

    private final Register register;
    private final Map<String, Comparator<Said>> trust = new HashMap<>();
    private final String matters;

    public GoldenRule(Register register) {
        this.register = register;
        this.matters = register.findMatters().map(RegisterSource::code).orElse("");
        register.attributes().forEach(attribute -> trust.put(attribute.name(), trust(attribute.sources())));
    }

    /** By the order of belief; of those equally believed the newer, then whoever said it last, comes first. */
    private static Comparator<Said> trust(List<String> sources) {
        var ranks = new HashMap<String, Integer>();
        sources.forEach(source -> ranks.put(source, ranks.size()));
        return Comparator.<Said>comparingInt(said -> ranks.getOrDefault(said.source(), ranks.size()))
                .thenComparing(Said::since, Comparator.reverseOrder())
                .thenComparing(Said::order, Comparator.reverseOrder())
                .thenComparing(Said::source);
    }

    /** @param statements in any order, about one thing */
    public Map<String, Decided> decide(Collection<Statement> statements) {
        var last = last(statements);
        Map<String, Decided> record = new LinkedHashMap<>();
        for (var attribute : register.attributes()) {
            var said = last.get(attribute.name());
            if (said != null && !said.isEmpty()) {
                record.put(attribute.name(), decided(attribute, said));
            }
        }
        return record;
    }

    /** By field what each source said last, where that is something. */
    private static Map<String, List<Said>> last(Collection<Statement> statements) {
        Map<String, Map<String, Said>> fields = new HashMap<>();
        for (var statement : statements) {
            statement.fields().forEach((name, fact) -> {
                var said = new Said(statement.source(), statement.since(), statement.order(), fact);
                fields.computeIfAbsent(name, field -> new HashMap<>())
                        .merge(statement.source(), said, (a, b) -> isLater(b, a) ? b : a);
            });
        }
        Map<String, List<Said>> last = new HashMap<>();
        fields.forEach((name, bySource) -> last.put(
                name,
                bySource.values().stream()
                        .filter(said -> !said.fact().isNothing())
                        .toList()));
        return last;
    }

    private static boolean isLater(Said one, Said than) {
        return one.order() != than.order()
                ? one.order() > than.order()
                : one.since().isAfter(than.since());
    }

    private Decided decided(Attribute attribute, List<Said> said) {
        var order = trust.getOrDefault(attribute.name(), trust(List.of()));
        if (said.size() == 1) {
            return new Decided(said.getFirst(), List.of());
        }
        var sorted = new ArrayList<>(said);
        sorted.sort(order);
        var oldest = oldest(attribute, said);
        var believed = sorted.stream()
                .filter(one -> !one.since().isBefore(oldest))
                .findFirst()
                .orElseThrow();
        var chosen = matters.isEmpty() ? believed : decidedHere(sorted, believed);
        sorted.remove(chosen);
        return new Decided(chosen, sorted);
    }

    private Said decidedHere(List<Said> said, Said believed) {
        for (var one : said) {
            if (one.source().equals(matters) && !one.since().isBefore(believed.since())) {
                return one;
            }
        }
        return believed;
    }

    private static LocalDate oldest(Attribute attribute, List<Said> said) {
        if (attribute.yieldsAfter().isEmpty()) {
            return LocalDate.MIN;
        }
        return said.stream()
                .map(Said::since)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .minusDays(attribute.yieldsAfter().getAsInt());
    }
}

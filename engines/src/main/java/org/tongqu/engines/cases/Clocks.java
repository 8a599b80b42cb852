package org.tongqu.engines.cases;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The clocks of a service by name, fixed for a case when it is opened: a later change of law is for later cases. */
public record Clocks(Map<String, ClockRule> rules) {

    public static final Clocks NONE = new Clocks(Map.of());

    public Clocks {
        rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
        rules.forEach((name, rule) -> {
            if (!name.equals(rule.name())) {
                throw new IllegalArgumentException("Clock " + rule.name() + " is listed as " + name);
            }
        });
    }

    public static Clocks of(ClockRule... rules) {
        var byName = new LinkedHashMap<String, ClockRule>();
        for (var rule : rules) {
            byName.put(rule.name(), rule);
        }
        return new Clocks(byName);
    }

    public Optional<ClockRule> find(String name) {
        return Optional.ofNullable(rules.get(name));
    }
}

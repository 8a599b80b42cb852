package org.tongqu.platform.matter.supervision.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.tongqu.engines.packs.Pack;
import org.tongqu.engines.packs.reading.PackProblem;
import org.tongqu.engines.packs.reading.WatchRuleFile;
import org.tongqu.engines.supervision.WatchRule;
import org.tongqu.engines.supervision.WatchRules;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.services.ServiceCatalogue;

/** The rules in force: those of the platform's own file, with those of the service. */
@Component
public class RuleBook {

    static final String FILE = "org/tongqu/platform/matter/supervision/rules.yaml";

    private final WatchRules everywhere;
    private final ServiceCatalogue catalogue;

    RuleBook(ServiceCatalogue catalogue) {
        this.catalogue = catalogue;
        this.everywhere = read();
    }

    /** A broken file of our own keeps the platform from starting: nobody would notice that nothing is watched. */
    private static WatchRules read() {
        try {
            var bytes = new ClassPathResource(FILE).getContentAsByteArray();
            return switch (WatchRuleFile.read(FILE, bytes)) {
                case Outcome.Done<List<WatchRule>, List<PackProblem>>(var rules) -> new WatchRules(rules);
                case Outcome.Refused<List<WatchRule>, List<PackProblem>>(var problems) ->
                    throw new IllegalStateException("The rules of supervision are broken: " + problems);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that watch a service today, whichever version of it a matter was opened with. */
    public WatchRules of(String packId) {
        return catalogue.findPack(packId).map(this::of).orElse(everywhere);
    }

    public WatchRules of(Pack pack) {
        return everywhere.with(pack.watchRules());
    }

    /** All there are by name, those of the platform first. */
    public List<WatchRule> all() {
        var all = everywhere;
        for (var item : catalogue.items()) {
            var own = catalogue.findPack(item.packId()).map(Pack::watchRules).orElse(List.of());
            var known = all;
            all = all.with(own.stream()
                    .filter(rule -> !(rule instanceof WatchRule.SwitchedOff))
                    .filter(rule -> known.find(rule.head().name()).isEmpty())
                    .toList());
        }
        return all.rules();
    }

    public Optional<WatchRule> find(String packId, String rule) {
        return of(packId).find(rule);
    }
}

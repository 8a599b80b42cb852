package org.tongqu.platform.data.checks.internal;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongqu.engines.comparisons.CounterCheck;
import org.tongqu.platform.data.checks.PlannedCheck;
import org.tongqu.platform.data.comparison.ChecksRead;
import org.tongqu.platform.data.exchange.Flows;
import org.tongqu.platform.data.exchange.PlannedFlow;

/** The checks that packs declare, as far as any of their flows is known here. */
@Component
public class CheckBook {

    private static final Logger LOG = LoggerFactory.getLogger(CheckBook.class);

    private final Map<String, PlannedCheck> checks = new ConcurrentHashMap<>();
    private final Flows flows;

    CheckBook(Flows flows) {
        this.flows = flows;
    }

    /** By their code. */
    public List<PlannedCheck> all() {
        return checks.values().stream()
                .sorted(Comparator.comparing(PlannedCheck::code))
                .toList();
    }

    public Optional<PlannedCheck> find(String code) {
        return Optional.ofNullable(checks.get(code));
    }

    /** Takes a check over for whoever gets the first of its deliveries; nothing when none of its flows is known here. */
    public Optional<PlannedCheck> declare(CounterCheck check) {
        Map<String, PlannedFlow> known = new LinkedHashMap<>();
        for (var query : check.queries()) {
            flows.find(query.side().flow()).ifPresent(flow -> known.put(flow.id(), flow));
        }
        var planned =
                known.values().stream().findFirst().map(first -> new PlannedCheck(check, first.consumer(), known));
        planned.ifPresent(one -> checks.put(one.code(), one));
        return planned;
    }

    @EventListener
    void on(ChecksRead read) {
        for (var check : read.checks()) {
            if (declare(check).isEmpty()) {
                LOG.info("The check {} has no flows here and is left out", check.code());
            }
        }
    }
}

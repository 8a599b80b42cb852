package org.tongqu.platform.data.comparison;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.registers.Register;
import org.tongqu.platform.data.exchange.DeliveredTables;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.trust.access.Scope;

/**
 * A job whose flows are known here.
 *
 * @param against the other delivery; the same where one is looked at in itself or laid beside a register
 * @param register that it is laid beside
 */
public record PlannedJob(ComparisonJob job, PlannedFlow about, PlannedFlow against, Optional<Register> register) {

    public String code() {
        return job.code();
    }

    /** The organisations that are a side of it: those that gave and those that got. */
    public List<String> sides() {
        return Stream.of(about.provider(), about.consumer(), against.provider(), against.consumer())
                .distinct()
                .toList();
    }

    public boolean isSeenBy(Scope scope) {
        return sides().stream().anyMatch(scope::sees);
    }

    /** As the exchange centre is asked for it. */
    public DeliveredTables.Asked asked() {
        return new DeliveredTables.Asked(job, about, against);
    }
}

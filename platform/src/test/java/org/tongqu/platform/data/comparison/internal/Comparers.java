package org.tongqu.platform.data.comparison.internal;

import java.time.Clock;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.data.comparison.ComparisonRun;
import org.tongqu.platform.data.comparison.PlannedJob;
import org.tongqu.platform.data.exchange.DeliveredTables;

/** The platform's own comparer, but for where it has comparisons made. */
public final class Comparers {

    private final StartedPlatform platform;
    private final Comparer comparer;

    public Comparers(StartedPlatform platform, DeliveredTables tables) {
        this.platform = platform;
        this.comparer = new Comparer(
                tables,
                platform.bean(Comparer.Ways.class),
                platform.bean(RunStore.class),
                platform.bean(FindingStore.class),
                platform.bean(Sending.class),
                platform.bean(TransactionTemplate.class),
                platform.bean(Clock.class));
    }

    /** As when something came that the job reads. */
    public ComparisonRun compare(PlannedJob job) {
        platform.bean(RunStore.class).want(List.of(job.code()));
        return comparer.compare(job, "system").orElseThrow();
    }
}

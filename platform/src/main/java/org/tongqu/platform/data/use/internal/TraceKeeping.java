package org.tongqu.platform.data.use.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.use.UseLimits;
import org.tongqu.platform.operate.store.Columns;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Takes away traces that are older than they are kept, and says in the journal how many. */
@Component
public class TraceKeeping {

    private static final int AT_ONCE = 10_000;

    private final JdbcClient sql;
    private final Journal journal;
    private final UseLimits limits;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TraceKeeping(JdbcClient sql, Journal journal, UseLimits limits, TransactionTemplate transaction, Clock clock) {
        this.sql = sql;
        this.journal = journal;
        this.limits = limits;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 180_000)
    void tidy() {
        clear(clock.instant());
    }

    /** Piece by piece, each with its entry in the journal. @return how many went */
    public long clear(Instant now) {
        long all = 0;
        int gone;
        do {
            gone = Objects.requireNonNull(transaction.execute(status -> piece(now)));
            all += gone;
        } while (gone == AT_ONCE);
        return all;
    }

    private int piece(Instant now) {
        // Ids grow with time, so the oldest are found without looking at the rest.
        var gone = sql.sql("""
                        DELETE FROM uses.trace WHERE id IN (
                            SELECT t.id FROM uses.trace t
                             WHERE NOT EXISTS (SELECT FROM uses.question q WHERE q.trace = t.id)
                             ORDER BY t.id LIMIT :most)
                           AND at < :before""")
                .param("before", Columns.time(now.minus(limits.tracesKept())))
                .param("most", AT_ONCE)
                .update();
        if (gone > 0) {
            journal.append(Entry.of(now, Entry.Doer.SYSTEM, "use.clear-traces", new Entry.Subject("use-traces", "old"))
                    .with(Datum.empty().with("records", Datum.of(BigDecimal.valueOf(gone)))));
        }
        return gone;
    }
}

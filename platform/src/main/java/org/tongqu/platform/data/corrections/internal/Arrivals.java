package org.tongqu.platform.data.corrections.internal;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.corrections.Correction;
import org.tongqu.platform.data.corrections.Correction.State;
import org.tongqu.platform.data.exchange.DeliveredRows;
import org.tongqu.platform.data.exchange.Exchanged;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.trust.journal.Entry;

/** Looks after each run whether what was reported says something else now. */
@Component
class Arrivals {

    private final CorrectionStore store;
    private final CorrectionDeeds deeds;
    private final DeliveredRows rows;
    private final TransactionTemplate transaction;

    Arrivals(CorrectionStore store, CorrectionDeeds deeds, DeliveredRows rows, TransactionTemplate transaction) {
        this.store = store;
        this.deeds = deeds;
        this.rows = rows;
        this.transaction =
                new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()), transaction);
        this.transaction.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    }

    /** After the commit: a department's database is asked, and nothing may wait for it. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(Exchanged exchanged) {
        if (exchanged.run().rows().written() > 0) {
            store.open(exchanged.flow().id()).forEach(open -> look(exchanged.flow(), open));
        }
    }

    private void look(PlannedFlow flow, Correction open) {
        var key = List.of(open.told().key().split(",", -1));
        if (rows.find(flow, key, open.told().item())
                        instanceof Outcome.Done<DeliveredRows.Cell, DeliveredRows.Unseen>(var cell)
                && !cell.value().equals(open.told().delivered())) {
            var isExpected = cell.value().equals(open.told().expected());
            transaction.executeWithoutResult(status -> store.lock(open.id())
                    .filter(Correction::isOpen)
                    .ifPresent(held -> close(held, isExpected ? "arrive" : "arrive-otherwise")));
        }
    }

    private void close(Correction held, String deed) {
        var after = held.in(State.ARRIVED);
        store.update(after);
        deeds.tell(Entry.Doer.SYSTEM, after, deed, "");
    }
}

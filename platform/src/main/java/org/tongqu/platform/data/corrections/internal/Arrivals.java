package org.tongqu.platform.data.corrections.internal;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.platform.data.corrections.Correction;
import org.tongqu.platform.data.corrections.Correction.State;
import org.tongqu.platform.data.exchange.DeliveredRows;
import org.tongqu.platform.data.exchange.Exchanged;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.trust.journal.Entry;

/** Looks after each run whether what was reported says something else now. */
@Component
class Arrivals {

    private static final int AT_ONCE = 1000;

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
    @Order(1)
    void on(Exchanged exchanged) {
        var flow = exchanged.flow();
        if (exchanged.run().rows().written() > 0
                && !store.open(flow.id(), "", 1).isEmpty()) {
            if (rows.isAsked(flow)) {
                // The node is being answered just now; only when it has that can it call again.
                Thread.ofVirtual().name("arrivals").start(() -> look(flow));
            } else {
                look(flow);
            }
        }
    }

    private void look(PlannedFlow flow) {
        var after = "";
        List<Correction> open;
        do {
            open = store.open(flow.id(), after, AT_ONCE);
            look(flow, open);
            after = open.isEmpty() ? "" : open.getLast().id();
        } while (open.size() == AT_ONCE);
    }

    /** One question for each column, whatever the number of corrections. */
    private void look(PlannedFlow flow, List<Correction> open) {
        open.stream().collect(Collectors.groupingBy(one -> one.told().item())).forEach((item, some) -> {
            var now = rows.findAll(flow, some.stream().map(Arrivals::key).toList(), item);
            some.forEach(one -> arrived(one, now.get(key(one))));
        });
    }

    private static List<String> key(Correction one) {
        return List.of(one.told().key().split(",", -1));
    }

    private void arrived(Correction open, @Nullable String now) {
        if (now != null && !now.equals(open.told().delivered())) {
            var isExpected = now.equals(open.told().expected());
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

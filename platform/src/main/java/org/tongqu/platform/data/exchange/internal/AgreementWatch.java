package org.tongqu.platform.data.exchange.internal;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.tongqu.platform.data.agreements.Agreement.Kept;
import org.tongqu.platform.data.agreements.AgreementMoved;
import org.tongqu.platform.data.exchange.Reason;

/** Lets flows begin when their agreement comes into force, and stops them when it goes. */
@Component
class AgreementWatch {

    private final FlowStore flows;
    private final Runner runner;
    private final Clock clock;

    AgreementWatch(FlowStore flows, Runner runner, Clock clock) {
        this.flows = flows;
        this.runner = runner;
        this.clock = clock;
    }

    @EventListener
    void wake(AgreementMoved moved) {
        if (moved.agreement().state() == Kept.ACTIVE) {
            flows.wake(
                    moved.agreement().parties().consumer(),
                    moved.agreement().subject().resource().value(),
                    clock.instant());
        }
    }

    /** After the commit, so that nobody who asks again is told that it still holds. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void stop(AgreementMoved moved) {
        if (moved.agreement().state() != Kept.ACTIVE) {
            runner.stopUnder(
                    moved.agreement().id(),
                    new Reason("not-in-force", moved.agreement().state().code()));
        }
    }
}

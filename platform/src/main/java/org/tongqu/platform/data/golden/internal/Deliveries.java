package org.tongqu.platform.data.golden.internal;

import java.time.Clock;
import java.util.Iterator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.engines.registers.Delivered;
import org.tongqu.engines.registers.Register;
import org.tongqu.platform.data.golden.Receipt;
import org.tongqu.platform.trust.journal.Entry;

/** Deliveries from their arrival to the records made of them. */
@Component
public class Deliveries {

    private final Taking taking;
    private final Settling settling;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Deliveries(Taking taking, Settling settling, TransactionTemplate transaction, Clock clock) {
        this.taking = taking;
        this.settling = settling;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Receipt take(Register register, String source, Entry.Doer by, Iterator<Delivered> delivered) {
        if (register.findSource(source).isEmpty()) {
            throw new IllegalArgumentException(source + " is no source of " + register.code());
        }
        var now = Now.of(clock);
        var taken = taking.take(register, source, by, now, delivered);
        var few = taken.entities();
        if (!few.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                settling.settle(register, few);
                settling.settled(taken.receipt().delivery(), now);
            });
        }
        return taken.receipt();
    }

    public void settle(Register register) {
        settling.settleAll(register, Now.of(clock));
    }
}

package org.tongqu.platform.data.golden.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Iterator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.engines.registers.Delivered;
import org.tongqu.engines.registers.Register;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.golden.Receipt;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Deliveries from their arrival to the records made of them. */
@Component
public class Deliveries {

    private final Taking taking;
    private final Settling settling;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Deliveries(Taking taking, Settling settling, Journal journal, TransactionTemplate transaction, Clock clock) {
        this.journal = journal;
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
        transaction.executeWithoutResult(status -> {
            if (!taken.entities().isEmpty()) {
                settling.settle(register, taken.entities());
                settling.settled(taken.receipt().delivery(), now);
            }
            journal.append(entry(register, source, by, now, taken.receipt()));
        });
        return taken.receipt();
    }

    private static Entry entry(Register register, String source, Entry.Doer by, Now now, Receipt receipt) {
        var subject = new Entry.Subject("golden-register", register.code());
        return Entry.of(now.at(), by, "golden.deliver", subject)
                .with(Datum.empty()
                        .with("source", Datum.of(source))
                        .with("records", Datum.of(BigDecimal.valueOf(receipt.taken())))
                        .with("set-aside", Datum.of(BigDecimal.valueOf(receipt.aside()))));
    }

    public void settle(Register register) {
        settling.settleAll(register, Now.of(clock));
    }
}

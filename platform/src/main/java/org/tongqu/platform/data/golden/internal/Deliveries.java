package org.tongqu.platform.data.golden.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.engines.registers.Delivered;
import org.tongqu.engines.registers.Register;
import org.tongqu.engines.registers.Register.RegisterSource;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.golden.Receipt;
import org.tongqu.platform.data.golden.internal.Taking.Doing;
import org.tongqu.platform.data.golden.internal.Taking.Taken;
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
        if (register.findSource(source).filter(one -> !one.isMatters()).isEmpty()) {
            throw new IllegalArgumentException(source + " delivers nothing to " + register.code());
        }
        var doing = new Doing(by, Now.of(clock), Optional.empty());
        var taken = taking.take(register, source, doing, delivered);
        transaction.executeWithoutResult(status -> {
            make(register, doing, taken);
            journal.append(entry(register, source, doing, taken));
        });
        return taken.receipt();
    }

    /** What a matter decided of one thing, in the transaction of the decision. @param what e.g. 企业设立登记 */
    Receipt decided(Register register, RegisterSource source, Entry.Doer by, String what, Delivered decided) {
        var doing = new Doing(by, Now.of(clock), Optional.of(what));
        var taken = taking.take(register, source.code(), doing, List.of(decided).iterator());
        make(register, doing, taken);
        journal.append(entry(register, source.code(), doing, taken).because(decided.key()));
        return taken.receipt();
    }

    private void make(Register register, Doing doing, Taken taken) {
        if (!taken.entities().isEmpty()) {
            settling.settle(register, taken.entities());
        }
        if (!taken.entities().isEmpty() || taken.saysNothing()) {
            settling.settled(taken.receipt().delivery(), doing.now());
        }
    }

    private static Entry entry(Register register, String source, Doing doing, Taken taken) {
        var subject = new Entry.Subject("golden-register", register.code());
        return Entry.of(doing.now().at(), doing.by(), "golden.deliver", subject)
                .with(Datum.empty()
                        .with("source", Datum.of(source))
                        .with(
                                "records",
                                Datum.of(BigDecimal.valueOf(taken.receipt().taken())))
                        .with(
                                "set-aside",
                                Datum.of(BigDecimal.valueOf(taken.receipt().aside())))
                        .with("left-out", Datum.of(BigDecimal.valueOf(taken.left()))));
    }

    public void settle(Register register) {
        settling.settleAll(register, Now.of(clock));
    }
}

package org.tongqu.platform.data.comparison.internal;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.tongqu.platform.data.comparison.PlannedJob;
import org.tongqu.platform.data.corrections.CorrectionAct;
import org.tongqu.platform.data.corrections.CorrectionMoved;
import org.tongqu.platform.data.exchange.Exchanged;
import org.tongqu.platform.data.golden.RecordsChanged;

/** Compares after each delivery what it brought. */
@Component
class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final Executor BESIDE =
            task -> Thread.ofVirtual().name("comparison").start(task);

    private final JobBook book;
    private final RunStore runs;
    private final FindingStore findings;
    private final Comparer comparer;
    private final Sending sending;
    private final Set<String> awaited = ConcurrentHashMap.newKeySet();
    private final ReentrantLock one = new ReentrantLock();

    Deliveries(JobBook book, RunStore runs, FindingStore findings, Comparer comparer, Sending sending) {
        this.book = book;
        this.runs = runs;
        this.findings = findings;
        this.comparer = comparer;
        this.sending = sending;
    }

    /** With the delivery it is kept that there is something to compare, so that a killed program's successor does it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(Exchanged exchanged) {
        if (exchanged.run().rows().written() > 0) {
            var jobs = book.reading(exchanged.flow().id());
            if (!jobs.isEmpty()) {
                runs.want(jobs.stream().map(PlannedJob::code).toList());
            }
        }
    }

    /** Behind the corrections, which know first that their value came. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    @Order(2)
    void after(Exchanged exchanged) {
        var jobs = book.reading(exchanged.flow().id());
        if (!jobs.isEmpty()) {
            compare(jobs, "system");
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(RecordsChanged changed) {
        var jobs = book.beside(changed.register());
        if (!jobs.isEmpty()) {
            runs.want(jobs.stream().map(PlannedJob::code).toList());
        }
    }

    /** Whoever delivered to the register does not wait for it. What was never compared is once its delivery comes. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void after(RecordsChanged changed) {
        var jobs = book.beside(changed.register());
        if (!jobs.isEmpty() && awaited.add(changed.register())) {
            BESIDE.execute(() -> besideOnce(changed.register(), jobs));
        }
    }

    /** However often the register changes meanwhile, one comparison is made at a time, and one more awaited. */
    private void besideOnce(String register, List<PlannedJob> jobs) {
        one.lock();
        try {
            awaited.remove(register);
            var begun = runs.begun(jobs.stream().map(PlannedJob::code).toList());
            compare(
                    jobs.stream()
                            .filter(planned -> begun.contains(planned.code()))
                            .toList(),
                    "system");
        } finally {
            one.unlock();
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void after(Renewed renewed) {
        BESIDE.execute(() -> compare(List.of(renewed.planned()), renewed.by()));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void after(Decided decided) {
        BESIDE.execute(() -> {
            try {
                sending.send(decided.planned());
            } catch (RuntimeException fault) {
                LOG.warn(
                        "A decided pair of {} goes to its source later",
                        decided.planned().code(),
                        fault);
            }
        });
    }

    /** A cluster that was away is asked again. */
    @Scheduled(fixedDelay = 300_000, initialDelay = 300_000)
    void again() {
        compare(
                runs.waitingFor(Comparer.CLUSTER_AWAY).stream()
                        .flatMap(code -> book.find(code).stream())
                        .toList(),
                "system");
    }

    private void compare(List<PlannedJob> jobs, String by) {
        for (var planned : jobs) {
            try {
                comparer.compare(planned, by);
            } catch (RuntimeException fault) {
                LOG.warn("The comparison {} broke off", planned.code(), fault);
            }
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CorrectionMoved moved) {
        if (moved.deed().equals(CorrectionAct.REFUSE.code())) {
            findings.excuse(moved.correction().id());
        }
    }
}

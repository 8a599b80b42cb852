package org.tongqu.platform.data.comparison.internal;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.engines.registers.Register;
import org.tongqu.kernel.time.Limit;
import org.tongqu.platform.data.comparison.Finding;
import org.tongqu.platform.data.comparison.PlannedJob;
import org.tongqu.platform.data.corrections.BatchReport;
import org.tongqu.platform.data.corrections.Correction;
import org.tongqu.platform.data.corrections.Corrections;
import org.tongqu.platform.data.exchange.DeliveredRows;
import org.tongqu.platform.trust.journal.Entry;

/** Takes findings to their source, each as a correction of its own, a thousand in one transaction. */
@Component
class Sending {

    private static final int AT_ONCE = 1000;

    private final FindingStore findings;
    private final Corrections corrections;
    private final DeliveredRows delivered;
    private final TransactionTemplate transaction;

    Sending(FindingStore findings, Corrections corrections, DeliveredRows delivered, TransactionTemplate transaction) {
        this.findings = findings;
        this.corrections = corrections;
        this.delivered = delivered;
        this.transaction =
                new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()), transaction);
        this.transaction.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    }

    /** All that is open; what no row can be named for stays so. Nothing when no agreement permits the flow any more. */
    void send(PlannedJob planned) {
        delivered.agreement(planned.about()).ifPresent(agreement -> {
            var after = 0L;
            while (after >= 0) {
                after = lot(planned, agreement, after);
            }
        });
    }

    /** What is found no longer need not be corrected, in the caller's transaction. */
    void withdraw(PlannedJob planned, List<String> gone) {
        var ids = gone.stream().filter(id -> !id.isEmpty()).toList();
        if (!ids.isEmpty()) {
            corrections.withdrawAll(doer(planned), ids);
        }
    }

    private static Entry.Doer doer(PlannedJob planned) {
        return new Entry.Doer(
                "comparison:" + planned.code(), planned.job().words().title().zh());
    }

    /** @return the id behind which to go on; less than 0 at the end */
    private long lot(PlannedJob planned, String agreement, long after) {
        var last = transaction.execute(status -> {
            var open = findings.open(planned.code(), after, AT_ONCE);
            var named = open.stream().filter(one -> !one.said().row().isEmpty()).toList();
            if (!named.isEmpty()) {
                findings.sent(
                        named,
                        corrections.reportAll(report(planned, agreement, named)).stream()
                                .map(Correction::id)
                                .toList());
            }
            return open.size() < AT_ONCE ? -1L : open.getLast().id();
        });
        return last == null ? -1 : last;
    }

    private static BatchReport report(PlannedJob planned, String agreement, List<Finding> named) {
        var job = planned.job();
        return new BatchReport(
                planned.about(),
                agreement,
                doer(planned),
                Limit.workingDays(job.days()),
                named.stream().map(one -> told(planned, one.said())).toList());
    }

    private static Correction.Told told(PlannedJob planned, Finding.Said said) {
        var answer = planned.job().answer();
        return new Correction.Told(
                String.join(",", said.row()),
                answer.item(),
                said.about().getOrDefault(answer.item(), ""),
                answer.from().map(name -> said.against().getOrDefault(name, "")).orElse(answer.expected()),
                why(planned, said));
    }

    /** What a finding means; beside a register also which it is, whose its value is and since when. */
    private static String why(PlannedJob planned, Finding.Said said) {
        var meaning = planned.job().words().meaning().zh();
        return planned.register()
                .map(register -> {
                    var origin = planned.job().answer().from().map(said.origins()::get);
                    var source = origin.map(one -> " · " + source(register, one.source()) + " · " + one.since());
                    return meaning + " (" + register.title().zh() + source.orElse("") + ")";
                })
                .orElse(meaning);
    }

    private static String source(Register register, String code) {
        return register.findSource(code).map(one -> one.title().zh()).orElse(code);
    }
}

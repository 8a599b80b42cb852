package org.tongqu.platform.data.comparison.internal;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongqu.platform.data.comparison.Finding.Said;
import org.tongqu.platform.data.comparison.PlannedJob;
import org.tongqu.platform.data.comparison.internal.FindingStore.Finder;

/** What a person's word about a pair does to findings, in the caller's transaction. */
@Component
public class Ruling {

    private final FindingStore findings;
    private final RunStore runs;
    private final Sending sending;

    Ruling(FindingStore findings, RunStore runs, Sending sending) {
        this.findings = findings;
        this.runs = runs;
        this.sending = sending;
    }

    private Finder finder(PlannedJob planned, Instant at) {
        var last = runs.last(List.of(planned.code())).get(planned.code());
        return new Finder(planned.code(), last == null ? 0 : last.id(), at);
    }

    /** It is a finding, as if the last run had found it. */
    public void finds(PlannedJob planned, Said said, Instant at) {
        findings.put(finder(planned, at), List.of(said));
    }

    /** It is none any more; its correction is withdrawn. */
    public void closes(PlannedJob planned, Said said, Instant at) {
        sending.withdraw(planned, findings.close(finder(planned, at), said.key()));
    }
}

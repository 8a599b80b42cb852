package org.tongqu.platform.matter.intake.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongqu.platform.matter.intake.Submission;
import org.tongqu.platform.matter.intake.SubmissionLoad.Ready;
import org.tongqu.platform.operate.store.CopyStream;

/** Copies submissions into their table. */
@Component
public class SubmissionCopy {

    private final CopyStream copy;
    private final Vault vault;

    SubmissionCopy(CopyStream copy, Vault vault) {
        this.copy = copy;
        this.vault = vault;
    }

    public Ready ready(Submission submission) {
        return new Ready(submission, vault.seal(submission.filled()));
    }

    public void load(List<Ready> submissions) {
        try (var rows = copy.into("intake.submission (receipt, round, case_id, pack_id, pack_version, pack_hash,"
                + " applicant, applicant_name, organisation, division, title, filled, materials, content_hash,"
                + " submit_token, submitted_at)")) {
            submissions.forEach(ready -> put(rows, ready));
            rows.finish();
        }
    }

    private static void put(CopyStream.Rows rows, Ready ready) {
        var submission = ready.submission();
        rows.text(submission.receipt().value())
                .number(submission.round())
                .text(submission.caseId())
                .text(submission.pack().id())
                .text(submission.pack().version())
                .text(submission.pack().contentHash())
                .text(submission.applicant().account())
                .text(submission.applicant().name())
                .text(submission.organisation().code())
                .text(submission.organisation().division())
                .text(submission.title())
                .bytes(ready.sealed())
                .text(Stored.of(submission.materials()).canonical())
                .text(submission.contentHash())
                .text(submission.receipt().value() + "#" + submission.round())
                .moment(submission.submittedAt())
                .end();
    }
}

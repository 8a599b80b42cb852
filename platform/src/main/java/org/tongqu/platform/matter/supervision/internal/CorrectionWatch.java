package org.tongqu.platform.matter.supervision.internal;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.platform.data.corrections.Correction;
import org.tongqu.platform.data.corrections.CorrectionMoved;
import org.tongqu.platform.data.corrections.CorrectionsReported;
import org.tongqu.platform.matter.supervision.Duties;
import org.tongqu.platform.matter.supervision.Duty;

/** What departments owe to those who found a wrong value in what they gave: an answer. */
@Component
class CorrectionWatch {

    /** What comes later, such as the corrected value, is owed by nobody. */
    private static final int ANSWERED = 2;

    private final Duties duties;

    CorrectionWatch(Duties duties) {
        this.duties = duties;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CorrectionMoved moved) {
        var correction = moved.correction();
        if (correction.due().isPresent()) {
            duties.begin(duty(correction, correction.due().get()));
        } else if (correction.version() == ANSWERED) {
            duties.end(id(correction), moved.at());
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CorrectionsReported reported) {
        duties.begin(reported.corrections().stream()
                .flatMap(one -> one.due().map(due -> duty(one, due)).stream())
                .toList());
    }

    private static Duty duty(Correction correction, Correction.Due due) {
        return new Duty(
                id(correction),
                "correction",
                correction.id(),
                correction.origin().resource() + " " + correction.told().item(),
                new Duty.Owed(correction.origin().provider(), ""),
                "/desk/corrections/" + correction.id(),
                new Duty.Term(correction.reportedAt(), due.at()));
    }

    private static String id(Correction correction) {
        return Duty.named("correction " + correction.id());
    }
}

package org.tongqu.platform.matter.decisions.internal;

import org.springframework.stereotype.Component;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.matter.casework.CaseInHand;
import org.tongqu.platform.matter.casework.ServiceAction;

/** Writes the last decision down under a number of the organisation that made it; each of several bodies decides for itself. */
@Component
class RecordAction implements ServiceAction {

    private final DecisionRecorder recorder;

    RecordAction(DecisionRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public String name() {
        return "decisions.record";
    }

    @Override
    public Outcome<Datum.Fields, String> perform(CaseInHand inHand, String with) {
        return Outcome.done(PublishAction.facts(recorder.record(inHand).number()));
    }
}

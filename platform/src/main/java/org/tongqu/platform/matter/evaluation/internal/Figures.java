package org.tongqu.platform.matter.evaluation.internal;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongqu.engines.evaluation.Sheet;
import org.tongqu.engines.evaluation.SubjectKind;
import org.tongqu.platform.matter.evaluation.PeriodState;

/** Scores of what is not frozen yet, worked out when they are asked for. */
@Component
public class Figures {

    private final TallyStore tallies;

    Figures(TallyStore tallies) {
        this.tallies = tallies;
    }

    public Map<String, Sheet> provisional(PeriodState state, SubjectKind kind) {
        var amounts = tallies.amounts(state.period().from(), state.period().until());
        return Freezing.sheets(state.scheme(), kind, amounts.getOrDefault(kind, Map.of()));
    }
}

package org.tongqu.platform.matter.supervision;

import java.util.List;
import org.springframework.stereotype.Service;
import org.tongqu.platform.matter.casework.CaseLoad;
import org.tongqu.platform.matter.supervision.internal.ClockCopy;

/** Fills an empty table with the clocks of cases that another system hands over once. */
@Service
public class ClockLoad {

    private final ClockCopy copy;

    ClockLoad(ClockCopy copy) {
        this.copy = copy;
    }

    public void load(List<CaseLoad.Past> cases) {
        copy.load(cases);
    }
}

package org.tongqu.platform.matter.past.internal;

import java.util.List;
import org.tongqu.platform.data.registers.RegisterLoad;
import org.tongqu.platform.matter.casework.CaseLoad;
import org.tongqu.platform.matter.decisions.DecisionLoad;
import org.tongqu.platform.matter.intake.SubmissionLoad;
import org.tongqu.platform.matter.licences.Licence;
import org.tongqu.platform.matter.notices.NoticeChannel.Batch;

/** Everything one played matter leaves in the tables. */
record Played(
        List<SubmissionLoad.Ready> submissions,
        CaseLoad.Past past,
        CaseLoad.Ready ready,
        List<DecisionLoad.Made> decisions,
        List<Licence> licences,
        List<Batch> notices,
        List<RegisterLoad.NewFirm> firms) {}

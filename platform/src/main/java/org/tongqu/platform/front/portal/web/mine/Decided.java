package org.tongqu.platform.front.portal.web.mine;

import org.springframework.stereotype.Component;
import org.tongqu.platform.matter.decisions.Decisions;
import org.tongqu.platform.matter.intake.Intake;
import org.tongqu.platform.matter.licences.Licences;
import org.tongqu.platform.matter.notices.NoticeBox;

/** What went in, what came out and what was told of a case, from those who keep it. */
@Component
record Decided(Intake intake, Decisions decisions, Licences licences, NoticeBox notices) {}

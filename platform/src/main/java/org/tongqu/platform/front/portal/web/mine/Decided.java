package org.tongqu.platform.front.portal.web.mine;

import org.springframework.stereotype.Component;
import org.tongqu.platform.matter.decisions.Decisions;
import org.tongqu.platform.matter.intake.Intake;
import org.tongqu.platform.matter.licences.Licences;

/** What went in and what came out of a case, from those who keep it. */
@Component
record Decided(Intake intake, Decisions decisions, Licences licences) {}

package org.tongqu.platform.front.desk.web.matter;

import org.springframework.stereotype.Component;
import org.tongqu.platform.matter.decisions.Decisions;
import org.tongqu.platform.matter.notices.NoticeBox;

/** What was decided and told in a case, from those who keep it. */
@Component
record CaseResults(Decisions decisions, NoticeBox notices) {}

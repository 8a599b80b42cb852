package org.tongqu.platform.front.desk.web.watch;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Timeline;

/** What a rule found, the rule itself, and the events it was found in. */
public record FindingEvidencePage(
        PageFrame frame, String heading, Lamp lamp, String why, KeyFacts facts, Timeline events, List<ButtonLink> ways)
        implements Page {

    public FindingEvidencePage {
        ways = List.copyOf(ways);
    }
}
